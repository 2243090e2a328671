/**
 * Questions about files that stand in this window. While one does, a second command about the same file is ignored: a
 * double click, Enter twice.
 */
export class StandingQuestions {
  private readonly standing = new Map<string, number>();

  /**
   * Puts a question about a file, unless one stands.
   * @param uri the file's address
   * @param ask is given what says that the question is answered, which it is at its end at the latest
   */
  async unlessOneStands(uri: string, ask: (answered: () => void) => Promise<void>): Promise<void> {
    if (!this.standing.has(uri)) await this.during(uri, ask);
  }

  /** Puts one more question of a command that is going on. */
  async during<T>(uri: string, ask: (answered: () => void) => Promise<T>): Promise<T> {
    const stand = (more: number) => {
      const count = (this.standing.get(uri) ?? 0) + more;
      if (count > 0) this.standing.set(uri, count);
      else this.standing.delete(uri);
    };
    let isOpen = true;
    const answered = () => {
      if (isOpen) stand(-1);
      isOpen = false;
    };
    stand(1);
    try {
      return await ask(answered);
    } finally {
      answered();
    }
  }
}

/** Imports of this window that are going on, and how each is ended at once. */
export class RunningImports {
  private readonly ends = new Map<symbol, { readonly host: string; readonly end: () => void }>();

  /**
   * Counts an import in for as long as it goes on.
   * @param end gives up even the request that is on its way
   */
  async during<T>(host: string, end: () => void, work: () => Promise<T>): Promise<T> {
    const own = Symbol(host);
    this.ends.set(own, { host, end });
    try {
      return await work();
    } finally {
      this.ends.delete(own);
    }
  }

  /** Whether one sends to this host, or looks there. */
  isAnyTo(host: string | undefined): boolean {
    return [...this.ends.values()].some((each) => each.host === host);
  }

  /** Ends those that do. */
  endTo(host: string | undefined): void {
    for (const each of this.ends.values()) if (each.host === host) each.end();
  }
}

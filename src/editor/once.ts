/**
 * Something that is made when it is first asked for, and shared from then on. A failure is told to all who wait for
 * that try and is not kept: whoever asks next tries again.
 */
export class Once<T> {
  #made: Promise<T> | undefined;

  constructor(private readonly make: () => Promise<T>) {}

  /** Rejects as `make` does. */
  get(): Promise<T> {
    if (this.#made) return this.#made;
    const made = this.make();
    this.#made = made;
    made.catch(() => {
      if (this.#made === made) this.#made = undefined;
    });
    return made;
  }
}

/** Work in small steps that is done while the browser has nothing else to do. */
export class IdleWork {
  readonly #step: () => boolean;
  #handle: number | undefined;

  /** @param step does a little of it, some milliseconds at most. @returns whether there was anything to do */
  constructor(step: () => boolean) {
    this.#step = step;
  }

  /** There may be something to do again. */
  start(): void {
    this.#handle ??= requestIdleCallback((idle) => {
      this.#handle = undefined;
      // As many steps as there is time for: to each callback the browser may give up to 50 ms, of which one takes few.
      let isLeft: boolean;
      do isLeft = this.#step();
      while (isLeft && idle.timeRemaining() > 0);
      if (isLeft) this.start();
    });
  }

  stop(): void {
    if (this.#handle !== undefined) cancelIdleCallback(this.#handle);
    this.#handle = undefined;
  }
}

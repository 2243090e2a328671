import { setContextKey } from '../setContextKey';

/** Looks for rows on the stream that the user can skip: the rows then stay unknown, and the rest goes on. */
export class LookSkips {
  private readonly offered = new Set<AbortController>();

  /** Whether an import is looking for rows, or waiting to, at this moment. */
  offer(skip: AbortController, isLooking: boolean): void {
    if (this.offered.has(skip) === isLooking) return;
    if (isLooking) this.offered.add(skip);
    else this.offered.delete(skip);
    setContextKey('isLooking', this.offered.size > 0);
  }

  /** Skips those of this window. */
  skip(): void {
    for (const skip of this.offered) skip.abort();
  }
}

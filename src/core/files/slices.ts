import { setImmediate } from 'node:timers/promises';
import { FileError } from './fileProblem';

/** Longest stretch of work, in ms, before others get their turn: half a frame. */
const sliceMs = 8;

/**
 * Runs a generator to its end in short slices, so that nothing else of the process waits for long.
 * @throws DiskError with the reason `cancelled` once the signal is aborted
 */
export async function inSlices<T>(
  work: Generator<undefined, T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (;;) {
    await setImmediate();
    if (signal?.aborted === true) throw new FileError({ reason: 'cancelled' });
    const sliceEnd = performance.now() + sliceMs;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < sliceEnd);
  }
}

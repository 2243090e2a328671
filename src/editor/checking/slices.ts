import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work, in ms, before other extensions and VS Code's own messages get their turn: half a frame. */
const sliceMs = 8;

/**
 * Runs a generator to its end in short slices, so that a long list does not block the extension host.
 * @returns the generator's result, or `undefined` once the signal is aborted
 */
export async function runInSlices<T>(
  work: Generator<undefined, T>,
  signal: AbortSignal,
): Promise<T | undefined> {
  let sliceEnd = performance.now() + sliceMs;
  while (!signal.aborted) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < sliceEnd) continue;
    await setImmediate();
    sliceEnd = performance.now() + sliceMs;
  }
  return undefined;
}

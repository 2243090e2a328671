import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work, in ms, before others in the process and VS Code's own messages get their turn: half a frame. */
const sliceMs = 8;

/**
 * Runs a generator to its end in short slices, so that a long list does not block the extension host.
 * @param told is handed what the generator gives at a pause, if anything
 * @returns the generator's result, or `undefined` once the signal is aborted
 */
export async function runInSlices<Given, Result>(
  work: Generator<Given, Result>,
  signal: AbortSignal,
  told?: (given: NonNullable<Given>) => void,
): Promise<Result | undefined> {
  const pause = pauses();
  while (!signal.aborted) {
    const step = work.next();
    if (step.done) return step.value;
    const { value } = step;
    if (value !== undefined && value !== null) told?.(value);
    const waiting = pause();
    if (waiting) await waiting;
  }
  return undefined;
}

/**
 * Slices for work that waits for other things, too: what it gives is called between two steps, and gives a promise to wait
 * for where a slice is over.
 */
export function pauses(): () => Promise<void> | undefined {
  let sliceEnd = performance.now() + sliceMs;
  const take = async () => {
    await setImmediate();
    sliceEnd = performance.now() + sliceMs;
  };
  return () => (performance.now() < sliceEnd ? undefined : take());
}

import { setImmediate as inNextTurn } from 'node:timers';
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
  let end = endOfSlice();
  while (!signal.aborted) {
    const step = work.next();
    if (step.done) return step.value;
    const { value } = step;
    if (value !== undefined && value !== null) told?.(value);
    if (performance.now() < end) continue;
    await setImmediate();
    end = beginSlice();
  }
  return undefined;
}

/** To be awaited between two steps of work that waits for other things, too: a pause, where a slice is over. */
export async function pauseIfDue(): Promise<void> {
  if (performance.now() < endOfSlice()) return;
  await setImmediate();
  beginSlice();
}

/** When the slice of this turn of the event loop ends; `undefined` as long as nothing has worked in it. */
let sliceEnd: number | undefined;

/** Many short pieces, one behind the other, share the slice of their turn: each with its own, they would be a long stretch. */
function endOfSlice(): number {
  return sliceEnd ?? beginSlice();
}

function beginSlice(): number {
  // To be forgotten when this turn is over, once.
  if (sliceEnd === undefined) {
    inNextTurn(() => {
      sliceEnd = undefined;
    });
  }
  sliceEnd = performance.now() + sliceMs;
  return sliceEnd;
}

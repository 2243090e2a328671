import { setImmediate as inNextTurn } from 'node:timers';

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
  for (;;) {
    if (isSliceOver()) await nextSlice();
    if (signal.aborted) return undefined;
    const step = work.next();
    if (step.done) return step.value;
    const { value } = step;
    if (value !== undefined && value !== null) told?.(value);
  }
}

/** The same for what is never given up. */
export async function finishInSlices<Result>(work: Generator<unknown, Result>): Promise<Result> {
  for (;;) {
    await pauseIfDue();
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** To be awaited between two steps of work that waits for other things, too: a pause, where a slice is over. */
export async function pauseIfDue(): Promise<void> {
  if (isSliceOver()) await nextSlice();
}

/**
 * When the slice of this turn of the event loop ends, which all who work in it share: with one each they would be a long
 * stretch. `undefined` as long as nothing has worked.
 */
let sliceEnd: number | undefined;

/** Those who wait for a slice of their own, in order: one has its way in each turn. */
const waiting: (() => void)[] = [];

function isSliceOver(): boolean {
  if (sliceEnd === undefined) {
    sliceEnd = performance.now() + sliceMs;
    // What the disk has answered is worked on before the immediates of the same turn: the next slice is for the turn after.
    inNextTurn(() => inNextTurn(beginTurn));
  }
  return performance.now() >= sliceEnd;
}

function nextSlice(): Promise<void> {
  return new Promise((resolve) => waiting.push(resolve));
}

function beginTurn(): void {
  const next = waiting.shift();
  sliceEnd = next && performance.now() + sliceMs;
  if (next === undefined) return;
  next();
  inNextTurn(beginTurn);
}

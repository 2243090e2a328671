import { timed } from './clock';

/** What the steps of a generator came to. */
export interface Steps {
  /** Work in all, in ms. */
  readonly total: number;
  /** The longest step, in ms: what comes on top of a slice in which as many are done as there is time for. */
  readonly longest: number;
  /** Work before each step that gave something, in ms. */
  readonly told: readonly number[];
}

/**
 * Runs a generator to its end.
 * @param tell what is done at a pause that gives something; its work counts
 */
export function stepsOf(work: Generator<unknown, unknown>, tell: () => unknown = () => undefined): Steps {
  let [total, longest] = [0, 0];
  const told: number[] = [];
  for (let isDone = false; !isDone;) {
    let isTold = false;
    const took = timed(() => {
      const step = work.next();
      isDone = step.done === true;
      isTold = !isDone && step.value !== undefined;
      if (isTold) tell();
    });
    total += took;
    longest = Math.max(longest, took);
    if (isTold) told.push(total);
  }
  return { total, longest, told };
}

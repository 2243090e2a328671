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
  const times: number[] = [];
  const told: number[] = [];
  const step = () => {
    const { done, value } = work.next();
    const isTold = done !== true && value !== undefined;
    if (isTold) tell();
    return { isDone: done === true, isTold };
  };
  let total = 0;
  for (let last = { isDone: false, isTold: false }; !last.isDone;) {
    const took = timed(() => (last = step()));
    times.push(took);
    total += took;
    if (last.isTold) told.push(total);
  }
  return { total, longest: times.reduce((a, b) => Math.max(a, b), 0), told };
}

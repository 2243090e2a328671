/** Work on a whole file, which gives others their turn between two steps: see `runInSlices`. */
export type Steps<Result> = Generator<undefined, Result>;

/** Whether a pause is due before that row or edit: between two there are some tenths of a millisecond of work. */
export function isPause(at: number): boolean {
  return at % 64 === 0;
}

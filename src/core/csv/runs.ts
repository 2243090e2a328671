/**
 * Where consecutive runs of something start: run `n` holds the numbers from `start(n)` up to `start(n + 1)`. Remembers
 * which run was asked for last, since one thing is mostly followed by the next.
 */
export class Runs {
  /** Rising from 0; one more than there are runs, which is the total. */
  private readonly starts: Uint32Array;
  private last = 0;

  constructor(lengths: readonly number[]) {
    this.starts = new Uint32Array(lengths.length + 1);
    let start = 0;
    for (const [run, length] of lengths.entries()) this.starts[run + 1] = start += length;
  }

  get total(): number {
    return this.starts[this.starts.length - 1] ?? 0;
  }

  /** Where the run starts; behind the last one, the total. */
  start(run: number): number {
    return this.starts[run] ?? this.total;
  }

  /** The run that holds the number, which must be below the total. Empty runs hold none. */
  find(number: number): number {
    const { starts, last } = this;
    if (number >= (starts[last] ?? 0)) {
      if (number < (starts[last + 1] ?? 0)) return last;
      if (number < (starts[last + 2] ?? 0)) return (this.last = last + 1);
    }
    return (this.last = countUpTo(starts, number, 1, starts.length - 1));
  }
}

/** How many of the numbers from index `from` up to `to`, which rise, are not above `most`. */
export function countUpTo(numbers: ArrayLike<number>, most: number, from = 0, to = numbers.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) <= most) low = middle + 1;
    else high = middle;
  }
  return low - from;
}

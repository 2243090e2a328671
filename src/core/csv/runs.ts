/**
 * Where consecutive runs of something start: run `n` holds the numbers from `start(n)` up to `start(n + 1)`. Remembers
 * which run was asked for last, since one thing is mostly followed by the next.
 */
export class Runs {
  private last = 0;

  /** @param starts rising from 0; one more than there are runs, which is the total */
  private constructor(private readonly starts: Uint32Array) {}

  static of(lengths: readonly number[]): Runs {
    return new Runs(Uint32Array.of(0)).with({ front: 0, back: 0 }, lengths);
  }

  /** The same with other lengths between the first and the last runs. */
  with({ front, back }: Common, lengths: readonly number[]): Runs {
    const { starts } = this;
    if (this.has(front, back, lengths)) return this;
    const made = new Uint32Array(front + lengths.length + back + 1);
    made.set(starts.subarray(0, front + 1));
    let start = made[front] ?? 0;
    for (const [at, length] of lengths.entries()) made[front + at + 1] = start += length;
    const moved = start - (starts[starts.length - 1 - back] ?? 0);
    made.set(starts.subarray(starts.length - back), made.length - back);
    if (moved === 0) return new Runs(made);
    for (let run = made.length - back; run < made.length; run++) made[run] = (made[run] ?? 0) + moved;
    return new Runs(made);
  }

  private has(front: number, back: number, lengths: readonly number[]): boolean {
    if (front + lengths.length + back !== this.starts.length - 1) return false;
    return lengths.every((length, at) => this.start(front + at + 1) - this.start(front + at) === length);
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
    let low = 0;
    let high = starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= number) low = middle;
      else high = middle;
    }
    return (this.last = low);
  }
}

/** How many items two lists have in common at their start and, of the rest, at their end. */
export interface Common {
  readonly front: number;
  readonly back: number;
}

/** Items are compared as objects. */
export function common<Item>(before: readonly Item[], after: readonly Item[]): Common {
  const most = Math.min(before.length, after.length);
  let front = 0;
  while (front < most && before[front] === after[front]) front++;
  let back = 0;
  while (front + back < most && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  return { front, back };
}

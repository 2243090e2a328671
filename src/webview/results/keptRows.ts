/** Rows one behind the other, as indices into the results' rows: the first and the last. */
export type RowRange = [from: number, to: number];

/** More ranges are not kept: they are written down at each change. */
const most = 1_000;

/** Any rows as ranges; `undefined` for none, and for too many ranges. */
export function rangesOf(rows: Iterable<number>): RowRange[] | undefined {
  const ranges: RowRange[] = [];
  for (const row of Uint32Array.from(rows).sort()) {
    const last = ranges.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else ranges.push([row, row]);
    if (ranges.length > most) return undefined;
  }
  return ranges.length === 0 ? undefined : ranges;
}

/** The rows of ranges, of so many that there are. */
export function* rowsIn(ranges: readonly Readonly<RowRange>[], count: number): Generator<number, void> {
  for (const [from, to] of ranges) for (let row = from; row <= Math.min(to, count - 1); row++) yield row;
}

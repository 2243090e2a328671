import { entryBytes, rowAt } from './extract';
import type { ToldOutcome } from './rowCodes';

/** How many rows are looked at between two pauses: a millisecond or two while V8 has not compiled this yet, far less then. */
const rowsAtOnce = 250;

/**
 * Finds the rows of one file among millions: nearly all are passed over by one bit for the first four characters of
 * their hash, and no text is made of them.
 */
export class RowFilter {
  private readonly bits = new Uint8Array(2 ** 24 / 8);

  private constructor(private readonly hashes: ReadonlySet<string>) {}

  /**
   * Makes one for rows with these hashes. In steps, for `runInSlices`.
   * @param hashes as `Hasher.row` makes them
   */
  static *of(hashes: ReadonlySet<string>): Generator<undefined, RowFilter> {
    const filter = new RowFilter(hashes);
    let count = 0;
    for (const hash of hashes) {
      if (count++ % rowsAtOnce === 0) yield;
      const bit = bitOf(hash.charCodeAt(0), hash.charCodeAt(1), hash.charCodeAt(2), hash.charCodeAt(3));
      filter.bits[bit >>> 3] = (filter.bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
    return filter;
  }

  /** Calls `found` with those of an extract's rows that are among them. In steps, for `runInSlices`. */
  *find(
    entries: Buffer,
    found: (hash: string, outcome: ToldOutcome) => void,
  ): Generator<undefined, undefined> {
    const { bits, hashes } = this;
    const step = entryBytes.rows;
    for (let start = 0; start < entries.length; start += rowsAtOnce * step) {
      const end = Math.min(entries.length, start + rowsAtOnce * step);
      for (let at = start; at < end; at += step) {
        const bit = bitOf(entries[at], entries[at + 1], entries[at + 2], entries[at + 3]);
        if (((bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) continue;
        const [hash, outcome] = rowAt(entries, at);
        if (hashes.has(hash)) found(hash, outcome);
      }
      yield;
    }
  }
}

/** Six bits of each of four characters. */
function bitOf(first = 0, second = 0, third = 0, fourth = 0): number {
  return ((first & 63) << 18) | ((second & 63) << 12) | ((third & 63) << 6) | (fourth & 63);
}

import { keyedLength, numberIn } from './entries';
import { entryBytes, rowAt } from './extract';
import { HashSet, type Hashes } from './hashSet';
import type { ToldOutcome } from './rowCodes';

/** How many rows are looked at between two pauses: a millisecond or two while V8 has not compiled this yet, far less then. */
const rowsAtOnce = 250;

/**
 * Finds the rows of one file, and others of their numbers, among millions: nearly all are passed over by one bit for the
 * first four characters of each half of their hash, and no text is made of them.
 */
export class RowFilter {
  private readonly bits = new Uint8Array(2 ** 24 / 8);

  private readonly numbers = new HashSet();

  private constructor(private readonly hashes: Hashes) {}

  /**
   * Makes one for rows with these hashes. In steps, for `runInSlices`.
   * @param hashes as `Hasher.row` makes them
   */
  static *of(hashes: Hashes): Generator<undefined, RowFilter> {
    const filter = new RowFilter(hashes);
    let count = 0;
    for (const hash of hashes) {
      if (count++ % rowsAtOnce === 0) yield;
      const number = numberIn(hash);
      filter.numbers.add(number);
      for (const half of [hash, number]) filter.mark(half);
    }
    return filter;
  }

  private mark(half: string): void {
    const bit = bitOf(half.charCodeAt(0), half.charCodeAt(1), half.charCodeAt(2), half.charCodeAt(3));
    this.bits[bit >>> 3] = (this.bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
  }

  /** Calls `found` with those of an extract's rows that are among them, or have the number of one. In steps, for `runInSlices`. */
  *find(
    entries: Buffer,
    found: (hash: string, outcome: ToldOutcome) => void,
  ): Generator<undefined, undefined> {
    const { bits, hashes, numbers } = this;
    const isMarked = (at: number) => {
      const bit = bitOf(entries[at], entries[at + 1], entries[at + 2], entries[at + 3]);
      return ((bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
    };
    const step = entryBytes.rows;
    for (let start = 0; start < entries.length; start += rowsAtOnce * step) {
      const end = Math.min(entries.length, start + rowsAtOnce * step);
      for (let at = start; at < end; at += step) {
        if (!isMarked(at) && !isMarked(at + keyedLength)) continue;
        const [hash, outcome] = rowAt(entries, at);
        if (hashes.has(hash) || numbers.has(numberIn(hash))) found(hash, outcome);
      }
      yield;
    }
  }
}

/** Six bits of each of four characters. */
function bitOf(first = 0, second = 0, third = 0, fourth = 0): number {
  return ((first & 63) << 18) | ((second & 63) << 12) | ((third & 63) << 6) | (fourth & 63);
}

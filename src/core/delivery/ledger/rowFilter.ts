import { numberIn } from './entries';
import { entryBytes, rowAt } from './extract';
import { halfBytes, writeHash } from './hashBytes';
import { HashSet, type Hashes } from './hashSet';
import type { EarlierOutcome } from './rowCodes';

/** How many rows are looked at between two pauses: a millisecond or two while V8 has not compiled this yet, far less then. */
const rowsAtOnce = 250;
const numbersAtOnce = 10_000;

/**
 * Finds the rows of one file, and others of their numbers, among millions: by a Bloom filter of their numbers, two bits
 * each, nearly all are passed over, and no text is made of them.
 */
export class RowFilter {
  /** By the first, and by the last, 24 of a number's 32 bits. */
  private readonly high = new Uint8Array(2 ** 24 / 8);
  private readonly low = new Uint8Array(2 ** 24 / 8);
  private readonly numbers = new HashSet();

  /**
   * Makes one for rows with these hashes. In steps, for `runInSlices`.
   * @param hashes as `Hasher.row` makes them
   */
  static *of(hashes: Hashes): Generator<undefined, RowFilter> {
    const filter = new RowFilter();
    const bytes = Buffer.alloc(halfBytes);
    let count = 0;
    for (const hash of hashes) {
      if (count++ % rowsAtOnce === 0) yield;
      const number = numberIn(hash);
      filter.numbers.add(number);
      writeHash(number, bytes, 0);
      filter.mark(bytes.readUInt32LE(0));
    }
    return filter;
  }

  /** Whether any of an extract's numbers may be one of theirs. In steps, for `runInSlices`. */
  *mayHaveAny(entries: Buffer): Generator<undefined, boolean> {
    // Copied, for a number must stand at a fourth byte to be read without ado.
    const numbers = new Uint32Array(new Uint8Array(entries).buffer);
    for (let start = 0; start < numbers.length; start += numbersAtOnce) {
      if (numbers.subarray(start, start + numbersAtOnce).some(this.isMarked)) return true;
      yield;
    }
    return false;
  }

  /** Calls `found` with those of an extract's rows that have the number of one of them. In steps, for `runInSlices`. */
  *find(
    rows: Buffer,
    found: (hash: string, outcome: EarlierOutcome) => void,
  ): Generator<undefined, undefined> {
    const step = entryBytes.rows;
    for (let start = 0; start < rows.length; start += rowsAtOnce * step) {
      const end = Math.min(rows.length, start + rowsAtOnce * step);
      for (let at = start; at < end; at += step) {
        if (!this.isMarked(rows.readUInt32LE(at + halfBytes))) continue;
        const [hash, outcome] = rowAt(rows, at);
        if (this.numbers.has(numberIn(hash))) found(hash, outcome);
      }
      yield;
    }
  }

  private mark(number: number): void {
    this.high[number >>> 11] = (this.high[number >>> 11] ?? 0) | (1 << ((number >>> 8) & 7));
    const low = number & 0xffffff;
    this.low[low >>> 3] = (this.low[low >>> 3] ?? 0) | (1 << (low & 7));
  }

  private readonly isMarked = (number: number): boolean => {
    if (((this.high[number >>> 11] ?? 0) & (1 << ((number >>> 8) & 7))) === 0) return false;
    const low = number & 0xffffff;
    return ((this.low[low >>> 3] ?? 0) & (1 << (low & 7))) !== 0;
  };
}

import { numberIn } from './entries';
import { entryBytes, rowAt } from './extract';
import { halfBytes, writeHash } from './hashBytes';
import { HashSet, type Hashes } from './hashSet';
import type { ToldOutcome } from './rowCodes';

/** How many rows are looked at between two pauses: a millisecond or two while V8 has not compiled this yet, far less then. */
const rowsAtOnce = 1_000;

/**
 * Finds the rows of one file, and others of their numbers, among millions: by a Bloom filter of their numbers, two bits
 * each, nearly all are passed over, and no text is made of them.
 */
export class RowFilter {
  private readonly bits = [new Uint8Array(2 ** 24 / 8), new Uint8Array(2 ** 24 / 8)] as const;
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
  *mayHaveAny(numbers: Buffer): Generator<undefined, boolean> {
    const step = entryBytes.numbers;
    for (let start = 0; start < numbers.length; start += rowsAtOnce * step) {
      const end = Math.min(numbers.length, start + rowsAtOnce * step);
      for (let at = start; at < end; at += step) if (this.isMarked(numbers.readUInt32LE(at))) return true;
      yield;
    }
    return false;
  }

  /** Calls `found` with those of an extract's rows that have the number of one of them. In steps, for `runInSlices`. */
  *find(rows: Buffer, found: (hash: string, outcome: ToldOutcome) => void): Generator<undefined, undefined> {
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
    const [high, low] = this.bits;
    high[number >>> 11] = (high[number >>> 11] ?? 0) | (1 << ((number >>> 8) & 7));
    low[(number & 0xffffff) >>> 3] = (low[(number & 0xffffff) >>> 3] ?? 0) | (1 << (number & 7));
  }

  private isMarked(number: number): boolean {
    const [high, low] = this.bits;
    return (
      ((high[number >>> 11] ?? 0) & (1 << ((number >>> 8) & 7))) !== 0 &&
      ((low[(number & 0xffffff) >>> 3] ?? 0) & (1 << (number & 7))) !== 0
    );
  }
}

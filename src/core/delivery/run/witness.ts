import type { BrokenQuotes } from '../../checks';
import { isBlankText } from '../../contact';
import type { Batch } from './batches';
import type { Mismatch } from './mismatch';
import type { ImportRow } from './outcome';
import { readRecords, UnreadableCsv } from './readRecords';

/**
 * Reads the bytes of a request back by csv-parse, which shares no code with what checked and wrote them. What it reads
 * must be what was checked: the header, the number of records, and every value as UTF-8 carries it. Only a text that
 * leaves as the user sees it may hold blank rows, and only where it was seen to have them.
 *
 * @returns the first place where they differ; `undefined` where nothing does
 */
export async function readBack(batch: Batch): Promise<Mismatch | undefined> {
  const { rows, content } = batch;
  const { delimiter = ',', brokenHeader } = content;
  const witness = new Witness(batch);
  const relax_quotes = brokenHeader !== undefined || rows.some(({ broken }) => broken);
  try {
    for await (const records of readRecords(readable(batch), { delimiter, relax_quotes })) {
      for (const record of records) {
        const mismatch = witness.see(record);
        if (mismatch) return mismatch;
      }
    }
  } catch (error) {
    if (error instanceof UnreadableCsv) return witness.refuse();
    throw error;
  }
  return witness.end();
}

/** csv-parse gives nothing of a record whose quote is never closed: where that is known, it is closed for it. */
function readable({ rows, file: { bytes } }: Batch): Uint8Array {
  return rows.at(-1)?.broken?.isUnclosed ? Buffer.concat([bytes, Buffer.from('"')]) : bytes;
}

/** Holds records against the rows that they must be. */
class Witness {
  private record = 0;
  private next = 0;

  constructor(private readonly batch: Batch) {}

  see(read: readonly string[]): Mismatch | undefined {
    const { rows, content, records } = this.batch;
    const record = this.record++;
    if (record === 0) {
      const field = difference(content.headerCells, read, content.brokenHeader);
      return field === undefined ? undefined : { what: 'header', column: field + 1 };
    }
    const row = rows[this.next];
    const isBetween = records !== undefined && record !== records[this.next];
    if (isBetween && read.every(isBlankText)) return undefined;
    if (row === undefined) return at('extra', rows.at(-1));
    const field = difference(row.cells, read, row.broken) ?? (isBetween ? 0 : undefined);
    if (field === undefined) {
      this.next++;
      return undefined;
    }
    const isThere = field < Math.min(row.cells.length, read.length);
    return { ...at(isThere ? 'value' : 'cells', row), column: field + 1 };
  }

  end(): Mismatch | undefined {
    if (this.record === 0) return { what: 'header', column: 1 };
    const row = this.batch.rows[this.next];
    return row && at('missing', row);
  }

  /** csv-parse refuses what comes next. */
  refuse(): Mismatch {
    const { rows } = this.batch;
    return at('unreadable', this.record > 0 ? (rows[this.next] ?? rows.at(-1)) : undefined);
  }
}

/** The first field in which the two differ. */
function difference(
  checked: readonly string[],
  read: readonly string[],
  broken?: BrokenQuotes,
): number | undefined {
  for (let field = 0; field < Math.max(checked.length, read.length); field++) {
    const [mine, theirs] = [checked[field], read[field]];
    if (mine === theirs) continue;
    if (mine === undefined || theirs === undefined) return field;
    // A lone surrogate leaves as U+FFFD.
    const sent = Buffer.from(mine).toString();
    if (sent === theirs) continue;
    if (!broken?.fields.includes(field)) return field;
    // Of quotes that are broken readers make what they like, but of nothing else.
    const isUnclosed = broken.isUnclosed && field === checked.length - 1;
    if (!isSameBetweenQuotes(sent, theirs, isUnclosed)) return field;
  }
  return undefined;
}

/** @param isUnclosed whether the line break that is written behind a row has become a part of what is read */
function isSameBetweenQuotes(sent: string, read: string, isUnclosed: boolean): boolean {
  const [one, other = ''] = [sent, read].map((value) => value.replaceAll('"', ''));
  return one === other || (isUnclosed && [`${one}\n`, `${one}\r\n`].includes(other));
}

function at(what: Mismatch['what'], row: ImportRow | undefined): Mismatch {
  return row ? { what, row: { index: row.index, line: row.line } } : { what };
}

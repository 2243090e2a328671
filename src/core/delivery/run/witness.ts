import { isBlankText } from '../../contact/text';
import type { Batch } from './batches';
import type { Mismatch } from './mismatch';
import type { ImportRow } from './outcome';
import { readRecords, UnreadableCsv } from './readRecords';

/**
 * Reads the bytes of a request back by csv-parse, which shares no code with what checked and wrote them. What it reads
 * must be what was checked: the header, the number of records, and every value as UTF-8 carries it. Only a text that
 * leaves as the user sees it may hold blank rows.
 *
 * @returns the first place where they differ; `undefined` where nothing does
 */
export async function readBack(batch: Batch): Promise<Mismatch | undefined> {
  const { delimiter = ',', hasBrokenQuotes = false } = batch.content;
  const witness = new Witness(batch, hasBrokenQuotes);
  try {
    for await (const records of readRecords(batch.file.bytes, { delimiter, relax_quotes: hasBrokenQuotes })) {
      for (const record of records) {
        const mismatch = witness.see(record);
        if (mismatch) return mismatch;
      }
    }
  } catch (error) {
    if (error instanceof UnreadableCsv) return witness.refuse(error.code);
    throw error;
  }
  return witness.end();
}

/** Holds records against the rows that they must be. */
class Witness {
  private hasHeader = false;
  private next = 0;

  /** @param isLenient whether quotes are known to be where a strict reader refuses them, so that a cell with one has no certain value */
  constructor(
    private readonly batch: Batch,
    private readonly isLenient: boolean,
  ) {}

  see(read: readonly string[]): Mismatch | undefined {
    const { rows, content, isWhole } = this.batch;
    if (!this.hasHeader) {
      this.hasHeader = true;
      const field = this.difference(withoutMark(content.headerCells), withoutMark(read));
      return field === undefined ? undefined : { what: 'header', column: field + 1 };
    }
    const row = rows[this.next];
    const field = row && this.difference(row.cells, read);
    if (row && field === undefined) {
      this.next++;
      return undefined;
    }
    if (isWhole && read.every(isBlankText)) return undefined;
    if (row === undefined || field === undefined) return this.at('extra', rows.at(-1));
    const isThere = field < Math.min(row.cells.length, read.length);
    return { ...this.at(isThere ? 'value' : 'cells', row), column: field + 1 };
  }

  end(): Mismatch | undefined {
    if (!this.hasHeader) return { what: 'header', column: 1 };
    const row = this.batch.rows[this.next];
    return row && this.at('missing', row);
  }

  /** csv-parse refuses what comes next. That is no surprise in a last row whose quote is known not to be closed. */
  refuse(code: string): Mismatch | undefined {
    const { rows } = this.batch;
    const isLast = this.hasHeader && this.next === rows.length - 1;
    if (this.isLenient && isLast && code === 'CSV_QUOTE_NOT_CLOSED') return undefined;
    return this.at('unreadable', this.hasHeader ? (rows[this.next] ?? rows.at(-1)) : undefined);
  }

  /** The first field in which the two differ. */
  private difference(checked: readonly string[], read: readonly string[]): number | undefined {
    for (let field = 0; field < Math.max(checked.length, read.length); field++) {
      if (!this.isSame(checked[field], read[field], field === checked.length - 1)) return field;
    }
    return undefined;
  }

  private isSame(checked: string | undefined, read: string | undefined, isLast: boolean): boolean {
    if (checked === read) return true;
    if (checked === undefined || read === undefined) return false;
    // A lone surrogate leaves as U+FFFD.
    const sent = Buffer.from(checked).toString();
    // A lone CR at the end of a line leaves as a part of the line break that is written behind it.
    const line = isLast ? sent.replace(/\r$/, '') : sent;
    const isRead = (value: string) =>
      value === read || (this.isLenient && withoutQuotes(value) === withoutQuotes(read));
    return isRead(sent) || isRead(line);
  }

  private at(what: Mismatch['what'], row: ImportRow | undefined): Mismatch {
    return row ? { what, row: { index: row.index, line: row.line } } : { what };
  }
}

/** A byte order mark in front of a request belongs to no column's name, whoever put it there. */
function withoutMark([first, ...others]: readonly string[]): readonly string[] {
  return first === undefined ? [] : [first.replace(/^\uFEFF+/, ''), ...others];
}

function withoutQuotes(value: string): string {
  return value.replaceAll('"', '');
}

import { type ContactValues, contactColumns, reasonColumn } from '../contact';
import { csvRecord, formulaStart } from '../csv';

/** A row that was left, as it stands in the file. */
export interface LeftRow {
  /** CSV text, without a line break. */
  readonly record: string;
  /** Why it was left. */
  readonly reason: string;
}

/** How the file that they were left of is written. */
export interface Separated {
  /** The header record as CSV text. */
  readonly header: string;
  readonly newline: string;
  /** What separates its cells; a comma unless it is told. */
  readonly delimiter?: string;
}

/**
 * A CSV of rows that were left, ready to be mended and sent: every value exactly as it was, and in front of each row the
 * reason. In front, so that a row with too many or too few cells keeps its shape.
 */
export function restCsv({ header, newline, delimiter = ',' }: Separated, rows: readonly LeftRow[]): string {
  const lines = rows.map(({ record, reason }) => `${reasonCell(reason)}${delimiter}${record}`);
  const first = `${csvRecord([reasonColumn])}${delimiter}${header.replace(/^\uFEFF/, '')}`;
  return [first, ...lines, ''].join(newline);
}

/** The record of a row that the file no longer has: what was sent of it, in the columns of the file. */
export function sentRecord(headerCells: readonly string[], values: ContactValues): string {
  return csvRecord(
    headerCells.map((name) => {
      const column = contactColumns.find((each) => each === name);
      return (column && values[column]) ?? '';
    }),
  );
}

/**
 * Holds a stream's words, which must not become a formula. In quotes whatever it holds: where a spreadsheet takes another
 * separator than commas, a part of it would become a cell, too.
 */
function reasonCell(reason: string): string {
  const harmless = formulaStart.test(reason) ? `'${reason}` : reason;
  return `"${harmless.replaceAll('"', '""')}"`;
}

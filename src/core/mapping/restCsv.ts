import { reasonColumn } from '../contact/columns';
import { csvRecord } from '../csv/csvRecord';

/** A row that was left, as it stands in the file. */
export interface LeftRow {
  /** CSV text, without a line break. */
  readonly record: string;
  /** Why it was left. */
  readonly reason: string;
}

/** Where a spreadsheet would run a cell, its full-width forms included; some read over blanks in front. */
const formula = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/**
 * A CSV of rows that were left, ready to be mended and sent: every value exactly as it was, and in front of each row the
 * reason. In front, so that a row with too many or too few cells keeps its shape.
 *
 * @param header the header record as CSV text
 */
export function restCsv(header: string, newline: string, rows: readonly LeftRow[]): string {
  const lines = rows.map(({ record, reason }) => `${reasonCell(reason)},${record}`);
  return [`${csvRecord([reasonColumn])},${header.replace(/^\uFEFF/, '')}`, ...lines, ''].join(newline);
}

/**
 * Holds a stream's words, which must not become a formula. In quotes whatever it holds: where a spreadsheet takes another
 * separator than commas, a part of it would become a cell, too.
 */
function reasonCell(reason: string): string {
  const harmless = formula.test(reason) ? `'${reason}` : reason;
  return `"${harmless.replaceAll('"', '""')}"`;
}

import { cellsOf, isSepRecord, otherDelimiters, sepOf } from '../checks';
import { type CsvTable, scan } from '../csv';
import { isSound, lineBreakAfter } from './cells';
import { headerByContent } from './headerByContent';
import type { TextEdit } from './fix';
import { quotedAsItStands } from './quotes';
import { isSwallowing } from './rows';
import { isPause, type Steps } from './steps';

/**
 * Divides every record by commas, one edit a record. A cell that holds a comma gets quotes; every other one stays as
 * it stands. A record that another character divides is read by that one: see {@link ownDelimiter}.
 *
 * @param to what divides them then
 * @param columns how many cells a record should have
 */
export function* convertDelimiter(table: CsvTable, to: string, columns: number): Steps<readonly TextEdit[]> {
  const edits: TextEdit[] = [];
  for (let record = 0; record < table.recordCount; record++) {
    if (isPause(record)) yield;
    const edit = convertRecord(table, record, to, columns);
    if (edit) edits.push(edit);
  }
  return edits;
}

/** See {@link convertDelimiter}; `undefined` where nothing is to be changed. */
export function convertRecord(
  table: CsvTable,
  record: number,
  to: string,
  columns = table.fieldCount(record),
): TextEdit | undefined {
  const range = table.recordRange(record);
  const before = table.slice(range.start, range.end);
  const own = ownDelimiter(table, record, columns);
  let text = own === undefined ? divided(table, record, to) : divided(scan(before, own), 0, to);
  // What it says would be taken for true.
  if (record === 0 && sepOf(before) !== undefined) text = `sep=${to}`;
  return text === before ? undefined : { range, text };
}

/**
 * What divides a record that is a single cell by the table's delimiter, if another character makes of it at least half
 * the cells that it should have. Of one that has more cells, or a quote that is out of place, another character must make
 * exactly as many as it should have: `R&amp;D,Rao,…` below a header of semicolons.
 */
export function ownDelimiter(table: CsvTable, record: number, columns: number): string | undefined {
  const own = table.fieldCount(record);
  if (columns < 2 || own === columns || isSwallowing(table, record)) return undefined;
  const { start, end } = table.recordRange(record);
  if (end - start > longestRecord) return undefined;
  const text = table.slice(start, end);
  const isClear = own === 1 && !table.hasBrokenQuote(record, 0);
  if (!isClear && (columns < fewestToBeSure || /[\r\n]/.test(text))) return undefined;
  const [best] = [',', ...otherDelimiters]
    .filter((delimiter) => delimiter !== table.delimiter && text.includes(delimiter))
    .map((delimiter) => ({ delimiter, ...divisionOf(text, delimiter) }))
    .filter(({ cells, isWhole, isSound }) =>
      isClear && isSound
        ? isWhole && cells >= Math.max(2, columns / 2) && cells <= columns + 1
        : isWhole && cells === columns,
    )
    .sort((a, b) => b.cells - a.cells);
  return best?.delimiter;
}

/** Fewer columns may be words that a comma separates. */
const fewestToBeSure = 4;

/** In UTF-16 units. */
const longestRecord = 0x1000;

function divisionOf(text: string, delimiter: string) {
  const table = scan(text, delimiter);
  const isWhole = table.recordCount === 1 && !table.endsInsideQuote;
  return { cells: table.fieldCount(0), isWhole, isSound: table.quoteProblems.length === 0 };
}

function divided(table: CsvTable, record: number, to: string): string {
  const cells: string[] = [];
  const count = table.fieldCount(record);
  for (let field = 0; field < count; field++) {
    const { start, end } = table.fieldRange(record, field);
    const raw = table.slice(start, end);
    // A quote that is never closed holds its commas itself, to the end of the text.
    const isOpen = field === count - 1 && isSwallowing(table, record);
    cells.push(isOpen ? raw : withoutBare(to, raw));
  }
  return cells.join(to);
}

/** The cell with quotes if it holds the delimiter outside of quotes. */
function withoutBare(delimiter: string, raw: string): string {
  return !raw.includes(delimiter) || (raw.startsWith('"') && isSound(raw)) ? raw : quotedAsItStands(raw);
}

/** Puts a header above the text, which then is rows from its first line on: see {@link headerByContent}. */
export function insertHeader(table: CsvTable): readonly TextEdit[] {
  const first = isSepRecord(table) && table.recordCount > 1 ? 1 : 0;
  const start = table.recordCount > 0 ? table.recordRange(first).start : table.length;
  const lineBreak = (table.recordCount > 0 && lineBreakAfter(table, 0)) || '\n';
  const names = headerByContent(cellsOf(table, first));
  return [{ range: { start, end: start }, text: names.join(table.delimiter) + lineBreak }];
}

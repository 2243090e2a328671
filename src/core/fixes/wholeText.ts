import { contactColumns } from '../contact/columns';
import type { CsvTable } from '../csv/table';
import { isSound, lineBreakAfter } from './cells';
import type { TextEdit } from './fix';
import { quotedAsItStands } from './quotes';
import { isSwallowing } from './rows';

/**
 * Divides every record by commas, one edit a record. A cell that holds a comma gets quotes; every other one stays as
 * it stands.
 *
 * @param to what divides them then
 */
export function convertDelimiter(table: CsvTable, to = ','): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let record = 0; record < table.recordCount; record++) {
    const range = table.recordRange(record);
    const before = table.slice(range.start, range.end);
    const cells: string[] = [];
    const count = table.fieldCount(record);
    for (let field = 0; field < count; field++) {
      const { start, end } = table.fieldRange(record, field);
      const raw = table.slice(start, end);
      // A quote that is never closed holds its commas itself, to the end of the text.
      const isOpen = field === count - 1 && isSwallowing(table, record);
      cells.push(isOpen ? raw : withoutBare(to, raw));
    }
    const text = cells.join(to);
    if (text !== before) edits.push({ range, text });
  }
  return edits;
}

/** The cell with quotes if it holds the delimiter outside of quotes. */
function withoutBare(delimiter: string, raw: string): string {
  return !raw.includes(delimiter) || (raw.startsWith('"') && isSound(raw)) ? raw : quotedAsItStands(raw);
}

/** Puts a line with all six columns above the text, which then is rows from its first line on. */
export function insertHeader(table: CsvTable): readonly TextEdit[] {
  const start = table.recordCount > 0 ? table.recordRange(0).start : table.length;
  const lineBreak = (table.recordCount > 0 && lineBreakAfter(table, 0)) || '\n';
  return [{ range: { start, end: start }, text: contactColumns.join(table.delimiter) + lineBreak }];
}

import type { CsvTable } from '../csv';
import { endsInsideQuote, lineBreakAfter } from './cells';
import type { TextEdit } from './fix';
import { isPause, type Steps } from './steps';

/** Appends the cells that the row lacks, empty. */
export function padRow(table: CsvTable, record: number, expected: number): readonly TextEdit[] {
  const { end } = table.recordRange(record);
  const lacking = expected - table.fieldCount(record);
  return [{ range: { start: end, end }, text: table.delimiter.repeat(lacking) }];
}

/** Takes the cells behind the expected ones away, each with the delimiter before it. */
export function cutRow(table: CsvTable, record: number, expected: number): readonly TextEdit[] {
  const { end } = table.recordRange(record);
  return [{ range: { start: table.fieldRange(record, expected - 1).end, end }, text: '' }];
}

/**
 * Takes records away with the line break behind each; the last one, where the text does not end in a line break,
 * with the one before it. Neighbours go in one edit.
 *
 * @param records ascending, without the header
 */
export function* deleteRows(table: CsvTable, records: readonly number[]): Steps<readonly TextEdit[]> {
  const edits: TextEdit[] = [];
  for (let at = 0; at < records.length; at++) {
    if (isPause(edits.length)) yield;
    const first = records[at] ?? 0;
    let last = first;
    while (records[at + 1] === last + 1) {
      last++;
      at++;
    }
    edits.push(deleteRun(table, first, last));
  }
  return edits;
}

/** See {@link deleteRows}. */
export function deleteRow(table: CsvTable, record: number): TextEdit {
  return deleteRun(table, record, record);
}

function deleteRun(table: CsvTable, first: number, last: number): TextEdit {
  const start = table.recordRange(first).start;
  const end = table.recordRange(last).end;
  const behind = lineBreakAfter(table, last).length;
  if (behind > 0) return { range: { start, end: end + behind }, text: '' };
  return { range: { start: first > 0 ? table.recordRange(first - 1).end : start, end }, text: '' };
}

/** Whether the record is the one that a quote never closed has swallowed the rest of the text into. */
export function isSwallowing(table: CsvTable, record: number): boolean {
  return record === table.recordCount - 1 && endsInsideQuote(table);
}

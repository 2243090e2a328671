import type { CsvTable } from '../csv';
import { written } from './cells';
import type { TextEdit } from './fix';
import { isPause, type Steps } from './steps';

/** A column to add: its name, and the value that every row gets, or each record by itself, unquoted. */
export interface NewColumn {
  readonly name: string;
  readonly value: string | ((record: number) => string);
}

/**
 * Adds columns at the end of the header and in the same place of every record that is not a blank line. A row that
 * is too short gets the cells before it too, empty, and in one that is too long the new cells stand before the surplus
 * ones: a value must never land in another column than its own.
 */
export function* addColumns(table: CsvTable, columns: readonly NewColumn[]): Steps<readonly TextEdit[]> {
  const { delimiter } = table;
  const join = (cells: readonly string[]) =>
    cells.map((cell) => delimiter + written(cell, delimiter)).join('');
  const names = join(columns.map(({ name }) => name));
  const valuesOf = (record: number) =>
    join(columns.map(({ value }) => (typeof value === 'string' ? value : value(record))));
  const width = table.fieldCount(0);
  const edits: TextEdit[] = [];
  for (let record = 0; record < table.recordCount; record++) {
    if (isPause(record)) yield;
    if (table.isBlank(record)) continue;
    const count = table.fieldCount(record);
    const { end } = table.fieldRange(record, Math.min(width, count) - 1);
    const padding = delimiter.repeat(Math.max(0, width - count));
    edits.push({ range: { start: end, end }, text: record === 0 ? names : padding + valuesOf(record) });
  }
  return edits;
}

/**
 * Takes columns out of every record that is long enough to have them, each cell with one delimiter. Cells that stand
 * together go in one edit.
 *
 * @param fields ascending
 */
export function* removeColumns(table: CsvTable, fields: readonly number[]): Steps<readonly TextEdit[]> {
  const runs = runsOf(fields);
  const edits: TextEdit[] = [];
  for (let record = 0; record < table.recordCount; record++) {
    if (isPause(record)) yield;
    if (table.isBlank(record)) continue;
    const count = table.fieldCount(record);
    for (const { first, last } of runs) {
      if (first >= count) break;
      const start = table.fieldRange(record, first).start;
      const end = table.fieldRange(record, Math.min(last, count - 1)).end;
      // The delimiter behind goes with them; the last cells of a record take the one before.
      if (last < count - 1) edits.push({ range: { start, end: end + 1 }, text: '' });
      else edits.push({ range: { start: first > 0 ? start - 1 : start, end }, text: '' });
    }
  }
  return edits;
}

function runsOf(fields: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const field of fields) {
    const run = runs.at(-1);
    if (run?.last === field - 1) run.last = field;
    else runs.push({ first: field, last: field });
  }
  return runs;
}

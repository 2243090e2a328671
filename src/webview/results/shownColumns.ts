import { resultColumns, type ResultColumn, type ResultRow } from '../../protocol/results';
import type { RowList } from '../../protocol/rows';
import type { Describe } from './columns';

/** These stay in sight, whatever else is hidden or scrolled away. */
export const fixedColumns: readonly ResultColumn[] = ['line', 'outcome', 'name'];

/** Columns that another one holds: the parts of the name and of the phone number. */
const parts: ReadonlySet<ResultColumn> = new Set(['firstName', 'lastName', 'phoneNumber', 'countryCode']);

/** Columns that are of use whatever they hold. */
const always: ReadonlySet<ResultColumn> = new Set([...fixedColumns, 'phone']);

/**
 * The columns that are worth their room, until the user chooses: none that is empty, holds one value in every row, or
 * repeats another one.
 */
export function defaultColumns(rows: RowList, describe: Describe): readonly ResultColumn[] {
  const repeatsCode = every(rows, (row) => row.extension === '' || row.extension === row.countryCode);
  const first = rows.at(0);
  return resultColumns.filter((column) => {
    if (always.has(column)) return true;
    if (first === undefined || parts.has(column) || (column === 'extension' && repeatsCode)) return false;
    const { text } = describe(first, column);
    return rows.length > 1 ? !every(rows, (row) => describe(row, column).text === text) : text !== '';
  });
}

function every(rows: RowList, holds: (row: ResultRow) => boolean): boolean {
  for (const row of rows) if (!holds(row)) return false;
  return true;
}

/** Chosen columns in the order of the table, with those that are always there. */
export function chosenColumns(chosen: readonly ResultColumn[]): readonly ResultColumn[] {
  const wanted = new Set([...fixedColumns, ...chosen]);
  return resultColumns.filter((column) => wanted.has(column));
}

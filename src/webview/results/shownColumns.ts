import { resultColumns, type ResultColumn, type ResultRow } from '../../protocol/results';
import type { CellField, Rows } from '../../protocol/rows';
import { fieldsOf, type Describe } from './columns';

/** These stay in sight, whatever else is hidden or scrolled away. */
export const fixedColumns: readonly ResultColumn[] = ['line', 'outcome', 'name'];

/** Columns that another one holds: the parts of the name and of the phone number. */
const parts: ReadonlySet<ResultColumn> = new Set(['firstName', 'lastName', 'phoneNumber', 'countryCode']);

/** Columns that are of use whatever they hold. */
const always: ReadonlySet<ResultColumn> = new Set([...fixedColumns, 'phone']);

/**
 * The columns that are worth their room, until the user chooses: none that is empty, holds one value in every row, or
 * repeats another one.
 * @param mayHaveReasons whether rows may yet come that say why: these have their room before, so that nothing moves aside
 */
export function defaultColumns(
  rows: Rows,
  describe: Describe,
  mayHaveReasons = false,
): readonly ResultColumn[] {
  const repeatsCode = every(
    rows,
    ['extension', 'countryCode'],
    ({ extension, countryCode }) => extension === '' || extension === countryCode,
  );
  const first = rows.at(0);
  return resultColumns.filter((column) => {
    if (always.has(column) || (column === 'why' && mayHaveReasons)) return true;
    if (first === undefined || parts.has(column) || (column === 'extension' && repeatsCode)) return false;
    const { text } = describe(first, column);
    if (rows.length === 1) return text !== '';
    return !every(rows, fieldsOf(column), (row) => describe(row, column).text === text);
  });
}

/** Whether all rows are so, which is asked once of those that have the same in these fields. */
function every(rows: Rows, fields: readonly CellField[], holds: (row: ResultRow) => boolean): boolean {
  for (const row of rows.examples(fields)) if (!holds(row)) return false;
  return true;
}

/** Chosen columns in the order of the table, with those that are always there. */
export function chosenColumns(chosen: readonly ResultColumn[]): readonly ResultColumn[] {
  const wanted = new Set([...fixedColumns, ...chosen]);
  return resultColumns.filter((column) => wanted.has(column));
}

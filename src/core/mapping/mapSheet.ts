import { contactColumns } from '../contact';
import type { ContactSheet } from '../checks';
import { csvRecord } from '../csv';
import type { ColumnMap } from './columnMap';
import { mapRow } from './mapRow';
import { type MapNeeds, type Untold } from './rowReading';

/** A file's rows as a map makes them. */
export interface MappedSheet {
  /** CSV with exactly the six columns in the documented order: a header, then each row on a record of its own. */
  readonly text: string;
  /** For each row, in order: its record in the file. Row `n` is record `n + 1` of {@link text}. */
  readonly records: readonly number[];
  /** By record of the file: what could not be told of its cells. Such rows are in the text, and must not be sent. */
  readonly untold: ReadonlyMap<number, readonly Untold[]>;
}

/** Records between two pauses: less than a millisecond of work. */
const recordsBetweenPauses = 16;

/**
 * The file with exactly the six columns. Blank lines and a header that is repeated are left out, and rows whose cells are
 * all blank: a constant would make contacts of them. A generator, as `check` is one; the last `next` gives the sheet.
 *
 * @param sheet one without open quotes; values of rows with errors may come from wrong columns
 * @param unsound records that are held back, be they rows or not: in the rest, a header stays above what it governs
 */
export function* mapSheet(
  sheet: ContactSheet,
  map: ColumnMap,
  needs: MapNeeds,
  unsound: Pick<ReadonlyMap<number, unknown>, 'has'> = new Map(),
): Generator<undefined, MappedSheet> {
  const records: number[] = [];
  const lines = [csvRecord(contactColumns)];
  const untold = new Map<number, readonly Untold[]>();
  for (let record = 1; record < sheet.recordCount; record++) {
    if (record % recordsBetweenPauses === 0) yield;
    if (!sheet.isRow(record) && !unsound.has(record)) continue;
    records.push(record);
    const row = mapRow(sheet, map, record, needs);
    lines.push(csvRecord(contactColumns.map((column) => row.values[column])));
    if (row.untold.length > 0) untold.set(record, row.untold);
  }
  return { text: `${lines.join('\n')}\n`, records, untold };
}

/** The cells that the map makes of one of the file's records: the six names of its header, else its values. */
export function mappedCells(
  sheet: ContactSheet,
  map: ColumnMap,
  needs: MapNeeds,
  record: number,
): readonly string[] {
  if (record === 0) return contactColumns;
  const { values } = mapRow(sheet, map, record, needs);
  return contactColumns.map((column) => values[column]);
}

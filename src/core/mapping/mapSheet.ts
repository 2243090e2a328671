import { contactColumns, type ContactColumn } from '../contact/columns';
import type { ContactValues } from '../contact/contact';
import type { ContactSheet } from '../checks/sheet';
import type { ColumnMap } from './columnMap';
import { csvRecord } from '../csv/csvRecord';

/** A file's rows as a map makes them. */
export interface MappedSheet {
  /** CSV with exactly the six columns in the documented order: a header, then each row on a record of its own. */
  readonly text: string;
  /** For each row, in order: its record in the file. Row `n` is record `n + 1` of {@link text}. */
  readonly records: readonly number[];
}

/**
 * The file with exactly the six columns, values as they are. Blank lines and a header that is repeated are left out, and
 * rows whose cells are all blank: a constant would make contacts of them.
 *
 * @param sheet one without broken quotes and ragged rows, or values would come from wrong columns
 * @param most stop after this many rows, for a look at the first ones
 */
export function mapSheet(sheet: ContactSheet, map: ColumnMap, most = Infinity): MappedSheet {
  const records: number[] = [];
  const lines = [csvRecord(contactColumns)];
  for (let record = 1; record < sheet.recordCount && records.length < most; record++) {
    if (!sheet.isRow(record)) continue;
    records.push(record);
    lines.push(csvRecord(mappedCells(sheet, map, record)));
  }
  return { text: `${lines.join('\n')}\n`, records };
}

/** The cells that the map makes of one of the file's records: the six names of its header, else its values. */
export function mappedCells(sheet: ContactSheet, map: ColumnMap, record: number): readonly string[] {
  if (record === 0) return contactColumns;
  const values = mappedValues(sheet, map, record);
  return contactColumns.map((column) => values[column]);
}

/** The values of one of the file's rows as the map makes them. A cell that a short row lacks is empty. */
export function mappedValues(sheet: ContactSheet, map: ColumnMap, record: number): Required<ContactValues> {
  const values: Partial<Record<ContactColumn, string>> = {};
  for (const column of contactColumns) values[column] = valueOf(column);
  return values as Required<ContactValues>;

  function valueOf(column: ContactColumn): string {
    const source = map[column];
    return 'constant' in source ? source.constant : cell(sheet, record, source.field);
  }
}

/** The first values of a field that are not blank, for a look at what it holds. */
export function sampleValues(sheet: ContactSheet, field: number, most: number): readonly string[] {
  const samples: string[] = [];
  // A column that is empty for this long counts as empty: the look must not read a million rows.
  const last = Math.min(sheet.recordCount, 1000);
  for (let record = 1; record < last && samples.length < most; record++) {
    const value = cell(sheet, record, field).trim();
    if (value !== '') samples.push(value);
  }
  return samples;
}

function cell({ table }: ContactSheet, record: number, field: number): string {
  return field < table.fieldCount(record) ? table.value(record, field) : '';
}

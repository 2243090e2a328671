import { type ContactColumn, contactColumns, type ContactValues, trimmed } from '../contact';
import type { ContactSheet } from '../checks';
import type { ColumnMap, ColumnSource } from './columnMap';
import { NameInRow } from './nameInRow';
import { NumberInRow } from './numberInRow';
import { type MapNeeds, type MappedRow, RowReading } from './rowReading';

/** In this order parts are told: each may be compared with those before it. */
const order: readonly ContactColumn[] = [
  'cellPhoneCountryCode',
  'cellPhoneExtension',
  'cellPhoneNumber',
  'salutation',
  'lastName',
  'firstName',
];

/**
 * One of the file's rows as the map makes it. Nothing of a cell that is taken in parts is lost: either the row has all of
 * it, or something is untold. A cell that a short row lacks is empty.
 */
export function mapRow(sheet: ContactSheet, map: ColumnMap, record: number, needs: MapNeeds): MappedRow {
  const row = new RowReading(sheet, map, record, needs);
  const [numbers, names] = [new NumberInRow(row), new NameInRow(row)];
  // What is whole comes first, parts are compared with it.
  for (const column of contactColumns) {
    const source = map[column];
    if (!isPart(source)) row.values[column] = whole(row, column, source);
  }
  for (const column of order) {
    const source = map[column];
    if (isPart(source)) row.values[column] = part(column, source);
  }
  return { values: row.values as Required<ContactValues>, untold: row.untold };

  function part(column: ContactColumn, source: ColumnSource): string {
    if ('same' in source) return row.values[source.same] ?? '';
    if (!('part' in source)) return '';
    switch (source.part) {
      case 'countryCallingCode':
        return numbers.country(column, source.field);
      case 'callingCode':
        return numbers.callingCode(column, source);
      case 'nationalNumber':
        return numbers.nationalNumber(column, source);
      case 'firstName':
      case 'lastName':
      case 'salutation':
        return names.part(column, source);
    }
  }
}

function isPart(source: ColumnSource): boolean {
  return 'part' in source || 'same' in source;
}

function whole(row: RowReading, column: ContactColumn, source: ColumnSource): string {
  if ('constant' in source) return source.constant;
  if (!('field' in source)) return '';
  const cell = row.cell(source.field);
  if (!('table' in source)) return cell;
  const value = trimmed(cell);
  const told = Object.hasOwn(source.table, value) ? source.table[value] : undefined;
  if (told === undefined || told === 'holdBack') {
    return row.fail(column, source.field, told === undefined ? 'newValue' : 'heldValue');
  }
  return told === 'asIs' ? cell : told;
}

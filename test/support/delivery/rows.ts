import assert from 'node:assert/strict';
import { contactColumns } from '../../../src/core/contact/columns';
import type { Contact } from '../../../src/core/contact/contact';
import type { ImportContent, ImportRow } from '../../../src/core/delivery';

export const header = contactColumns.join(',');

/** The row at a place: with a first name that no other row has, and a number of its own unless one is given. */
export function rowAt(index: number, number = numberOf(index)): ImportRow {
  const values = {
    firstName: `row${index}`,
    lastName: 'test',
    salutation: 'Mr',
    cellPhoneNumber: number,
    cellPhoneCountryCode: '+91',
    cellPhoneExtension: '+',
  };
  const cells = contactColumns.map((column) => values[column]);
  return { index, line: index + 2, values, cells, record: cells.join(',') };
}

export function numberOf(index: number): string {
  return String(9_000_000_000 + index);
}

/** Rows from place 0 on. */
export function rowsOf(count: number): ImportRow[] {
  return Array.from({ length: count }, (_, index) => rowAt(index));
}

/** The rows in one group, as what is sent of a file. */
export function outgoingOf(rows: readonly ImportRow[], more: Partial<ImportContent> = {}): ImportContent {
  return {
    name: 'contacts.csv',
    header,
    headerCells: contactColumns,
    newline: '\r\n',
    rows: [rows],
    ...more,
  };
}

/** The contact that a stream makes of a row. */
export function contactOf({ index, values }: ImportRow, id = `id${index}`): Contact {
  return {
    id,
    firstName: values.firstName,
    lastName: values.lastName,
    cellPhone: { phoneNumber: `+91${values.cellPhoneNumber ?? ''}`, countryCode: '+91' },
  };
}

/** The places of the rows that a request's CSV holds, by their first names. */
export function placesIn(bytes: Uint8Array): number[] {
  const [first, ...records] = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
  assert.equal(first, header);
  return records.map((record) => Number(/^row(\d+),/.exec(record)?.[1]));
}

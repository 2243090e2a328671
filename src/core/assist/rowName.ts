import type { ContactSheet } from '../checks';

/** First and last name of a row on one line, divided by a space; empty when it has neither. */
export function rowName(sheet: ContactSheet, record: number): string {
  return joined(sheet.value(record, 'firstName'), sheet.value(record, 'lastName'));
}

/** Country code and number of a row as they stand there, on one line; empty when it has neither. */
export function rowNumber(sheet: ContactSheet, record: number): string {
  return joined(sheet.value(record, 'cellPhoneCountryCode'), sheet.value(record, 'cellPhoneNumber'));
}

function joined(...values: readonly (string | undefined)[]): string {
  return values.join(' ').replace(/\s+/g, ' ').trim();
}

import type { ContactSheet } from '../checks';
import { callingCodeDigits, type ContactColumn, contactColumns } from '../contact';

/** Rows that are looked at for what is common in a list: enough to tell, and read in a fraction of a millisecond. */
const sampledRows = 500;

/**
 * The columns that a header cell may name, in the documented order: those that no other cell means, by whatever name.
 * The meaning of the cell itself is one of them, since it is about to be rewritten.
 */
export function columnsFor(sheet: ContactSheet, field: number): readonly ContactColumn[] {
  const elsewhere = new Set(
    sheet.recognised.flatMap((meaning, at) =>
      meaning === undefined || at === field ? [] : [meaning.column],
    ),
  );
  return contactColumns.filter((column) => !elsewhere.has(column));
}

/** Digits of the country calling codes in the first rows of the list, the most frequent first; unfit values are passed over. */
export function commonCallingCodes(sheet: ContactSheet): readonly string[] {
  const counts = new Map<string, number>();
  const end = Math.min(sheet.recordCount, sampledRows + 1);
  for (let record = 1; record < end; record++) {
    const digits = callingCodeDigits(sheet.value(record, 'cellPhoneCountryCode') ?? '');
    if (digits !== undefined) counts.set(digits, (counts.get(digits) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([digits]) => digits);
}

import { translatedSalutation, trimmed } from '../contact';
import type { ContactSheet } from '../checks';
import type { SalutationTable } from './columnMap';
import { cellValue } from './rowReading';

/** One of the different values of a field, without blanks around it, and how many rows have it. */
export interface DistinctValue {
  readonly value: string;
  readonly count: number;
}

/** A column with more different values, or longer ones, is none of salutations, and may hold names. */
const mostValues = 50;
const longestValue = 40;

/** The different values of a field, the most frequent first; `undefined` when they are too many for salutations. */
export function distinctValues(sheet: ContactSheet, field: number): readonly DistinctValue[] | undefined {
  const counts = new Map<string, number>();
  for (let record = 1; record < sheet.recordCount; record++) {
    if (!sheet.isRow(record)) continue;
    const value = trimmed(cellValue(sheet, record, field));
    counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size > mostValues || value.length > longestValue) return undefined;
  }
  return Array.from(counts, ([value, count]) => ({ value, count })).toSorted(
    (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
  );
}

/** What the values mean that are certain in some language; all others stay as they are. */
export function guessTable(values: readonly DistinctValue[]): SalutationTable {
  return Object.fromEntries(
    values.map(({ value }) => [value, translatedSalutation(value) ?? 'asIs'] as const),
  );
}

/** Whether a table says anything that the values do not say themselves. */
export function translates(table: SalutationTable): boolean {
  return Object.entries(table).some(([value, sent]) => sent !== 'asIs' && sent !== value);
}

import type { ContactSheet } from '../checks';
import { type ContactColumn, isBlankText } from '../contact';

/** So many records tell what a column holds. */
const mostRecords = 300;

/** Columns that are known by their values, and how each of these is written. Names are written in no way of their own. */
const shapes: readonly (readonly [ContactColumn, RegExp])[] = [
  ['cellPhoneCountryCode', /^\s*(?:\+|00)[1-9]\d{0,2}\s*$/],
  ['salutation', /^\s*(?:mrs?|ms)\.?\s*$/i],
  ['cellPhoneNumber', /^\s*\+[1-9](?:[\s().-]*\d){7,14}\s*$/],
];

/**
 * The missing column whose values a field holds, whatever its header says: every filled one of its first 300 cells is
 * written so. `undefined` when that is said of none.
 */
export function columnByContent(sheet: ContactSheet, field: number): ContactColumn | undefined {
  let left = shapes.filter(([column]) => sheet.fieldOf[column] === undefined);
  let isFilled = false;
  for (const value of filledValues(sheet, field)) {
    left = left.filter(([, shape]) => shape.test(value));
    if (left.length === 0) return undefined;
    isFilled = true;
  }
  return isFilled ? left[0]?.[0] : undefined;
}

function* filledValues({ table }: ContactSheet, field: number): Generator<string, void> {
  const last = Math.min(table.recordCount, mostRecords);
  for (let record = 1; record < last; record++) {
    if (field >= table.fieldCount(record)) continue;
    const value = table.value(record, field);
    if (!isBlankText(value)) yield value;
  }
}

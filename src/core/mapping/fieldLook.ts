import { isBlankText } from '../contact';
import type { ContactSheet } from '../checks';
import { cellValue } from './rowReading';

/** The look must not read a million rows. */
const mostRecords = 1000;

/** What a field holds, by its first rows. */
export interface FieldLook {
  /** The first values that are not blank, without the blanks around them. */
  readonly samples: readonly string[];
  /** Which share of the rows has a value, from 0 to 1; 0 where there are no rows. */
  readonly filled: number;
}

/** Looks at the values of a field, the first `most` of which are given. */
export function lookAt(sheet: ContactSheet, field: number, most: number): FieldLook {
  const samples: string[] = [];
  let [rows, filled] = [0, 0];
  const last = Math.min(sheet.recordCount, mostRecords);
  for (let record = 1; record < last; record++) {
    if (!sheet.isRow(record)) continue;
    rows++;
    const value = cellValue(sheet, record, field);
    if (isBlankText(value)) continue;
    filled++;
    if (samples.length < most) samples.push(value.trim());
  }
  return { samples, filled: rows === 0 ? 0 : filled / rows };
}

import type { CellValue } from 'read-excel-file/universal';
import { isTooLong, plainNumber } from './numberText';

/** What a cell can be that is seldom meant in a list of contacts. */
export type OddKind = 'longNumber' | 'date' | 'boolean' | 'error';

/** A cell as CSV has it. */
export interface CellText {
  readonly text: string;
  readonly odd?: OddKind;
}

/** What the library hands over for a number: its text in the sheet, which may also be an error's, see `normalSheet`. */
export class NumberCell {
  constructor(readonly text: string) {}
}

/** The text of a cell: text as it is, numbers in digits, dates as ISO 8601 writes them, `TRUE`, `#N/A`. */
export function cellText(value: CellValue<NumberCell> | Date | null): CellText {
  if (value === null) return { text: '' };
  if (typeof value === 'string') return { text: value };
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE', odd: 'boolean' };
  if (value instanceof NumberCell) return numberText(value.text);
  return { text: dateText(value as Date), odd: 'date' };
}

function numberText(written: string): CellText {
  const text = plainNumber(written);
  if (text === undefined) {
    return isoTime.test(written)
      ? { text: written.replace('T', ' '), odd: 'date' }
      : { text: written, odd: 'error' };
  }
  return isTooLong(text) ? { text, odd: 'longNumber' } : { text };
}

const isoTime = /^(?:\d{4}-\d{2}-\d{2}|\d{2}:\d{2})/;

/** The days before the first ones of the two date systems: on them there is a time and no date. */
const noDate = /^(?:1899-12-30|1904-01-01)T(?!00:00:00)/;

const day = 86_400_000;
const zeroDay = Date.UTC(1899, 11, 30);
const march1900 = Date.UTC(1900, 2, 1);

function dateText(date: Date): string {
  // Days are stored as fractions, so that a second is a little less than one.
  const time = Math.round(date.getTime() / 1000) * 1000;
  const [days = '', clock = ''] = isoOf(time)
    .replace(/\.000Z$/, '')
    .split('T');
  if (noDate.test(`${days}T${clock}`)) return clock;
  return clock === '00:00:00' ? days : `${days} ${clock}`;
}

/**
 * As the spreadsheet shows it. It counts a 29 February 1900, which never was; the library counts none, so that it gives
 * the days before as those before them.
 */
function isoOf(time: number): string {
  if (time < zeroDay + day || time >= march1900) return new Date(time).toISOString();
  const iso = new Date(time + day).toISOString();
  return time + day < march1900 ? iso : iso.replace('1900-03-01', '1900-02-29');
}

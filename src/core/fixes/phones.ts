import type { ContactSheet, FindingOf, Mangling } from '../checks';
import { callingCodeDigits, isBlankText, restoredNumber } from '../contact';
import { cellOf, rewrite, type Cell } from './cells';
import type { FixKind, TextEdit } from './fix';

/**
 * Leaves the national number in its cell and puts the country code into its own. `undefined` when the number is not known,
 * or that column or cell is not there, or holds something else, which would be lost. A country's letters are normalised first, by a fix of
 * their own.
 */
export function splitPrefix(
  sheet: ContactSheet,
  number: Cell,
  { callingCode, national }: FindingOf<'phone.prefixed'>,
): readonly TextEdit[] | undefined {
  const { table } = sheet;
  const field = sheet.cellOf(number.record, 'cellPhoneCountryCode');
  if (field === undefined || national === undefined) return undefined;
  const code = cellOf(table, number.record, field);
  if (!code.isSound) return undefined;
  if (!isBlankText(code.value) && callingCodeDigits(code.value) !== callingCode) return undefined;
  const edits = [rewrite(table, number, national)];
  const written = `+${callingCode}`;
  if (code.value !== written) edits.push(rewrite(table, code, written));
  return edits.sort((a, b) => a.range.start - b.range.start);
}

/** Writes the country code, and the number with the digits that stood behind the code. */
export function moveArea(
  sheet: ContactSheet,
  code: Cell,
  canonical: string,
  national: string,
): readonly TextEdit[] | undefined {
  const { table } = sheet;
  const field = sheet.cellOf(code.record, 'cellPhoneNumber');
  if (field === undefined) return undefined;
  const number = cellOf(table, code.record, field);
  if (!code.isSound || !number.isSound || isBlankText(number.value)) return undefined;
  return [rewrite(table, number, national), rewrite(table, code, canonical)].sort(
    (a, b) => a.range.start - b.range.start,
  );
}

/** What restores a number before a spreadsheet had it, by what it made of it. */
const restoring: Readonly<Partial<Record<Mangling, FixKind>>> = {
  decimal: 'dropDecimals',
  thousands: 'dropSeparators',
  lostZero: 'addLeadingZero',
  apostrophe: 'dropApostrophe',
  scheme: 'dropScheme',
};

/** The number before a spreadsheet had it, and the fix that restores it; `undefined` where nothing does. */
export function unmangled(
  value: string,
  how: Mangling,
): { readonly kind: FixKind; readonly value: string } | undefined {
  const kind = restoring[how];
  const number = restoredNumber(value, how);
  return kind && number !== undefined ? { kind, value: number } : undefined;
}

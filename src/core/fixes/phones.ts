import type { FindingOf, Mangling } from '../checks/finding';
import type { ContactSheet } from '../checks/sheet';
import { callingCodeDigits } from '../contact/callingCode';
import { isBlankText } from '../contact/text';
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

/**
 * The number before a spreadsheet had it, and the fix that restores it. `undefined` where digits are gone, or where
 * the value can be read in more than one way.
 */
export function unmangled(
  value: string,
  how: Mangling,
): { readonly kind: FixKind; readonly value: string } | undefined {
  const bare = value.trim();
  switch (how) {
    case 'decimal':
      return decimals.test(bare) ? { kind: 'dropDecimals', value: bare.replace(/[.,]0+$/, '') } : undefined;
    case 'thousands':
      return thousands.test(bare)
        ? { kind: 'dropSeparators', value: bare.replace(/[.,]0+$/, keepGroup).replace(/[^\d+]/g, '') }
        : undefined;
    case 'lostZero':
      return /^\d+$/.test(bare) ? { kind: 'addLeadingZero', value: `0${bare}` } : undefined;
    case 'apostrophe':
      return { kind: 'dropApostrophe', value: bare.slice(1).trim() };
    case 'scheme':
      return { kind: 'dropScheme', value: bare.slice(bare.indexOf(':') + 1).trim() };
    case 'exponent':
    case 'date':
    case 'errorValue':
      return undefined;
  }
}

const extension =
  /(?<=\d)[\s,;.]*(?:ext(?:ension|n)?|x|#|durchwahl|dw|poste|ramal|int(?:erno)?)[\s.:=]*\d{1,6}\s*$/i;

/** The number without the office extension behind it; the same text if it has none. */
export function withoutExtension(number: string): string {
  return number.replace(extension, '');
}

const decimals = /^\+?\d+[.,]0+$/;

/** Groups of three digits, in India also of two before the last one, with one kind of separator between, and perhaps zeros behind a decimal sign. */
const thousands = /^\+?\d{1,3}([.,'’\s])(?:\d{2,3}\1)*\d{3}(?:[.,]0{1,2})?$/u;

/** `,000` is a group of thousands, fewer zeros are decimals. */
function keepGroup(tail: string): string {
  return tail.length > 3 ? tail : '';
}

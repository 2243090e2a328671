import { asciiNumber } from './digits';
import type { PhoneNumbers } from './phoneNumbers';

/**
 * The digits of a country calling code as people and spreadsheets write it: `+91`, `0091`, `91`, `(+91)`, `91.0`,
 * with spaces around; `undefined` for anything else. The samples of the API page all write `+91`. Whether the code is
 * in use is another question.
 */
export function callingCodeDigits(text: string): string | undefined {
  const [, open, digits, close] =
    /^\s*(\()?\s*(?:\+|00)?\s*([1-9]\d{0,2})(?:[.,]0+)?\s*(\))?\s*$/.exec(asciiNumber(text)) ?? [];
  return (open === undefined) === (close === undefined) ? digits : undefined;
}

/** Not the ISO code of Namibia, in most lists: "not available". */
const notAvailable = 'NA';
/** Not an ISO code, but reserved for the country that uses it (ISO 3166-1, exceptional reservations). */
const unitedKingdom = 'UK';

/**
 * The calling code that a cell can only mean, digits only: a calling code in use, or an ISO country code. `undefined`
 * when it means none.
 */
export function understoodCallingCode(
  text: string,
  phones: Pick<PhoneNumbers, 'isCallingCode' | 'callingCodeOf'>,
): string | undefined {
  const digits = callingCodeDigits(text);
  if (digits !== undefined) return phones.isCallingCode(digits) ? digits : undefined;
  const iso = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(iso) || iso === notAvailable) return undefined;
  return phones.callingCodeOf(iso === unitedKingdom ? 'GB' : iso);
}

import { countryNamed } from './countryNames';
import { asciiNumber } from './digits';
import type { PhoneNumbers } from './phoneNumbers';
import { trimmedNumber } from './text';
import { twoLetterCode } from './threeLetterCodes';

/**
 * The digits of a country calling code as people and spreadsheets write it: `+91`, `0091`, `91`, `(+91)`, `91.0`, `'+91`,
 * `=+91`, `+091`, `+91-`, with spaces around; `undefined` for anything else. The samples of the API page all write `+91`. Whether the code is
 * in use is another question.
 */
export function callingCodeDigits(text: string): string | undefined {
  const [, open, digits, close] =
    /^(\()?\s*(?:(?:\++0{0,2}|00)\s*)?([1-9]\d{0,2})(?:[.,]0+)?\s*(\))?-?$/.exec(
      asciiNumber(text.trim()).replace(textMark, ''),
    ) ?? [];
  return (open === undefined) === (close === undefined) ? digits : undefined;
}

/** What a spreadsheet has in front of a value that is to be kept as text, or of a formula. */
const textMark = /^['’‘`=]\s*/;

/** A calling code with the digits behind it that an area has in common: `+1-876`. */
export interface CodeWithArea {
  readonly callingCode: string;
  readonly area: string;
}

/** `undefined` when the text is no such code. */
export function codeWithArea(
  text: string,
  phones: Pick<PhoneNumbers, 'isCallingCode'>,
): CodeWithArea | undefined {
  const code = asciiNumber(text).trim();
  const [, callingCode = '', area = ''] =
    /^\(?(?:\+|00)?(\d{1,3})\)?[-\s./(]+([1-9]\d{0,3})\)?$/.exec(code) ?? northAmerican.exec(code) ?? [];
  return phones.isCallingCode(callingCode) ? { callingCode, area } : undefined;
}

/** Written in one too: all areas of that plan have three digits. */
const northAmerican = /^\(?(?:\+|00)?(1)([2-9]\d{2})\)?$/;

/** Not the ISO code of Namibia, in most lists: "not available". */
const notAvailable = 'NA';
/** Not the ISO codes of Mauritania and Montserrat, unless in capitals: forms of address. */
const ofAddress = /^m[rs]$|^M[rs]$/;
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
  if (!/^[A-Z]{2}$/.test(iso) || iso === notAvailable || ofAddress.test(text.trim())) return undefined;
  return phones.callingCodeOf(iso === unitedKingdom ? 'GB' : iso);
}

/**
 * The calling code that a cell of a list means: {@link understoodCallingCode}, or that of a country it names, `India`,
 * `India (+91)`, `IND` or a flag. This is for checking a list, and not for comparing its rows with answers: how a stream
 * reads a name is not known.
 */
export function meantCallingCode(
  text: string,
  phones: Pick<PhoneNumbers, 'isCallingCode' | 'callingCodeOf'>,
): string | undefined {
  return understoodCallingCode(text, phones) ?? namedCallingCode(text, phones);
}

function namedCallingCode(
  text: string,
  phones: Pick<PhoneNumbers, 'isCallingCode' | 'callingCodeOf'>,
): string | undefined {
  if (text.length > longest) return undefined;
  const words = text.replace(/\p{RI}/gu, letterOfFlag);
  if (!/\p{L}/u.test(words)) return undefined;
  const [code, ...more] = asciiNumber(words).match(/\d+/g) ?? [];
  const name = code === undefined ? words : words.replace(/[\p{Nd}()+＋]/gu, ' ');
  const iso = twoLetterCode(name.trim()) ?? countryNamed(name);
  const country = iso === undefined ? understoodCallingCode(name, phones) : phones.callingCodeOf(iso);
  return more.length === 0 && (code === undefined || code === country) ? country : undefined;
}

const longest = 60;

/** A flag is written as the letters of its country’s ISO code. */
function letterOfFlag(indicator: string): string {
  return String.fromCodePoint((indicator.codePointAt(0) ?? 0) - firstIndicator + 0x41);
}

const firstIndicator = 0x1f1e6;

/**
 * The calling code of what a cell of a country column says: a code in use, an ISO code of two or three letters, a name in
 * one of some languages. `undefined` when it says none, or `NA`, which is Namibia's and most lists' "not available".
 * @param language one more language for names, as BCP 47 has it
 */
export function countryCallingCode(
  text: string,
  phones: Pick<PhoneNumbers, 'isCallingCode' | 'callingCodeOf'>,
  language?: string,
): string | undefined {
  const bare = trimmedNumber(text);
  const understood =
    understoodCallingCode(bare, phones) ?? understoodCallingCode(bare.replaceAll('.', ''), phones);
  if (understood !== undefined) return understood;
  // Digits beside a name must be its code: `India +92` says two.
  if (/\p{Nd}/u.test(bare)) return namedCallingCode(bare, phones);
  const iso = (/^[a-z]{3}$/i.test(bare) ? twoLetterCode(bare) : undefined) ?? countryNamed(bare, language);
  return iso === undefined ? namedCallingCode(bare, phones) : phones.callingCodeOf(iso);
}

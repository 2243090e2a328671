import { callingCodeDigits } from './callingCode';
import { isBlankText } from './text';
import { mangling } from './mangling';
import type { Meaning } from './recognise';

/** So many filled cells tell what a column holds. */
const tellingCells = 100;

/** Stands in a cell that has nothing to say. */
export const placeholder = /^(?:[-–—?.*/]+|n\/?a|null|nil|none|nan|unknown|unbekannt|tbd|#n\/a)$/i;

/**
 * Whether the values of a column speak against what its header says: fewer than half of its first filled cells look
 * like it. A column without values says nothing.
 *
 * @param besideNumber the header names a phone number too, so that a country may stand for its code
 */
export function refutedBy(values: Iterable<string>, meaning: Meaning, besideNumber: boolean): boolean {
  let filled = 0;
  let fitting = 0;
  for (const value of values) {
    const text = value.slice(0, longest).normalize('NFKC').trim();
    if (isBlankText(text) || placeholder.test(text)) continue;
    filled++;
    if (fits(text, meaning, besideNumber)) fitting++;
    if (filled === tellingCells) break;
  }
  return filled > fitting * 2;
}

/** A phone number by the way it is written: other numbers have no plus, trunk zero or area code in front. */
const writtenNumber = /^(?:\+[1-9]|0[1-9]|\((?:0|0?\d{2,4})\))(?:[\s()./-]*\d){7,13}$/;

/** Whether a column holds phone numbers, whatever its header says: all of its first filled cells are written so. */
export function areNumbers(values: Iterable<string>): boolean {
  let filled = 0;
  for (const value of values) {
    const text = value.slice(0, longest).normalize('NFKC').trim();
    if (isBlankText(text) || placeholder.test(text)) continue;
    if (!writtenNumber.test(text)) return false;
    if (++filled === tellingCells) break;
  }
  return filled > 0;
}

/** Of longer values, in UTF-16 units, only the start is looked at. */
const longest = 100;

function fits(text: string, meaning: Meaning, besideNumber: boolean): boolean {
  switch (meaning) {
    case 'firstName':
    case 'lastName':
    case 'fullName':
      return looksLikeName(text);
    case 'salutation':
      return looksLikeSalutation(text);
    case 'cellPhoneNumber':
      return looksLikeNumber(text);
    case 'cellPhoneCountryCode':
      return callingCodeDigits(text) !== undefined || (besideNumber && country.test(text));
    case 'cellPhoneExtension':
      return callingCodeDigits(text) !== undefined || extension.test(text);
  }
}

/** An ISO code, or a country's name. */
const country = /^\p{L}[\p{L}\p{M}\s.,'’()-]*$/u;
const extension = /^\+$|^(?:ext(?:ension|n)?|x|durchwahl|dw|poste|ramal)?[\s.:]*\+?\d{1,6}$/i;

const yesOrNo = /^(?:yes|no|true|false|ja|nein|oui|non|sí|si|não|sim|male|female|other)$/i;

/** Letters without digits, and no more words than a person has names. */
function looksLikeName(text: string): boolean {
  if (text.length >= longest || !/\p{L}/u.test(text)) return false;
  return !/[\p{Nd}@\\/<>=_{}[\]]|:\/\//u.test(text) && !yesOrNo.test(text) && text.split(/\s+/).length <= 7;
}

/**
 * As many digits as phone numbers have, perhaps with signs and a few letters around; or what spreadsheets make of
 * numbers. An amount or a measure is none, and of digits alone that few have, neither is a round sum.
 */
export function looksLikeNumber(text: string): boolean {
  const { how } = mangling(text) ?? {};
  if (how === 'exponent' || how === 'date' || how === 'errorValue') return true;
  if (/^\d{6,7}$/.test(text)) return /^0|^[2-9]\d*(?!000)\d{3}$/.test(text);
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0;
  if (digits < fewestDigits || digits > mostDigits) return false;
  if (how !== undefined) return true;
  if (/^-|^\d+[.,]\d+$/.test(text)) return /^0\d{2,}[.,]\d{5,}$/.test(text);
  return (text.match(/\p{L}/gu)?.length ?? 0) <= digits;
}

const fewestDigits = 6;
/** Two numbers may stand in one cell. */
const mostDigits = 32;

/** Every word of it is one that people are addressed with: a column of titles may be one of books, jobs or films. */
export function looksLikeSalutation(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[\s.,&/+()-]+/u)
    .filter((word) => word !== '');
  return words.length > 0 && words.length <= 5 && words.every((word) => formsOfAddress.has(word));
}

const formsOfAddress: ReadonlySet<string> = new Set(
  [
    'mr mister mrs missus ms miss mx master sir madam madame maam dame lord lady dr doctor prof professor rev hon esq',
    'm f w male female and',
    'herr herrn frau hr fr fräulein frl dipl ing med phil mag fam familie eheleute firma divers und',
    'monsieur mme mlle mademoiselle mm messieurs mesdames me maître dre et',
    'sr sra srta d dª dn don doña señor señora señorita dra y',
    'senhor senhora sr ª srª dona exmo exma e',
    'sig signor signora signorina sigra ra dott dottssa avv',
    'dhr mevr mevrouw heer de pan pani bay bayan г н жа господин госпожа bapak ibu bpk',
    'shri sri shree smt shrimati kumari kum श्री श्रीमती सुश्री डॉ',
    '様 さん 氏 殿 先生 女士 小姐 님 씨 السيد السيدة',
  ].flatMap((line) => line.split(' ')),
);

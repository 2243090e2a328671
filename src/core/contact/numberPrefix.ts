import type { NumberPrefix } from './phoneNumbers';
import { codeAtStart, isMobile, isNational, parse, withoutTrunkZero } from './parsedNumber';

/** Digits and what people put between them. */
const phoneText = /^[+\d\s().\-/\p{Zs}\p{Pd}]+$/u;

const prefixMark = /^[\s(]*(?:\+|00)/;
/** What may stand before a country code that is written without its mark. */
const beforeBareCode = /^[\s(0]+/;

/** Told fast, of most numbers that they hold none. */
export function mayHoldPrefix(number: string, callingCode: string | undefined): boolean {
  // Mostly the first character tells that neither a mark nor a space is there.
  const first = number.charCodeAt(0);
  if (first > zero && first <= nine) return callingCode !== undefined && number.startsWith(callingCode);
  if (prefixMark.test(number)) return true;
  return callingCode !== undefined && number.replace(beforeBareCode, '').startsWith(callingCode);
}

const [zero, nine] = [0x30, 0x39];

/** See {@link PhoneNumbers.prefixOf}. */
export function findPrefix(
  number: string,
  rowCode: string | undefined,
  codes: ReadonlySet<string>,
): NumberPrefix | undefined {
  // A plus behind digits begins another number.
  if (!phoneText.test(number) || number.lastIndexOf('+') > number.search(/\d/)) return undefined;
  const digits = number.replace(/\D/g, '');
  const mark = /^[\s(]*(\+|00)/.exec(number)?.[1];
  if (mark === undefined) return rowCode === undefined ? undefined : bareRepetition(digits, rowCode);
  const international = mark === '+' ? digits : digits.slice(2);
  const callingCode = rowCode ?? codeAtStart(international, codes);
  if (callingCode === undefined || !international.startsWith(callingCode)) return undefined;
  const rest = international.slice(callingCode.length);
  const parsed = parse(`+${international}`);
  // A valid number is taken without the trunk zero of `+44 (0)20 …`.
  const known = parsed?.isValid() ? parsed : withoutTrunkZero(rest, callingCode);
  if (known === undefined) return undefined;
  if (isDoubtfulZero(number, rest, callingCode)) return { isSure: true, callingCode };
  return { isSure: true, callingCode, national: known.nationalNumber };
}

/** Whether a zero stands in brackets behind the code, as one that is only dialled, and with it this is a number as well. */
function isDoubtfulZero(number: string, rest: string, callingCode: string): boolean {
  const [code, ...others] = number.split('(0)');
  const isBehindCode = others.length > 0 && code?.replace(/\D/g, '').replace(/^00/, '') === callingCode;
  return isBehindCode && isNational(rest, callingCode) && isNational(rest.slice(1), callingCode);
}

/**
 * `919876543210` beside `+91`, with zeros before or behind the code too; not `9198765432`, which is a number of India as
 * it stands. Where both readings are numbers, the country code is surely one only before a mobile number that the whole
 * is not: `4917612345678` would be a line of Leer with more digits than that town has.
 */
function bareRepetition(digits: string, callingCode: string): NumberPrefix | undefined {
  const bare = digits.replace(/^0+/, '');
  if (!bare.startsWith(callingCode)) return undefined;
  const rest = withoutTrunkZero(bare.slice(callingCode.length), callingCode);
  if (rest === undefined) return undefined;
  const prefix = { callingCode, national: rest.nationalNumber };
  const whole = withoutTrunkZero(digits, callingCode);
  if (whole === undefined || whole.nationalNumber === rest.nationalNumber) return { isSure: true, ...prefix };
  const isSure = isMobile(rest) && !isMobile(whole);
  // Behind a zero in front stands an area code, whatever the column says.
  return isSure || bare === digits ? { isSure, ...prefix } : undefined;
}

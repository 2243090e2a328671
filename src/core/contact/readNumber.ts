import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import { findPrefix } from './numberPrefix';
import { codeAtStart, isMobile, parse, parseWithZeros, withoutTrunkZero, withPlus } from './parsedNumber';
import type { ReadNumber } from './phoneNumbers';

/** A number with its country code, and whether it could be another one as well. */
interface Reading {
  readonly number: PhoneNumber;
  readonly isUnclear?: boolean;
}

/**
 * See `PhoneNumbers.read`.
 * @param home the calling code of where it is dialled from, when one is in use there
 */
export function readNumber(
  text: string,
  from: string | undefined,
  home: string | undefined,
  codes: ReadonlySet<string>,
): ReadNumber | undefined {
  const near = parsePhoneNumberFromString(text, { extract: false, ...dialledFrom(from, home) });
  const { number, isUnclear = false } = beginsWithZeros(text)
    ? farNumber(text, near, home, codes)
    : { number: near };
  if (!number?.isPossible()) return undefined;
  const { countryCallingCode: callingCode, nationalNumber } = number;
  const isInUse = number.isValid();
  const prefix = isInUse ? findPrefix(text, isMarked(text) ? undefined : callingCode, codes) : undefined;
  // A carrier's prefix may stand in front.
  const own = prefix?.callingCode === callingCode ? prefix : undefined;
  const isDoubtful =
    isUnclear || (own ? !own.isSure || own.national === undefined : isInUse && mayBegin(text, number));
  return {
    callingCode,
    national: own?.national ?? nationalNumber,
    isInUse,
    ...(number.ext !== undefined && { extension: number.ext }),
    ...(isDoubtful && { isDoubtful }),
  };
}

/**
 * A number as it is read everywhere, in lists without a map as well: valid or not, clear or not.
 * @param home a calling code in use
 */
export function parseFrom(
  text: string,
  home: string | undefined,
  codes: ReadonlySet<string>,
): PhoneNumber | undefined {
  const near = parse(text, home);
  return beginsWithZeros(text) ? farNumber(text, near, home, codes).number : near;
}

/**
 * Whether the first digits of a landline stand by themselves and are its country code, so that it may be a number that has
 * lost some others: `49 151 1234567`. A mobile number is none of some town; in Brazil, 55 is an area code too.
 */
function mayBegin(text: string, whole: PhoneNumber): boolean {
  const standsByItself = new RegExp(`^[\\s(]*${whole.countryCallingCode}\\D`).test(text);
  if (isMarked(text) || !standsByItself || isMobile(whole)) return false;
  return parse(`+${text.replace(/\D/g, '')}`)?.isPossible() ?? false;
}

/** The library throws where it does not know the code. */
function dialledFrom(from: string | undefined, home: string | undefined) {
  const country = from?.toUpperCase() ?? '';
  if (isSupportedCountry(country)) return { defaultCountry: country };
  return home === undefined ? {} : { defaultCallingCode: home };
}

function beginsWithZeros(text: string): boolean {
  return withPlus(text) !== text;
}

function isMarked(text: string): boolean {
  return text.trimStart().startsWith('+') || beginsWithZeros(text);
}

/**
 * What a number with `00` in front is. The library takes the country's own prefixes for calls abroad first: `008…` in
 * Korea, behind which `2 0 10…` is Egypt, though `0082 (0)10…` is Korea.
 * @param near what the library reads there
 */
function farNumber(
  text: string,
  near: PhoneNumber | undefined,
  home: string | undefined,
  codes: ReadonlySet<string>,
): Reading | { readonly number: undefined; readonly isUnclear?: boolean } {
  const far = parseWithZeros(text);
  if (far === undefined) {
    const isOfHome = home !== undefined && text.replace(/\D/g, '').startsWith(`00${home}`);
    const number = isOfHome && near?.countryCallingCode !== home ? parse(withPlus(text)) : near;
    return { number, isUnclear: isOtherWithoutZero(text, number, codes) };
  }
  if (!near?.isValid() || near.number === far.number) return { number: far };
  const standsByItself = new RegExp(`^[\\s(]*00\\s*${far.countryCallingCode}\\D`).test(text);
  return { number: far, isUnclear: !standsByItself };
}

/** Whether the country code behind `00` and the digits without the zero behind it are another number: `00420 (0)464 462 644`. */
function isOtherWithoutZero(
  text: string,
  number: PhoneNumber | undefined,
  codes: ReadonlySet<string>,
): boolean {
  const digits = withPlus(text).replace(/\D/g, '');
  const code = codeAtStart(digits, codes);
  if (code === undefined || code === number?.countryCallingCode) return false;
  return withoutTrunkZero(digits.slice(code.length), code) !== undefined;
}

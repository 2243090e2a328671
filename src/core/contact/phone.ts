import {
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import type {
  Country,
  NumberDescription,
  NumberKind,
  NumberPrefix,
  PhoneNumbers,
  PhoneVerdict,
  ReadNumber,
} from './phoneNumbers';
import { ValidDigits } from './validDigits';

/** Answers kept for re-checks, which then cost a look-up: as many as a list of 100,000 contacts asks for. */
const rememberedAnswers = 100_000;

/** Codes of services that belong to no country (ITU-T E.164), satellite phones among them; the library lists countries only. */
const globalCodes = ['800', '808', '870', '878', '881', '882', '883', '888', '979'];

/**
 * The numbering plans of libphonenumber-js with its `max` metadata: the smaller `mobile` set calls landlines, the
 * API page's own sample among them, invalid. This file is a part of its own, loaded on first use.
 */
export function createPhoneNumbers(): PhoneNumbers {
  const countries: readonly Country[] = getCountries()
    .map((iso) => ({ iso, callingCode: getCountryCallingCode(iso) }))
    .toSorted((a, b) => (a.iso < b.iso ? -1 : 1));
  const codeByIso = new Map<string, string>(countries.map(({ iso, callingCode }) => [iso, callingCode]));
  const codes = new Set([...globalCodes, ...codeByIso.values()]);
  const validDigits = new ValidDigits();
  const check = remembering(judge);
  const prefixOf = remembering((number, callingCode: string | undefined) =>
    findPrefix(number, callingCode, codes),
  );
  const readAny = remembering(read);
  const readPlain = (text: string, from: string | undefined): ReadNumber | undefined => {
    if (!plain.test(text)) return undefined;
    const digits = text.replace(/\D/g, '');
    const home = from === undefined ? undefined : (codeByIso.get(from.toUpperCase()) ?? from);
    const callingCode = (text.startsWith('+') ? codeAtStart(digits, codes) : home) ?? '';
    const national = text.startsWith('+') ? digits.slice(callingCode.length) : digits;
    return validDigits.has(national, callingCode) ? { callingCode, national, isInUse: true } : undefined;
  };
  return {
    isCallingCode: (digits) => codes.has(digits),
    callingCodeOf: (iso) => codeByIso.get(iso.toUpperCase()),
    countries: () => countries,
    // Most numbers are valid, and that is told faster than it is remembered.
    check: (number, callingCode) =>
      validDigits.has(number, callingCode) ? 'valid' : check(number, callingCode),
    // Most numbers hold none, and that is plain without remembering it.
    prefixOf: (number, callingCode) =>
      mayHoldPrefix(number, callingCode) ? prefixOf(number, callingCode) : undefined,
    lacksZero: remembering(lacksZero),
    e164: (number, callingCode) => {
      const known = callingCode !== undefined && codes.has(callingCode) ? callingCode : undefined;
      // Most are a valid number with or without its country code in front, and that is told faster.
      if (known === undefined) return toE164(number, known);
      const national = number.startsWith(`+${known}`) ? number.slice(known.length + 1) : number;
      return validDigits.has(national, known) ? known + national : toE164(number, known);
    },
    // Most are plain numbers of their country, and that is told faster.
    read: (text, from) => readPlain(text, from) ?? readAny(text, from),
    isInUse: (e164) => {
      const code = codeAtStart(e164, codes);
      if (code === undefined) return false;
      return validDigits.has(e164.slice(code.length), code) || (parse(`+${e164}`)?.isValid() ?? false);
    },
    describe: (number, callingCode) => (codes.has(callingCode) ? describe(number, callingCode) : undefined),
  };
}

/** The same function with a memory for its answers. */
function remembering<Code extends string | undefined, Answer>(
  ask: (number: string, callingCode: Code) => Answer,
): (number: string, callingCode: Code) => Answer {
  const answers = new Map<string, Answer>();
  return (number, callingCode) => {
    const key = `${callingCode ?? ''} ${number}`;
    const known = answers.get(key);
    if (known !== undefined || answers.has(key)) return known as Answer;
    const answer = ask(number, callingCode);
    if (answers.size >= rememberedAnswers) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

function parse(number: string, callingCode?: string): PhoneNumber | undefined {
  // `extract: false`: the cell is the number, not a text that holds one somewhere.
  const options = {
    extract: false,
    ...(callingCode === undefined ? {} : { defaultCallingCode: callingCode }),
  };
  return parsePhoneNumberFromString(number, options);
}

/** Nothing in brackets: what stands there is not always dialled. */
const plain = /^\+?\d[\d .-]*$/;

function read(text: string, from: string | undefined): ReadNumber | undefined {
  const parsed = parsePhoneNumberFromString(text, { extract: false, ...dialledFrom(from) });
  const found = parsed?.isValid() ? parsed : (parseWithZeros(text) ?? parsed);
  if (!found?.isPossible()) return undefined;
  return {
    callingCode: found.countryCallingCode,
    national: found.nationalNumber,
    isInUse: found.isValid(),
    ...(found.ext !== undefined && { extension: found.ext }),
  };
}

function dialledFrom(from: string | undefined) {
  if (from === undefined) return {};
  const country = from.toUpperCase();
  if (isSupportedCountry(country)) return { defaultCountry: country };
  return /^\d+$/.test(from) ? { defaultCallingCode: from } : {};
}

function toE164(number: string, callingCode: string | undefined): string | undefined {
  const parsed = parse(number, callingCode);
  const found = parsed?.isValid() ? parsed : (parseWithZeros(number) ?? parsed);
  return found?.isPossible() ? found.number.slice(1) : undefined;
}

/** The number with `+` where it has `00` and only so is one: the library knows `00` of no country in particular. */
function parseWithZeros(number: string): PhoneNumber | undefined {
  const international = withPlus(number);
  if (international === number) return undefined;
  const parsed = parse(international);
  return parsed?.isValid() ? parsed : undefined;
}

function withPlus(number: string): string {
  return number.replace(/^[\s(]*00/, '+');
}

function judge(number: string, callingCode: string): PhoneVerdict {
  const parsed = parse(number, callingCode);
  // The library takes `+1…` beside any calling code, so the codes are compared here.
  if (parsed && parsed.countryCallingCode !== callingCode) return 'otherCountry';
  // It also takes `9876543210 ext. 5`; the column holds digits.
  if (parsed?.ext !== undefined) return 'notANumber';
  if (parsed?.isValid()) return 'valid';
  const abroad = parseWithZeros(number);
  if (abroad && abroad.countryCallingCode !== callingCode) return 'otherCountry';
  const options = { defaultCallingCode: callingCode, extract: false };
  const international = withPlus(number);
  const isOwn = international.replace(/\D/g, '').startsWith(callingCode);
  const length = validatePhoneNumberLength(isOwn ? international : number, options);
  return verdictByLength[length ?? 'POSSIBLE'];
}

/** What the library says of a number's length, `POSSIBLE` when it finds nothing wrong with that. */
const verdictByLength: Readonly<
  Record<NonNullable<ReturnType<typeof validatePhoneNumberLength>> | 'POSSIBLE', PhoneVerdict>
> = {
  TOO_SHORT: 'tooShort',
  TOO_LONG: 'tooLong',
  INVALID_LENGTH: 'notInUse',
  INVALID_COUNTRY: 'otherCountry',
  NOT_A_NUMBER: 'notANumber',
  POSSIBLE: 'notInUse',
};

/** Digits and what people put between them. */
const phoneText = /^[+\d\s().\-/\p{Zs}\p{Pd}]+$/u;

const prefixMark = /^[\s(]*(?:\+|00)/;
/** What may stand before a country code that is written without its mark. */
const beforeBareCode = /^[\s(0]+/;

function mayHoldPrefix(number: string, callingCode: string | undefined): boolean {
  // Mostly the first character tells that neither a mark nor a space is there.
  const first = number.charCodeAt(0);
  if (first > zero && first <= nine) return callingCode !== undefined && number.startsWith(callingCode);
  if (prefixMark.test(number)) return true;
  return callingCode !== undefined && number.replace(beforeBareCode, '').startsWith(callingCode);
}

const [zero, nine] = [0x30, 0x39];

function findPrefix(
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

/** No calling code begins like another one. */
function codeAtStart(digits: string, codes: ReadonlySet<string>): string | undefined {
  return [1, 2, 3].map((length) => digits.slice(0, length)).find((code) => codes.has(code));
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

/** The valid number that the digits are as they stand, or behind a trunk zero, which does not belong to it. */
function withoutTrunkZero(rest: string, callingCode: string): PhoneNumber | undefined {
  return (
    national(rest, callingCode) ?? (rest.startsWith('0') ? national(rest.slice(1), callingCode) : undefined)
  );
}

function isMobile(number: PhoneNumber): boolean {
  const type = number.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}

/** The number, if the digits are a valid one of that code just so, nothing taken off for a trunk prefix. */
function national(digits: string, callingCode: string): PhoneNumber | undefined {
  const parsed = parse(`+${callingCode}${digits}`);
  return parsed?.nationalNumber === digits && parsed.isValid() ? parsed : undefined;
}

function isNational(digits: string, callingCode: string): boolean {
  return national(digits, callingCode) !== undefined;
}

function lacksZero(number: string, callingCode: string): boolean {
  const digits = number.trim();
  return (
    /^[1-9]\d+$/.test(digits) && !isNational(digits, callingCode) && isNational(`0${digits}`, callingCode)
  );
}

function describe(number: string, callingCode: string): NumberDescription | undefined {
  const near = parse(number, callingCode);
  const parsed = near?.isValid() ? near : parseWithZeros(number);
  if (parsed === undefined || parsed.ext !== undefined) return undefined;
  const kind = kinds[parsed.getType() ?? 'UNKNOWN'];
  return {
    international: parsed.formatInternational(),
    ...(parsed.country === undefined ? {} : { country: parsed.country }),
    ...(kind === undefined ? {} : { kind }),
  };
}

const kinds: Readonly<
  Record<NonNullable<ReturnType<PhoneNumber['getType']>> | 'UNKNOWN', NumberKind | undefined>
> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixedLine',
  FIXED_LINE_OR_MOBILE: 'fixedLineOrMobile',
  TOLL_FREE: 'tollFree',
  PREMIUM_RATE: 'premiumRate',
  SHARED_COST: 'sharedCost',
  VOIP: 'voip',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'company',
  VOICEMAIL: 'voicemail',
  UNKNOWN: undefined,
};

import {
  getCountries,
  getCountryCallingCode,
  validatePhoneNumberLength,
  type PhoneNumber,
} from 'libphonenumber-js/max';
import { findPrefix, mayHoldPrefix } from './numberPrefix';
import { codeAtStart, isNational, parse, withPlus } from './parsedNumber';
import type {
  Country,
  NumberDescription,
  NumberKind,
  PhoneNumbers,
  PhoneVerdict,
  ReadNumber,
} from './phoneNumbers';
import { parseFrom, readNumber } from './readNumber';
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
  const check = remembering((number, callingCode: string) => judge(number, callingCode, codes));
  const prefixOf = remembering((number, callingCode: string | undefined) =>
    findPrefix(number, callingCode, codes),
  );
  const homeOf = (from: string | undefined): string | undefined => {
    const code = from && (codeByIso.get(from.toUpperCase()) ?? from);
    return code !== undefined && codes.has(code) ? code : undefined;
  };
  const readAny = remembering((text, from: string | undefined) =>
    readNumber(text, from, homeOf(from), codes),
  );
  const readPlain = (text: string, from: string | undefined): ReadNumber | undefined => {
    if (!plain.test(text) || text.startsWith('00')) return undefined;
    const digits = text.replace(/\D/g, '');
    const home = homeOf(from);
    // It may hold its country code.
    if (home !== undefined && digits.startsWith(home)) return undefined;
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
      if (known === undefined) return toE164(number, known, codes);
      const national = number.startsWith(`+${known}`) ? number.slice(known.length + 1) : number;
      return validDigits.has(national, known) ? known + national : toE164(number, known, codes);
    },
    // Most are plain numbers of their country, and that is told faster.
    read: (text, from) => readPlain(text, from) ?? readAny(text, from),
    isInUse: (e164) => {
      const code = codeAtStart(e164, codes);
      if (code === undefined) return false;
      return validDigits.has(e164.slice(code.length), code) || (parse(`+${e164}`)?.isValid() ?? false);
    },
    describe: (number, callingCode) =>
      codes.has(callingCode) ? describe(number, callingCode, codes) : undefined,
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

/** Nothing in brackets: what stands there is not always dialled. */
const plain = /^\+?\d[\d .-]*$/;

function toE164(
  number: string,
  callingCode: string | undefined,
  codes: ReadonlySet<string>,
): string | undefined {
  const parsed = parseFrom(number, callingCode, codes);
  return parsed?.isPossible() ? parsed.number.slice(1) : undefined;
}

function judge(number: string, callingCode: string, codes: ReadonlySet<string>): PhoneVerdict {
  const parsed = parseFrom(number, callingCode, codes);
  // The library takes `+1…` beside any calling code, so the codes are compared here.
  if (parsed && parsed.countryCallingCode !== callingCode) return 'otherCountry';
  // It also takes `9876543210 ext. 5`; the column holds digits.
  if (parsed?.ext !== undefined) return 'notANumber';
  if (parsed?.isValid()) return 'valid';
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

function lacksZero(number: string, callingCode: string): boolean {
  const digits = number.trim();
  return (
    /^[1-9]\d+$/.test(digits) && !isNational(digits, callingCode) && isNational(`0${digits}`, callingCode)
  );
}

function describe(
  number: string,
  callingCode: string,
  codes: ReadonlySet<string>,
): NumberDescription | undefined {
  const parsed = parseFrom(number, callingCode, codes);
  if (!parsed?.isValid() || parsed.ext !== undefined) return undefined;
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

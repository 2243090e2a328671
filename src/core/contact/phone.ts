import {
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import type { PhoneNumbers, PhoneVerdict } from './phoneNumbers';

/** Verdicts kept for re-checks, which then cost a look-up: as many as a list of 100,000 contacts has. */
const rememberedVerdicts = 100_000;

/** Codes of services that belong to no country (ITU-T E.164), satellite phones among them; the library lists countries only. */
const globalCodes = ['800', '808', '870', '878', '881', '882', '883', '888', '979'];

/**
 * The numbering plans of libphonenumber-js with its `max` metadata: the smaller `mobile` set calls landlines, the
 * API page's own sample among them, invalid. This file is a part of its own, loaded on first use.
 */
export function createPhoneNumbers(): PhoneNumbers {
  const codes = new Set<string>(globalCodes);
  for (const country of getCountries()) codes.add(getCountryCallingCode(country));
  const remembered = new Map<string, PhoneVerdict>();
  return {
    isCallingCode: (digits) => codes.has(digits),
    check(number, callingCode) {
      const key = `${callingCode} ${number}`;
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const verdict = judge(number, callingCode);
      if (remembered.size >= rememberedVerdicts) remembered.clear();
      remembered.set(key, verdict);
      return verdict;
    },
  };
}

function judge(number: string, defaultCallingCode: string): PhoneVerdict {
  // `extract: false`: the cell is the number, not a text that holds one somewhere.
  const options = { defaultCallingCode, extract: false };
  const parsed = parsePhoneNumberFromString(number, options);
  // The library takes `+1…` beside any calling code, so the codes are compared here.
  if (parsed && parsed.countryCallingCode !== defaultCallingCode) return 'otherCountry';
  if (parsed?.isValid()) return 'valid';
  return verdictByLength[validatePhoneNumberLength(number, options) ?? 'POSSIBLE'];
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

import { callingCodeDigits, type PhoneNumbers } from '../contact';

/** What the safe mends must know of country codes; a part of what the checks know. */
export interface CountryCodes {
  /** How the API page writes a calling code, such as `+91` for `0091`; `undefined` when the value is none. */
  canonical(code: string): string | undefined;
}

/**
 * Country codes as `countryCode.invalid` understands them, but for ISO codes: countries share a calling code, and which
 * one was meant would be lost.
 */
export function countryCodesOf(phones: Pick<PhoneNumbers, 'isCallingCode'>): CountryCodes {
  return {
    canonical(code) {
      const digits = callingCodeDigits(code);
      return digits !== undefined && phones.isCallingCode(digits) ? `+${digits}` : undefined;
    },
  };
}

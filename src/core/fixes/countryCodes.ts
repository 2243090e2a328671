import { understoodCallingCode } from '../contact/callingCode';
import type { PhoneNumbers } from '../contact/phoneNumbers';

/** What the safe mends must know of country codes; a part of what the checks know. */
export interface CountryCodes {
  /** How the API page writes the code that a value can only mean, such as `+91`; `undefined` when it means none. */
  canonical(code: string): string | undefined;
}

/** Country codes as `countryCode.invalid` understands them, so that what is mended is what was found. */
export function countryCodesOf(phones: Pick<PhoneNumbers, 'isCallingCode' | 'callingCodeOf'>): CountryCodes {
  return {
    canonical(code) {
      const digits = understoodCallingCode(code, phones);
      return digits === undefined ? undefined : `+${digits}`;
    },
  };
}

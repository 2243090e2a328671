import { understoodCallingCode } from '../../core/contact/callingCode';
import type { PhoneNumbers } from '../../core/contact/phoneNumbers';
import type { CountryCodes } from '../../core/fixes';

/** What the fixes must know of country codes: the same that the rule on them reports as the code that is meant. */
export function countryCodes(phones: PhoneNumbers): CountryCodes {
  return {
    canonical(code) {
      const digits = understoodCallingCode(code, phones);
      return digits === undefined ? undefined : `+${digits}`;
    },
  };
}

import { callingCodeDigits } from '../../core/contact/callingCode';
import type { PhoneNumbers } from '../../core/contact/phoneNumbers';
import type { CountryCodes } from '../../core/fixes';

/** What the fixes must know of country codes, from what the checks know. */
export function countryCodes(phones: PhoneNumbers): CountryCodes {
  return {
    canonical(code) {
      const digits = callingCodeDigits(code) ?? phones.callingCodeOf(code.trim());
      return digits !== undefined && phones.isCallingCode(digits) ? `+${digits}` : undefined;
    },
  };
}

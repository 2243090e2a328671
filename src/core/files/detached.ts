import type { PhoneNumbers } from '../contact';

/** Shorter strings are copies in any case. */
const shortestSlice = 13;

/**
 * The same string, but no slice of another one. V8 makes a slice point into the string that it is cut out of: whoever
 * keeps a number keeps the piece of the file around it, and in the end the file.
 */
export function detached(text: string): string {
  return text.length < shortestSlice ? text : ` ${text}`.slice(1);
}

/** Numbering plans that may remember the numbers about which they are asked. */
export function askedDetached(phones: PhoneNumbers): PhoneNumbers {
  return {
    isCallingCode: (digits) => phones.isCallingCode(digits),
    callingCodeOf: (iso) => phones.callingCodeOf(iso),
    countries: () => phones.countries(),
    check: (number, callingCode) => phones.check(detached(number), callingCode),
    prefixOf: (number, callingCode) => phones.prefixOf(detached(number), callingCode),
    lacksZero: (number, callingCode) => phones.lacksZero(detached(number), callingCode),
    isInUse: (e164) => phones.isInUse(e164),
    e164: (number, callingCode) => phones.e164(detached(number), callingCode),
    read: (text, from) => phones.read(detached(text), from),
    describe: (number, callingCode) => phones.describe(detached(number), callingCode),
  };
}

import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';

/** @param callingCode one in use, where the number is dialled from */
export function parse(number: string, callingCode?: string): PhoneNumber | undefined {
  // `extract: false`: the cell is the number, not a text that holds one somewhere.
  const options = {
    extract: false,
    ...(callingCode === undefined ? {} : { defaultCallingCode: callingCode }),
  };
  return parsePhoneNumberFromString(number, options);
}

/** The number with `+` where it has `00` and only so is one: the library knows `00` of no country in particular. */
export function parseWithZeros(number: string): PhoneNumber | undefined {
  const international = withPlus(number);
  if (international === number) return undefined;
  const parsed = parse(international);
  return parsed?.isValid() ? parsed : undefined;
}

/** The number with `+` in the place of `00` in front. */
export function withPlus(number: string): string {
  return number.replace(/^[\s(]*00/, '+');
}

/** No calling code begins like another one. */
export function codeAtStart(digits: string, codes: ReadonlySet<string>): string | undefined {
  return [1, 2, 3].map((length) => digits.slice(0, length)).find((code) => codes.has(code));
}

/** The valid number that the digits are as they stand, or behind a trunk zero, which does not belong to it. */
export function withoutTrunkZero(rest: string, callingCode: string): PhoneNumber | undefined {
  return (
    national(rest, callingCode) ?? (rest.startsWith('0') ? national(rest.slice(1), callingCode) : undefined)
  );
}

export function isMobile(number: PhoneNumber): boolean {
  const type = number.getType();
  return type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE';
}

/** The number, if the digits are a valid one of that code just so, nothing taken off for a trunk prefix. */
export function national(digits: string, callingCode: string): PhoneNumber | undefined {
  const parsed = parse(`+${callingCode}${digits}`);
  return parsed?.nationalNumber === digits && parsed.isValid() ? parsed : undefined;
}

export function isNational(digits: string, callingCode: string): boolean {
  return national(digits, callingCode) !== undefined;
}

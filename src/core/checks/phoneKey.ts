import { comparedRow, oneOfTwo, type MangledShape, type NumberPrefix, type PhoneNumbers } from '../contact';

/** `isDoubtful`: without its decimals it is no number of the country, or it is one, though it looks like a date. */
export type PhoneShape = MangledShape & { readonly isDoubtful?: true };

/** A number and what is known of it without its verdict. */
export interface Asked {
  readonly number: string;
  /** Whether it is written without a plus, zeros in front, or anything between its digits. */
  readonly isBare: boolean;
  /** The row's, or `undefined` when it is missing or means none: that is a finding of its own, and the plans are not asked. */
  readonly callingCode: string | undefined;
  readonly shape: PhoneShape | undefined;
  readonly prefix: NumberPrefix | undefined;
}

/** The key by which answers and look-ups are compared too; without a calling code `national …`, here in digits alone. */
export function keyOf(
  { number, isBare, callingCode, shape, prefix }: Asked,
  countryCode: string,
  phones: PhoneNumbers,
): string | undefined {
  if (shape && shape.how !== 'thousands') return undefined;
  // Most numbers are written so, and then the one plan tells.
  if (isBare && !prefix && callingCode !== undefined) {
    return oneOfTwo(phones.e164(number, callingCode) ?? callingCode + number);
  }
  const { national } = prefix ?? {};
  if (prefix && national === undefined) return undefined;
  const code = prefix?.callingCode ?? callingCode;
  const values = {
    cellPhoneNumber: national ?? number,
    cellPhoneCountryCode: code === undefined ? countryCode : `+${code}`,
  };
  // No number with its country code begins with a zero.
  return comparedRow(values, phones).number?.replace(/^national \+?/, '0');
}

/** The key of a number that stands in the cell as a part of it, or as a spreadsheet has changed it. */
export function keyOfText(
  number: string,
  { callingCode }: Asked,
  countryCode: string,
  phones: PhoneNumbers,
): string | undefined {
  const found = phones.prefixOf(number, callingCode);
  const prefix = found?.isSure === true ? found : undefined;
  return keyOf({ number, isBare: false, callingCode, shape: undefined, prefix }, countryCode, phones);
}

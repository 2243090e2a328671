/**
 * Phone numbers as keys for telling whether two spellings are one number. Plain text work that knows no numbering
 * plans: it compares what was sent with what came back, and must judge numbers that no plan knows. All keys are
 * digits; `undefined` or an empty list stands for a number without any.
 */
export interface SpelledNumber {
  /** `+91`, `0091`, `91`, or empty. */
  readonly countryCode: string;
  /** With or without the country code, spaces and punctuation anywhere. */
  readonly number: string;
}

/**
 * Country code and number in one, `919876543210` (E.164 without its plus). A number that starts with `+`, or with
 * `00` and the country code, holds the code already; any other gets it in front.
 */
export function fullNumber(spelled: SpelledNumber): string | undefined {
  const { code, digits, holdsCode } = split(spelled);
  if (digits === '') return undefined;
  return holdsCode ? digits.replace(/^0+/, '') : code + digits;
}

/** As {@link fullNumber}, less the zeros at the start of the national number, which get lost or added on the way. */
export function fullNumberWithoutZeros(spelled: SpelledNumber): string | undefined {
  const { code, digits, holdsCode } = split(spelled);
  const bare = digits.replace(/^0+/, '');
  if (bare === '') return undefined;
  if (!holdsCode) return code + bare;
  return bare.startsWith(code) ? code + bare.slice(code.length).replace(/^0+/, '') : bare;
}

/**
 * Every number that the spelling may stand for: digits without a plus that begin with the country code may hold it
 * or merely start like it. One is right, so a match by these alone is a guess.
 */
export function possibleNumbers(spelled: SpelledNumber): readonly string[] {
  const sure = fullNumberWithoutZeros(spelled);
  if (sure === undefined) return [];
  const { code, digits, hasPlus } = split(spelled);
  const bare = digits.replace(/^0+/, '');
  if (hasPlus || code === '' || !bare.startsWith(code)) return [sure];
  return [...new Set([sure, code + bare, code + bare.slice(code.length).replace(/^0+/, '')])];
}

function split({ countryCode, number }: SpelledNumber) {
  const code = countryCode.replace(/\D/g, '').replace(/^0+/, '');
  const digits = number.replace(/\D/g, '');
  const hasPlus = /^[^\d+]*\+/.test(number);
  return { code, digits, hasPlus, holdsCode: hasPlus || (code !== '' && digits.startsWith(`00${code}`)) };
}

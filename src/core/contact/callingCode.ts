/**
 * The digits of a country calling code as people write it: `+91`, `0091`, `91`, with spaces around; `undefined` for
 * anything else. The samples of the API page all write `+91`. Whether the code is in use is another question.
 */
export function callingCodeDigits(text: string): string | undefined {
  return /^\s*(?:\+|00)?([1-9]\d{0,2})\s*$/.exec(text)?.[1];
}

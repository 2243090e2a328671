/**
 * What is not seen behind a letter that misread UTF-8 begins with may be the other half of a letter: `Ã` and a soft hyphen
 * are `í`. Whoever takes it away loses the letter for good, so that it is left where it is, whether it is told or not.
 */
const unseen = '[\\u00A0\\u00AD\\u0080-\\u009F]';
const half = new RegExp(
  `[\\u00C0-\\u00FF]${unseen}|[\\u00E0-\\u00F4][^\\0-\\x7F]${unseen}|[\\u00F0-\\u00F4][^\\0-\\x7F]{2}${unseen}`,
);

export function mayHaveUnseenHalf(value: string): boolean {
  return half.test(value);
}

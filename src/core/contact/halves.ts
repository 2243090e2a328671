const switches = '\\x0E\\x0F\\x1B';

/**
 * What is not seen in a text that was read in the wrong encoding may be the other half of a letter, or tell how to read
 * what is behind it. Whoever takes it away loses letters for good, so that it is left where it is, whether it is told or
 * not.
 *
 * | | as in |
 * |---|---|
 * | a no-break space or a soft hyphen behind what is no ASCII | `Ã` and U+00AD, `í` as Windows-1252; `Ĺ` and U+00A0, `Š` as Windows-1250 |
 * | a control character U+0080 to U+009F | U+0085, `à` of DOS or `Ö` of a Mac as Latin-1 |
 * | Escape, Shift Out, Shift In | ISO-2022, the mail of Japan and Korea |
 */
const half = new RegExp(`[^\\0-\\x7F\\s\\p{Cf}][\\u00A0\\u00AD]|[\\u0080-\\u009F${switches}]`, 'u');

export function mayHaveUnseenHalf(value: string): boolean {
  return half.test(value);
}

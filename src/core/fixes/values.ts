/**
 * New values for cells, as plain text work. Each gives the value as it came when there is nothing to do.
 */

/** Without blanks of any kind at its ends, and without invisible ones anywhere. */
export function trimmed(value: string): string {
  return value.replace(invisible, '').trim();
}
// Zero-width space, word joiner, byte order mark. The joiners U+200C and U+200D belong to the spelling of names.
const invisible = /[\u180E\u200B\u2060\uFEFF]/g;

/** Without control characters; a tab or a line break divides words, and stays. */
export function withoutControlCharacters(value: string): string {
  return value.replace(controlCharacters, '');
}
const controlCharacters = /(?![\t\n\r])\p{Cc}/gu;

/** Whether nothing can be seen in the value. */
export function isBlank(value: string): boolean {
  return trimmed(value) === '';
}

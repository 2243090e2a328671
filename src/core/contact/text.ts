/**
 * What in a value is not seen and would be stored. Control characters are those of Unicode (C0, DEL, C1); a tab or a
 * line break inside a cell is one too. Blanks are all other white space, the no-break space among it, and characters
 * without any width. The joiners U+200C and U+200D are no blanks: they belong to the spelling of names.
 */
const controls = '\\p{Cc}';
// Soft hyphen, Mongolian separator, zero-width space, marks of direction (copied numbers carry them), word joiner, BOM.
const invisibles = '\\u00AD\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF';

const breakCharacters = '[\\t\\n\\v\\f\\r\\u0085]';
const outerBreaks = new RegExp(`^${breakCharacters}+|${breakCharacters}+$`, 'gu');
const innerBreaks = new RegExp(`\\s*${breakCharacters}+\\s*`, 'gu');
const control = new RegExp(controls, 'u');
const allControls = new RegExp(controls, 'gu');
const allInvisibles = new RegExp(`[${invisibles}]`, 'gu');
/** Whether there may be anything to do at all, told quickly. */
const suspicious = /^\s|\s$|[^\x20-\x7e]/;

/** Whether nothing can be seen in the value: it is empty, or holds blanks and control characters alone. */
export function isBlankText(value: string): boolean {
  return value === '' || trimmed(withoutControlCharacters(value)) === '';
}

/** Without blanks at its ends and without invisible ones anywhere; the same string if it has none. */
export function trimmed(value: string): string {
  return suspicious.test(value) ? value.replace(allInvisibles, '').trim() : value;
}

export function hasControlCharacter(value: string): boolean {
  return control.test(value);
}

/** Without control characters; those that divide words, line breaks and tabs, leave one space between them. */
export function withoutControlCharacters(value: string): string {
  if (!control.test(value)) return value;
  return value.replace(outerBreaks, '').replace(innerBreaks, ' ').replace(allControls, '');
}

import type { ContactColumn } from './columns';

/**
 * What in a value is not seen and would be stored. Control characters are those of Unicode (C0, DEL, C1); a tab or a
 * line break inside a cell is one too. Blanks are all other white space, the no-break space among it, and characters
 * without any width. The joiners U+200C and U+200D are no blanks: they belong to the spelling of names.
 */
const controls = '\\p{Cc}';
// Soft hyphen, Mongolian separator, zero-width space, marks of direction (copied numbers carry them), word joiner, BOM.
const invisibles =
  '\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF';
// In a number all others too, which belong to the spelling of names: joiners, fillers, selectors, tags; and narrow blanks.
const invisiblesInNumbers = '[\\p{Default_Ignorable_Code_Point}\\u2007\\u202F\\u2800]';
// Nobody sees them; a control character U+0080 to U+009F may be a letter of another encoding.
const seen = new RegExp(`[^\\s${controls}\\p{Default_Ignorable_Code_Point}\\u2800]|[\\u0080-\\u009F]`, 'u');

const breaks = /[\t\n\v\f\r\u0085]+/g;
const blanks = /[\s\u0085]+/g;
const control = new RegExp(controls, 'u');
const lineBreak = /[\n\v\f\r\u0085\u2028\u2029]/;
const allControls = new RegExp(controls, 'gu');
const allInNumbers = new RegExp(invisiblesInNumbers, 'gu');
const allInvisibles = new RegExp(`[${invisibles}]`, 'gu');
/** Whether there may be anything to do at all, told quickly. */
const suspicious = /^\s|\s$|[^\x20-\x7e]/;

/** Whether nothing can be seen in the value: it is empty, or holds blanks, invisible and control characters alone. */
export function isBlankText(value: string): boolean {
  return !seen.test(value);
}

/** Without blanks at its ends and without invisible ones anywhere; the same string if it has none. */
export function trimmed(value: string): string {
  return suspicious.test(value) ? value.replace(allInvisibles, '').trim() : value;
}

/** As {@link trimmed} in a number: also without what is not seen there, though it may belong to a name. */
export function trimmedNumber(value: string): string {
  return suspicious.test(value) ? trimmed(value.replace(allInNumbers, '')) : value;
}

/** As {@link trimmed} or {@link trimmedNumber}, by what the column holds. */
export function trimmedIn(column: ContactColumn, value: string): string {
  return column.startsWith('cellPhone') ? trimmedNumber(value) : trimmed(value);
}

export function hasLineBreak(value: string): boolean {
  return lineBreak.test(value);
}

/**
 * Whether a line break divides more than words: two numbers, or two rows that quotes have made one. To take it for a space
 * would hide that.
 */
export function dividesMoreThanWords(value: string): boolean {
  return lineBreak.test(value.trim()) && /[\p{N}+,;|\t]/u.test(value);
}

export function hasControlCharacter(value: string): boolean {
  return control.test(value);
}

/** Without control characters; those that divide words, line breaks and tabs, leave one space between them. */
export function withoutControlCharacters(value: string): string {
  if (!control.test(value)) return value;
  const onOneLine = value.replace(blanks, (run, at: number) => {
    const isInside = at > 0 && at + run.length < value.length;
    return isInside && run.search(breaks) >= 0 ? ' ' : run.replace(breaks, '');
  });
  return onOneLine.replace(allControls, '');
}

import { replaceEach } from './replaceEach';

const formula = String.raw`\s*(?:<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*)?`;
const value = String.raw`<(?:\w+:)?v\b[^<>]*>`;
/** A cell with a value: its tag, and what is in it up to the value's end. */
const cellWithValue = new RegExp(`<((?:\\w+:)?c)(\\s[^<>]*[^<>/])>(${formula}${value})([^<]*)(?=<)`, 'g');

/** The day after 31 December 9999, the last one that a spreadsheet shows, as each of its date systems counts it. */
export const endOfDays = { 1900: 2_958_466, 1904: 2_957_004 } as const;

/**
 * Writes cells so that the library reads what is in them: a formula's text that LibreOffice marked as inline, `true` and
 * `false`, and the number of a cell that is formatted as a date and can be none, which would come without its digits.
 * Further data of a cell, which the library takes for its value, is left out.
 *
 * @param end the first number that is no date any more
 */
export function plainCells(xml: string, end: number): string {
  // What does not end takes the rest with it.
  const bare = replaceEach(xml, /<(?:\w+:)?extLst\b(?:[^<>]*\/>|[^]*?(?:<\/(?:\w+:)?extLst>|$))/g, () => '');
  return replaceEach(bare, cellWithValue, (all, name = '', attributes = '', before = '', text = '') => {
    const type = /\st\s*=\s*["'](\w+)["']/.exec(attributes)?.[1] ?? 'n';
    const cell = (kept: string, written = text) => `<${name}${kept}>${before}${written}`;
    switch (type) {
      case 'inlineStr':
        return cell(attributes.replace(/(\st\s*=\s*["'])inlineStr/, '$1str'));
      case 'b':
        return cell(
          attributes,
          text
            .trim()
            .replace(/^true$/i, '1')
            .replace(/^false$/i, '0'),
        );
      case 'n':
        return Number(text) < 0 || Number(text) >= end
          ? cell(attributes.replace(/\ss\s*=\s*["']\d+["']/, ''))
          : all;
      default:
        return all;
    }
  });
}

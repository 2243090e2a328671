import { replaceEach } from './replaceEach';

const formula = String.raw`\s*(?:<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*)?`;
const value = String.raw`<(?:\w+:)?v\b[^<>]*>`;
/** A cell with a value: its tag, and what is in it up to the value's end. */
const cellWithValue = new RegExp(`<((?:\\w+:)?c)(\\s[^<>]*[^<>/])>(${formula}${value})([^<]*)(?=<)`, 'g');

/** What no date has behind it: the last one is 31 December 9999. */
const lastDate = 2_958_465;

/**
 * Writes cells so that the library reads what is in them: a formula's text that LibreOffice marked as inline, `true` and
 * `false`, and the number of a cell that is formatted as a date and can be none, which would come without its digits.
 * Further data of a cell, which the library takes for its value, is left out.
 */
export function plainCells(xml: string): string {
  // What does not end takes the rest with it.
  const bare = replaceEach(xml, /<(?:\w+:)?extLst\b[^]*?(?:<\/(?:\w+:)?extLst>|$)/g, () => '');
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
        return Number(text) < 0 || Number(text) > lastDate
          ? cell(attributes.replace(/\ss\s*=\s*["']\d+["']/, ''))
          : all;
      default:
        return all;
    }
  });
}

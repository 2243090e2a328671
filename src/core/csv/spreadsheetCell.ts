import { formulaStart } from './formulaStart';

/**
 * What a spreadsheet that is not set to commas may take for the end of a cell, quotes or not. Each is a place where a
 * formula could begin.
 */
const separators = /([;|\t\r\n]+)/;

/** Makes spreadsheets take a cell for text; they do not show it. */
const asText = "'";

/**
 * A value as a spreadsheet may have it without running it: an apostrophe stands before whatever would be run. One that
 * the value itself has in such a place gets a second one, so that {@link fromSpreadsheet} gives back every value.
 */
export function forSpreadsheet(value: string): string {
  return mapParts(value, (part, begin) => (formulaStart.test(begin) ? asText + part : part));
}

/** The reverse of {@link forSpreadsheet}. */
export function fromSpreadsheet(cell: string): string {
  return mapParts(cell, (part, begin) =>
    part.startsWith(asText) && formulaStart.test(begin) ? part.slice(asText.length) : part,
  );
}

/** A number or prefix as {@link forSpreadsheet}, but its leading plus stays: nothing behind it is worked out. */
export function phoneForSpreadsheet(value: string): string {
  return /^\+[\d ]*$/.test(value) ? value : forSpreadsheet(value);
}

/** @param change is given a part, and what it begins with behind its apostrophes, the separator that follows included */
function mapParts(text: string, change: (part: string, begin: string) => string): string {
  // Nearly all values, which saves half of the time.
  if (!/[\t\r\n=+\-@＝＋－＠]/.test(text)) return text;
  const parts = text.split(separators);
  return parts
    .map((part, index) => {
      // Every other one is a separator.
      if (index % 2 === 1) return part;
      const begin = part.replace(/^'+/, '');
      // A tab or line break is dangerous only where the whole cell begins with it.
      return change(part, index === 0 && begin === '' ? (parts[1] ?? '') : begin);
    })
    .join('');
}

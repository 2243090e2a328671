import { SpreadsheetError } from './problem';
import { replaceEach } from './replaceEach';

const mostRows = 1_048_576;
const mostColumns = 16_384;

/** The XML of a sheet that the library reads whole, and how many cells its table has. */
export interface NormalSheet {
  readonly xml: string;
  /** Rows by columns, as far as they hold anything: a single cell far away makes millions of empty ones. */
  readonly cells: number;
}

/**
 * Writes a sheet as the library expects one. The format lets a cell leave out where it is, next to the one before; the
 * library does not. It leaves errors (`#N/A`) out, and takes no time of day that is written as ISO 8601: both become
 * numbers without a format here, since every number is handed to us as the text that it is.
 *
 * @throws SpreadsheetError when it has rows or columns that no spreadsheet has
 */
export function normalSheet(xml: string): NormalSheet {
  let [row, column, rows, columns, filled] = [0, 0, 0, 0, 0];
  const normal = replaceEach(
    xml,
    /<((?:\w+:)?(?:row|c))(\s[^<>]*?)?(\/?)>/g,
    (_, name = '', written, end = '') => {
      // Blanks around the sign are allowed, and nobody else looks for them.
      const attributes = written?.replace(/(?<!\s)\s*=\s*/g, '=');
      const [, letters = '', number = ''] = /\sr=["']([A-Z]*)(\d*)["']/.exec(attributes ?? '') ?? [];
      if (name.endsWith('row')) {
        row = number === '' ? row + 1 : Number(number);
        column = 0;
      } else {
        if (number !== '') row = Number(number);
        column = letters === '' ? column + 1 : columnNumber(letters);
      }
      if (row > mostRows || column > mostColumns) throw new SpreadsheetError('damaged');
      const as = `${attributes ?? ''}${end}>`;
      if (name.endsWith('row')) return number === '' ? `<${name} r="${row}"${as}` : `<${name}${as}`;
      // A cell that ends in its own tag has a format and no value.
      if (end === '') {
        filled += 1;
        rows = Math.max(rows, row);
        columns = Math.max(columns, column);
      }
      if (/\st=["'][ed]["']/.test(attributes ?? ''))
        return `<${name} r="${columnName(column - 1)}${row}"${end}>`;
      return letters === '' ? `<${name} r="${columnName(column - 1)}${row}"${as}` : `<${name}${as}`;
    },
  );
  return { xml: normal, cells: Math.max(filled, rows * columns) };
}

/** 0 is `A`, 26 is `AA`. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

/** `A` is 1, `AA` is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

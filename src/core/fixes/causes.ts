import type { FindingCode } from '../checks';

/**
 * What a file suffers from, in the order in which it is mended: each makes it unsure what those behind it find. Quotes
 * come before the layout, since only what separates the cells tells which of them are out of place.
 * `values`: rows and their values; `rows`: there are none.
 */
export const causes = ['encoding', 'quotes', 'layout', 'header', 'rows', 'values'] as const;
export type Cause = (typeof causes)[number];

const ofStructure: Readonly<Partial<Record<FindingCode, Cause>>> = {
  'csv.encoding': 'encoding',
  'csv.linesAboveHeader': 'layout',
  'csv.delimiter': 'layout',
  'csv.rowDelimiter': 'layout',
  'csv.quotedLines': 'layout',
  'csv.otherQuotes': 'layout',
  'csv.unclosedQuote': 'quotes',
  'csv.strayQuote': 'quotes',
  'csv.joinedRows': 'quotes',
  'csv.noRows': 'rows',
};

/** The cause that a code stands for. A column that is merely not known keeps nothing from being sent. */
export function causeOf(code: FindingCode): Cause {
  const cause = ofStructure[code];
  if (cause !== undefined) return cause;
  return code.startsWith('columns.') && code !== 'columns.unknown' ? 'header' : 'values';
}

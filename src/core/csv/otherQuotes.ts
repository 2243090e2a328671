import type { CsvTable } from './table';

/** Signs that programs and people put around a cell in place of `"`, each with the one that ends it. */
const pairs: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['”', '”'],
  ['„', '“'],
  ['‘', '’'],
  ['’', '’'],
  ['‚', '‘'],
  ['«', '»'],
  ['»', '«'],
]);

/** Whether a text has any of them; most have none. */
export function hasOtherQuotes(text: string): boolean {
  return /['`“”„‘’‚«»]/.test(text);
}

/** Neighbouring cells that are one value, by the quotes around them; most often one cell. */
export interface QuotedSpan {
  readonly first: number;
  readonly last: number;
}

/** The sign that opens the value, if it is one of these quotes and the value ends with its other half. */
export function otherQuoteOf(value: string): string | undefined {
  const open = value.charAt(0);
  const close = pairs.get(open);
  return close !== undefined && value.length > 1 && value.endsWith(close) ? open : undefined;
}

/** What stands between those quotes. */
export function withoutOtherQuotes(value: string): string {
  return otherQuoteOf(value) === undefined ? value : value.slice(1, -1);
}

/** No value holds more delimiters; each cell that begins with such a quote is looked behind. */
const mostDivided = 20;

/**
 * The cells of a record that have such quotes around them. Quotes that open in one cell and end in a later one count
 * only in a record with more cells than there should be: a name may begin or end with an apostrophe.
 *
 * @param expected how many cells the record should have
 */
export function otherQuotesIn(table: CsvTable, record: number, expected: number): readonly QuotedSpan[] {
  const count = table.fieldCount(record);
  const spans: QuotedSpan[] = [];
  let surplus = Math.max(0, count - expected);
  for (let first = 0; first < count; first++) {
    const value = table.value(record, first).trim();
    const close = pairs.get(value.charAt(0));
    if (close === undefined) continue;
    if (otherQuoteOf(value) !== undefined) {
      spans.push({ first, last: first });
      continue;
    }
    for (let last = first + 1; last < Math.min(count, first + Math.min(surplus, mostDivided) + 1); last++) {
      if (!table.value(record, last).trim().endsWith(close)) continue;
      spans.push({ first, last });
      surplus -= last - first;
      first = last;
      break;
    }
  }
  return spans;
}

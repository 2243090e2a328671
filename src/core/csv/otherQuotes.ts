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

/**
 * The cells of a record that have such quotes around them. Quotes that open in one cell and end in a later one count
 * only in a record with more cells than there should be: a name may begin or end with an apostrophe.
 *
 * @param expected how many cells the record should have
 */
export function otherQuotesIn(table: CsvTable, record: number, expected: number): readonly QuotedSpan[] {
  const count = table.fieldCount(record);
  const spans: QuotedSpan[] = [];
  const nextEnd = endsIn(table, record);
  let surplus = Math.max(0, count - expected);
  for (let first = 0; first < count; first++) {
    const value = table.value(record, first).trim();
    const close = pairs.get(value.charAt(0));
    if (close === undefined) continue;
    const isWhole = otherQuoteOf(value) !== undefined;
    if (!isWhole && surplus === 0) continue;
    const last = isWhole ? first : nextEnd(close, first + 1);
    if (last >= count || last > first + surplus) continue;
    spans.push({ first, last });
    surplus -= last - first;
    first = last;
  }
  return spans;
}

/**
 * Tells which cell is the next to end with a sign, or how many there are. For each sign a cell is looked at once, if it is
 * asked from left to right: a record may have very many that begin with one.
 */
function endsIn(table: CsvTable, record: number): (sign: string, from: number) => number {
  const count = table.fieldCount(record);
  const found = new Map<string, number>();
  return (sign, from) => {
    let field = Math.max(from, found.get(sign) ?? 0);
    while (field < count && !table.value(record, field).trim().endsWith(sign)) field++;
    found.set(sign, field);
    return field;
  };
}

import type { ResultColumn, ResultRow } from '../../protocol/results';
import type { RowList } from '../../protocol/rows';
import { fold } from './search';
import { nameOf, outcomesByUrgency, phoneOf } from './columns';

/** The column that the table is sorted by. No `Sort` at all is the file's order. */
export interface Sort {
  readonly column: ResultColumn;
  readonly descending: boolean;
}

/** What a click on a column's heading leads to: ascending, then descending, then the file's order. */
export function nextSort(current: Sort | undefined, column: ResultColumn): Sort | undefined {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? undefined : { column, descending: true };
}

/** From so many different texts on, their base letters are compared: by the collator it takes a second. */
const many = 5_000;

/**
 * The rows' indices in sorted order. Rows without a value come last in both directions: nobody who sorts by ID
 * wants a page of empty cells first. Equal rows keep the file's order.
 */
export function sortedOrder(rows: RowList, sort: Sort, collator: Intl.Collator): number[] {
  const keys = Array.from(rows, (row) => sortKey(row, sort.column));
  const ranks = ranksOf(keys, collator);
  const sign = sort.descending ? -1 : 1;
  const values = Float64Array.from(keys, (key) =>
    key === undefined ? Infinity : sign * (typeof key === 'number' ? key : (ranks.get(key) ?? 0)),
  );
  return keys.map((_, index) => index).sort((a, b) => compareNumbers(values[a], values[b]) || a - b);
}

function compareNumbers(a = 0, b = 0): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Each text's place among all that are different. */
function ranksOf(
  keys: readonly (string | number | undefined)[],
  collator: Intl.Collator,
): Map<string, number> {
  const texts = [...new Set(keys.filter((key) => typeof key === 'string'))];
  if (texts.length < many) texts.sort((a, b) => collator.compare(a, b));
  else {
    const folded = new Map(texts.map((text) => [text, fold(text)]));
    texts.sort((a, b) => compareTexts(folded.get(a), folded.get(b)) || compareTexts(a, b));
  }
  const ranks = new Map<string, number>();
  let rank = 0;
  for (const [index, text] of texts.entries()) {
    // What the collator takes for equal has one rank, so that such rows keep the file's order.
    if (index > 0 && texts.length < many && collator.compare(texts[index - 1] ?? '', text) !== 0) rank++;
    ranks.set(text, texts.length < many ? rank : index);
  }
  return ranks;
}

function compareTexts(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sortKey(row: ResultRow, column: ResultColumn): string | number | undefined {
  if (column === 'line') return row.line ?? undefined;
  if (column === 'why') return row.message || row.remark || undefined;
  if (column === 'name') return nameOf(row) || undefined;
  if (column === 'phone') return phoneOf(row) || undefined;
  if (column === 'outcome') return outcomesByUrgency.indexOf(row.outcome);
  if (column !== 'createdAt') return row[column] || undefined;
  const time = Date.parse(row.createdAt);
  return Number.isNaN(time) ? undefined : time;
}

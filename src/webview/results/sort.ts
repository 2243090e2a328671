import type { ResultColumn, ResultRow } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import { numberCells } from '../../protocol/rowPage';
import { foldAll } from './search';
import { textOrder } from './textOrder';
import { fieldsOf, nameOf, outcomesByUrgency, phoneOf } from './columns';

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

/** What rows are sorted by: a rank for each row, or for each kind of row. */
export interface Ranks {
  /** From 0; those of rows without a value are `last`. */
  readonly ranks: Uint32Array;
  readonly last: number;
  /** By row, where its rank is; by itself without it. */
  readonly kinds: Uint32Array | undefined;
}

/**
 * The rows' indices in sorted order. Rows without a value come last in both directions: nobody who sorts by ID
 * wants a page of empty cells first. Equal rows keep the file's order.
 */
export function sortedOrder({ ranks, last, kinds }: Ranks, descending: boolean): readonly number[] {
  const rankOf = (row: number) => {
    const rank = ranks[kinds ? (kinds[row] ?? 0) : row] ?? last;
    return descending && rank < last ? last - 1 - rank : rank;
  };
  const { length } = kinds ?? ranks;
  // How many rows come before those of each rank: each row then has its place at once.
  const before = new Uint32Array(last + 2);
  const count = (at: number) => before[at] ?? 0;
  for (let row = 0; row < length; row++) before[rankOf(row) + 1] = count(rankOf(row) + 1) + 1;
  for (let at = 1; at < before.length; at++) before[at] = count(at) + count(at - 1);
  const order = new Array<number>(length).fill(0);
  for (let row = 0; row < length; row++) {
    const rank = rankOf(row);
    order[count(rank)] = row;
    before[rank] = count(rank) + 1;
  }
  return order;
}

/** Ranks rows by a column, with pauses in between: of 100,000 each step takes some ten milliseconds. */
export function* rankRows(
  rows: Rows,
  column: ResultColumn,
  collator: Intl.Collator,
): Generator<undefined, Ranks, undefined> {
  if (column === 'line') return lineRanks(rows);
  const { examples, exampleOf: kinds } = rows.alike(fieldsOf(column));
  yield;
  const keys = examples.map((row) => sortKey(row, column));
  yield;
  const texts = keys.filter((key) => typeof key === 'string');
  const ranked = texts.length < many ? fewRanks(keys, collator) : yield* manyRanks(keys);
  return { ...ranked, kinds };
}

/** Lines are ranks already. */
function lineRanks(rows: Rows): Ranks {
  const ranks = new Uint32Array(rows.length);
  let from = 0;
  for (const page of rows.pages) {
    ranks.set(numberCells(page).lines, from);
    from += page.count;
  }
  const last = ranks.reduce((most, line) => Math.max(most, line), 0) + 1;
  for (let row = 0; row < ranks.length; row++) ranks[row] = ranks[row] === 0 ? last : (ranks[row] ?? 0);
  return { ranks, last, kinds: undefined };
}

/** The place of each key among all that are different; there are no more ranks than keys. */
function fewRanks(
  keys: readonly (string | number | undefined)[],
  collator: Intl.Collator,
): Pick<Ranks, 'ranks' | 'last'> {
  const distinct = new Set(keys);
  const numbers = Float64Array.from([...distinct].filter((key) => typeof key === 'number')).sort();
  const known = new Map<string | number | undefined, number>(Array.from(numbers, (key, rank) => [key, rank]));
  const words = [...distinct].filter((key) => typeof key === 'string');
  words.sort((a, b) => collator.compare(a, b));
  let rank = -1;
  for (const [index, text] of words.entries()) {
    // What the collator takes for equal has one rank, so that such rows keep the file's order.
    if (index === 0 || collator.compare(words[index - 1] ?? '', text) !== 0) rank++;
    known.set(text, rank);
  }
  const last = known.size;
  return { ranks: Uint32Array.from(keys, (key) => known.get(key) ?? last), last };
}

/** By base letters, and where these are the same by the texts themselves. */
function* manyRanks(
  keys: readonly (string | number | undefined)[],
): Generator<undefined, Pick<Ranks, 'ranks' | 'last'>, undefined> {
  const texts = keys.map((key) => (typeof key === 'string' ? key : ''));
  const folded = foldAll(texts);
  yield;
  const order = textOrder(folded);
  yield;
  const ranks = new Uint32Array(keys.length);
  const last = keys.length;
  let [rank, before] = [-1, ''];
  const add = (index: number) => {
    const text = texts[index] ?? '';
    if (text !== before) rank++;
    before = text;
    ranks[index] = text === '' ? last : rank;
  };
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    const same = folded[order[from] ?? 0];
    while (to < order.length && folded[order[to] ?? 0] === same) to++;
    const group = order.subarray(from, to);
    if (to - from === 1) add(group[0] ?? 0);
    else {
      const own = textOrder(Array.from(group, (index) => texts[index] ?? ''));
      for (const place of own) add(group[place] ?? 0);
    }
    from = to;
  }
  return { ranks, last };
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

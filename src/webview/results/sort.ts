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

/**
 * The rows' indices in sorted order. Rows without a value come last in both directions: nobody who sorts by ID
 * wants a page of empty cells first. Equal rows keep the file's order.
 */
export function sortedOrder(
  rows: Rows,
  { column, descending }: Sort,
  collator: Intl.Collator,
): readonly number[] {
  const { places, last, placeOf } = column === 'line' ? lineRanks(rows) : ranks(rows, column, collator);
  // How many rows come before those of each rank: each row then has its place at once.
  const before = new Uint32Array(last + 2);
  const count = (at: number) => before[at] ?? 0;
  const rankOf = (row: number) => {
    const rank = places[placeOf(row)] ?? last;
    return descending && rank < last ? last - 1 - rank : rank;
  };
  for (let row = 0; row < rows.length; row++) before[rankOf(row) + 1] = count(rankOf(row) + 1) + 1;
  for (let at = 1; at < before.length; at++) before[at] = count(at) + count(at - 1);
  const order = new Array<number>(rows.length).fill(0);
  for (let row = 0; row < rows.length; row++) {
    const rank = rankOf(row);
    order[count(rank)] = row;
    before[rank] = count(rank) + 1;
  }
  return order;
}

/** Ranks from 0, those of rows without a value being `last`; `placeOf` says where that of a row is. */
interface Ranks {
  readonly places: Uint32Array;
  readonly last: number;
  readonly placeOf: (row: number) => number;
}

/** Lines are ranks already. */
function lineRanks(rows: Rows): Ranks {
  const places = new Uint32Array(rows.length);
  let from = 0;
  for (const page of rows.pages) {
    places.set(numberCells(page).lines, from);
    from += page.count;
  }
  const last = places.reduce((most, line) => Math.max(most, line), 0) + 1;
  for (let row = 0; row < places.length; row++) places[row] = places[row] === 0 ? last : (places[row] ?? 0);
  return { places, last, placeOf: (row) => row };
}

function ranks(rows: Rows, column: ResultColumn, collator: Intl.Collator): Ranks {
  const { examples, exampleOf } = rows.alike(fieldsOf(column));
  const keys = examples.map((row) => sortKey(row, column));
  return { ...ranksOf(keys, collator), placeOf: (row) => exampleOf[row] ?? 0 };
}

/** The place of each key among all that are different; there are no more ranks than keys. */
function ranksOf(
  keys: readonly (string | number | undefined)[],
  collator: Intl.Collator,
): Pick<Ranks, 'places' | 'last'> {
  const texts = keys.filter((key) => typeof key === 'string');
  if (texts.length >= many) return manyRanks(keys);
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
  return { places: Uint32Array.from(keys, (key) => known.get(key) ?? last), last };
}

/** By base letters, and where these are the same by the texts themselves. */
function manyRanks(keys: readonly (string | number | undefined)[]): Pick<Ranks, 'places' | 'last'> {
  const texts = keys.map((key) => (typeof key === 'string' ? key : ''));
  const folded = foldAll(texts);
  const places = new Uint32Array(keys.length);
  const last = keys.length;
  let [rank, before] = [-1, ''];
  const add = (index: number) => {
    const text = texts[index] ?? '';
    if (text !== before) rank++;
    before = text;
    places[index] = text === '' ? last : rank;
  };
  const order = textOrder(folded);
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
  return { places, last };
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

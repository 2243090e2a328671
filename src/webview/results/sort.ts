import type { ResultColumn, ResultRow } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import { foldAll } from './search';
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
export function sortedOrder(rows: Rows, { column, descending }: Sort, collator: Intl.Collator): number[] {
  const { examples, exampleOf } = rows.alike(fieldsOf(column));
  const keys = examples.map((row) => sortKey(row, column));
  const ranks = ranksOf(keys, collator);
  const last = ranks.size;
  const places = Uint32Array.from(keys, (key) => {
    const rank = key === undefined ? undefined : ranks.get(key);
    if (rank === undefined) return last;
    return descending ? last - 1 - rank : rank;
  });
  // How many rows come before those of each rank: each row then has its place at once.
  const before = new Uint32Array(last + 2);
  const placeOf = (row: number) => places[exampleOf[row] ?? 0] ?? last;
  const count = (at: number) => before[at] ?? 0;
  for (let row = 0; row < rows.length; row++) before[placeOf(row) + 1] = count(placeOf(row) + 1) + 1;
  for (let at = 1; at < before.length; at++) before[at] = count(at) + count(at - 1);
  const order = new Array<number>(rows.length).fill(0);
  for (let row = 0; row < rows.length; row++) {
    const place = placeOf(row);
    order[count(place)] = row;
    before[place] = count(place) + 1;
  }
  return order;
}

/** The place of each key among all that are different, from 0; there are no more ranks than keys. */
function ranksOf(
  keys: readonly (string | number | undefined)[],
  collator: Intl.Collator,
): ReadonlyMap<string | number, number> {
  const distinct = new Set(keys);
  const numbers = Float64Array.from([...distinct].filter((key) => typeof key === 'number')).sort();
  if (numbers.length > 0) return new Map(Array.from(numbers, (key, rank) => [key, rank]));
  const texts = [...distinct].filter((key) => typeof key === 'string');
  if (texts.length >= many) return new Map(sortedByFolded(texts).map((text, rank) => [text, rank]));
  texts.sort((a, b) => collator.compare(a, b));
  let rank = 0;
  return new Map(
    texts.map((text, index) => {
      // What the collator takes for equal has one rank, so that such rows keep the file's order.
      if (index > 0 && collator.compare(texts[index - 1] ?? '', text) !== 0) rank++;
      return [text, rank];
    }),
  );
}

/** Without a function that compares, which is called two million times. */
function sortedByFolded(texts: readonly string[]): readonly string[] {
  const originals = new Map<string, string>();
  for (const [index, folded] of foldAll(texts).entries()) {
    const text = texts[index] ?? '';
    originals.set(`${folded}\0${text}`, text);
  }
  return [...originals.keys()].sort().map((key) => originals.get(key) ?? '');
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

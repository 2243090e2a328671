import { rowOutcomes, type ResultColumn, type Results, type RowOutcome } from '../../protocol/results';
import { numberCells } from '../../protocol/rowPage';
import type { Rows } from '../../protocol/rows';
import type { Format } from '../shared/format';
import { Search } from './search';
import { rankRows, sortedOrder, type Ranks, type Sort } from './sort';
import { tellStory, type Story } from './story';

/** What the user asks to see. */
export interface Query {
  readonly filter: string;
  /** Only rows of this outcome; all when absent. */
  readonly outcome?: RowOutcome | undefined;
  /** Only rows of this group of the {@link Table.story}; all when absent. */
  readonly group?: number | undefined;
  readonly sort?: Sort | undefined;
}

/** The rows of an import as the user's query orders and filters them; knows nothing of the page. */
export class Table {
  readonly rows: Rows;
  readonly #collator: Intl.Collator;
  readonly #search: Search;
  #story: Story;
  /** By row: its outcome's place among them all. */
  #outcomes: Uint8Array;
  /** By column, whole or as far as they are made. */
  #ranks = new Map<ResultColumn, Ranks | ReturnType<typeof rankRows>>();
  /** Typing in the filter box sorts nothing again. */
  #sorted: { readonly sort: Sort | undefined; readonly order: readonly number[] };

  /** @param counts how many rows of the import have each outcome, those that are not listed included */
  constructor(rows: Rows, counts: Results['counts'], format: Pick<Format, 'date' | 'collator'>) {
    this.rows = rows;
    this.#outcomes = outcomesOf(rows);
    this.#story = storyOf(rows, counts);
    this.#collator = format.collator;
    this.#search = new Search(rows, format);
    this.#sorted = { sort: undefined, order: fileOrder(rows.length) };
  }

  get story(): Story {
    return this.#story;
  }

  /** To be called when rows have come or changed. `counts`: as for a new table. */
  renew(counts: Results['counts']): void {
    this.#outcomes = outcomesOf(this.rows);
    this.#story = storyOf(this.rows, counts);
    this.#ranks.clear();
    this.#sorted = { sort: undefined, order: fileOrder(this.rows.length) };
  }

  /**
   * Does a little of what the first search would have to do, or the first sort by one of some columns.
   * @returns whether there was anything
   */
  prepare(columns: readonly ResultColumn[]): boolean {
    if (this.#search.prepare()) return true;
    const column = columns.find((one) => !isRanked(this.#ranks.get(one)));
    if (column) this.#rank(column);
    return column !== undefined;
  }

  /** Indices into `rows`, in the order in which they are to be shown. */
  view({ filter, outcome, group, sort }: Query): readonly number[] {
    const order = this.#order(sort);
    const matches = this.#search.matcher(filter);
    if (outcome === undefined && group === undefined && !matches) return order;
    const wanted = outcome === undefined ? -1 : rowOutcomes.indexOf(outcome);
    return order.filter(
      (index) =>
        (outcome === undefined || this.#outcomes[index] === wanted) &&
        (group === undefined || this.story.groupOf[index] === group) &&
        (!matches || matches(index)),
    );
  }

  /** How many rows have each outcome; outcomes that no row has are absent. */
  counts(): ReadonlyMap<RowOutcome, number> {
    const counts = new Uint32Array(rowOutcomes.length);
    for (const code of this.#outcomes) counts[code] = (counts[code] ?? 0) + 1;
    const pairs = rowOutcomes.map((outcome, code) => [outcome, counts[code] ?? 0] as const);
    return new Map(pairs.filter(([, count]) => count > 0));
  }

  #order(sort: Sort | undefined): readonly number[] {
    const { sort: last, order } = this.#sorted;
    if (last?.column === sort?.column && last?.descending === sort?.descending) return order;
    const next = sort ? this.#sort(sort) : fileOrder(this.rows.length);
    this.#sorted = { sort, order: next };
    return next;
  }

  #sort({ column, descending }: Sort): readonly number[] {
    let ranks = this.#rank(column);
    while (!isRanked(ranks)) ranks = this.#rank(column);
    return sortedOrder(ranks, descending);
  }

  /** Goes on with the ranks of a column, by one step. */
  #rank(column: ResultColumn): Ranks | undefined {
    const known = this.#ranks.get(column) ?? rankRows(this.rows, column, this.#collator);
    if (isRanked(known)) return known;
    const { done, value } = known.next();
    this.#ranks.set(column, done ? value : known);
    return value;
  }
}

function isRanked(ranks: Ranks | ReturnType<typeof rankRows> | undefined): ranks is Ranks {
  return ranks !== undefined && 'ranks' in ranks;
}

function outcomesOf(rows: Rows): Uint8Array {
  const all = new Uint8Array(rows.length);
  let from = 0;
  for (const page of rows.pages) {
    all.set(numberCells(page).outcomes, from);
    from += page.count;
  }
  return all;
}

/** The story of rows, told of those that differ in what it asks of them. */
function storyOf(rows: Rows, counts: Results['counts']): Story {
  const { examples, exampleOf } = rows.alike(['message', 'remark', 'outcome', 'note']);
  const times = new Uint32Array(examples.length);
  for (const example of exampleOf) times[example] = (times[example] ?? 0) + 1;
  const { groups, groupOf } = tellStory(examples, counts, times);
  return { groups, groupOf: Int32Array.from(exampleOf, (example) => groupOf[example] ?? -1) };
}

function fileOrder(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}

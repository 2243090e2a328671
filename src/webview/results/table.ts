import type { ResultRow, Results, RowOutcome } from '../../protocol/results';
import type { Describe } from './columns';
import { Search } from './search';
import { sortedOrder, type Sort } from './sort';
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
  readonly rows: readonly ResultRow[];
  readonly story: Story;
  readonly #collator: Intl.Collator;
  readonly #search: Search;
  /** Sorting costs ten times what filtering does: typing in the filter box sorts nothing again. */
  #sorted: { readonly sort: Sort | undefined; readonly order: readonly number[] };

  /** @param counts how many rows of the import have each outcome, those that are not listed included */
  constructor(
    rows: readonly ResultRow[],
    counts: Results['counts'],
    describe: Describe,
    collator: Intl.Collator,
  ) {
    this.rows = rows;
    this.story = tellStory(rows, counts);
    this.#collator = collator;
    this.#search = new Search(rows, describe);
    this.#sorted = { sort: undefined, order: rows.map((_, index) => index) };
  }

  /** Indices into `rows`, in the order in which they are to be shown. */
  view({ filter, outcome, group, sort }: Query): readonly number[] {
    const order = this.#order(sort);
    const matches = this.#search.matcher(filter);
    if (outcome === undefined && group === undefined && !matches) return order;
    return order.filter(
      (index) =>
        (outcome === undefined || this.rows[index]?.outcome === outcome) &&
        (group === undefined || this.story.groupOf[index] === group) &&
        (!matches || matches(index)),
    );
  }

  /** How many rows have each outcome; outcomes that no row has are absent. */
  counts(): ReadonlyMap<RowOutcome, number> {
    const counts = new Map<RowOutcome, number>();
    for (const { outcome } of this.rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    return counts;
  }

  #order(sort: Sort | undefined): readonly number[] {
    const { sort: last, order } = this.#sorted;
    if (last?.column === sort?.column && last?.descending === sort?.descending) return order;
    const next = sort ? sortedOrder(this.rows, sort, this.#collator) : this.rows.map((_, index) => index);
    this.#sorted = { sort, order: next };
    return next;
  }
}

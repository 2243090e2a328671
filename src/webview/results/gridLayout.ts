import type { ResultColumn, Results } from '../../protocol/results';
import { debounce } from '../shared/dom';
import { ColumnMenu } from './columnMenu';
import type { Describe } from './columns';
import { Grid, type GridEvents } from './grid';
import type { KeptState } from './keptState';
import type { Selection } from './selection';
import { chosenColumns, defaultColumns } from './shownColumns';
import type { Table } from './table';

/** Scrolling without a pause as long as this saves its place once; ms. */
const scrollPause = 200;

/** What a layout looks at. */
export interface LaidOut {
  readonly table: Table;
  readonly describe: Describe;
  readonly selection: Selection;
  readonly state: KeptState;
  results(): Results;
  /** Whether all rows have come that are to be listed. */
  isComplete(): boolean;
}

/** What a layout leaves to the page. */
export type LayoutEvents = Omit<GridEvents, 'resize' | 'scrolled'> & {
  /** Another grid is in place of the one before, and shows nothing yet. */
  laidOut(): void;
};

/** Which columns there are and how wide: a grid is made for them, and another one when they change. */
export class GridLayout {
  readonly menu: ColumnMenu;
  readonly #page: LaidOut;
  readonly #pane: HTMLElement;
  readonly #events: LayoutEvents;
  #grid: Grid;
  /** What the grid was laid out for: columns, and outcomes, whose words have to fit. */
  #for = '';

  /** @param pane in which the grid goes */
  constructor(pane: HTMLElement, page: LaidOut, events: LayoutEvents) {
    this.#pane = pane;
    this.#page = page;
    this.#events = events;
    this.menu = new ColumnMenu((columns) => this.#choose(columns));
    this.#grid = this.#create();
  }

  get grid(): Grid {
    return this.#grid;
  }

  /** Whether rows, as they are now, want to be laid out in another way. */
  get isDue(): boolean {
    return this.#wanted() !== this.#for;
  }

  /** Makes the grid anew; the focus stays in it. */
  renew(): void {
    const { element } = this.#grid;
    const { scrollTop, scrollLeft } = element;
    this.#page.state.set({ scrollTop, scrollLeft });
    const hadFocus = element.contains(document.activeElement);
    this.#grid.dispose();
    element.remove();
    this.#grid = this.#create();
    this.#events.laidOut();
    if (hadFocus) this.#grid.focus();
  }

  #create(): Grid {
    const { table, describe, selection, state } = this.#page;
    const columns = this.#columns();
    this.#for = this.#wanted();
    this.menu.update(columns);
    const grid: Grid = new Grid(
      this.#pane,
      table.rows,
      columns,
      state.now.widths ?? {},
      describe,
      selection,
      {
        ...this.#events,
        resize: (column, px) => state.set({ widths: { ...state.now.widths, [column]: px } }),
        scrolled: debounce(() => {
          const { scrollTop, scrollLeft } = grid.element;
          if (grid === this.#grid) state.set({ scrollTop, scrollLeft });
        }, scrollPause),
      },
    );
    return grid;
  }

  /** @param columns those that the user wants to see; without any, those that are worth their room, each as wide as its values */
  #choose(columns: readonly ResultColumn[] | undefined): void {
    this.#page.state.set({ columns: columns && [...columns], ...(!columns && { widths: undefined }) });
    this.renew();
  }

  #columns(): readonly ResultColumn[] {
    const { state, table, describe } = this.#page;
    const { columns } = state.now;
    if (columns) return chosenColumns(columns);
    return defaultColumns(table.rows, describe, !this.#page.isComplete() && this.#mayHaveReasons);
  }

  get #mayHaveReasons(): boolean {
    const { running, counts, rowCount } = this.#page.results();
    return running !== '' || counts.created + counts.unmatched < rowCount;
  }

  #wanted(): string {
    return [...this.#columns(), ...this.#page.table.counts().keys()].join();
  }
}

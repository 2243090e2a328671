import {
  listedRows,
  type Results,
  type ResultsOrder,
  type ResultsRequest,
  type RowOutcome,
} from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import { element, menuContext } from '../shared/dom';
import type { Editor } from '../shared/startPage';
import { Bar } from './bar';
import { createDescribe } from './columns';
import { Details } from './details';
import { EmptyPane } from './emptyPane';
import type { Grid } from './grid';
import { GridLayout } from './gridLayout';
import { Header } from './header';
import { IdleWork } from './idleWork';
import { KeptState } from './keptState';
import { OpenRow } from './openRow';
import { RowOrders } from './rowOrders';
import { Selection } from './selection';
import { nextSort } from './sort';
import { Table } from './table';
import { Toolbar } from './toolbar';
import type { UiState } from './uiState';
import { goesOn, upkeepOf } from './upkeep';

/** What has changed is shown as often as this, in ms: a letter in the filter box has to find time in between. */
const renewalPause = 150;

const unfiltered = { filter: '', outcome: undefined, group: undefined };

/** One import on the screen: its parts, and what each of them does to the others. */
export class Page {
  readonly #state: KeptState;
  readonly #table: Table;
  readonly #selection = new Selection();
  readonly #header: Header;
  readonly #toolbar: Toolbar;
  readonly #bar: Bar;
  readonly #empty: EmptyPane;
  readonly #layout: GridLayout;
  readonly #open: OpenRow;
  readonly #orders: RowOrders;
  readonly #onKey = (event: KeyboardEvent) => this.#shortcut(event);
  #results: Results;
  /** Whether the pointer was moved into the table: one that rests where the page came up, as after a click on *Send*, reads nothing. */
  #isPointed = false;
  /** Indices into the rows, in the order in which they are shown. */
  #view: readonly number[] = [];
  /** Set as long as something that has changed is not shown yet. */
  #renewal: number | undefined;
  /** What the first search and the first sorts would have to do. Rows that are still coming are soon sorted otherwise. */
  readonly #preparation = new IdleWork(() => this.#table.prepare(this.#isComplete ? this.#grid.columns : []));

  /** @param rows those that have come by now; see {@link changed} */
  constructor(root: HTMLElement, results: Results, rows: Rows, editor: Editor<ResultsRequest>) {
    const { format } = editor;
    this.#results = results;
    this.#state = new KeptState(editor.load(), results, (kept) => editor.save(kept));
    this.#table = new Table(rows, results.counts, format);
    const [describe, selection, state] = [createDescribe(format), this.#selection, this.#state];
    const common = { rows, describe, selection, state, grid: () => this.#grid };

    const shown = { view: () => this.#view, partialOutcome: () => this.#partialOutcome };
    this.#orders = new RowOrders({ ...common, ...shown }, editor, {
      copied: (count) => this.#toolbar.copied(count),
      gone: () => this.#toolbar.gone(),
    });
    this.#header = new Header(format, {
      toggle: (outcome) => this.#narrow(state.now.outcome === outcome ? undefined : outcome),
      show: (group) =>
        state.now.group === group
          ? this.#narrow(undefined)
          : this.#narrow(this.#table.story.groups[group]?.outcome, group),
      act: (action) => void editor.ask({ type: 'act', action }),
    });
    const details = new Details(describe, format, {
      goToLine: (row) => this.#orders.goToLine(row),
      close: () => this.#open.close(),
    });
    this.#open = new OpenRow({ ...common, details, count: (selected) => this.#toolbar.select(selected) });
    this.#empty = new EmptyPane(format, {
      clear: () => {
        this.#query(unfiltered);
        this.#toolbar.focus();
      },
      export: () => this.#orders.export(),
    });
    const pane = element('div', { class: 'pane' }, this.#empty.element);
    // Nothing can be cut or pasted there: VS Code's own entries are for the filter and for what can be read in full.
    menuContext(pane, { importId: results.importId, preventDefaultContextMenuItems: true });
    pane.addEventListener('pointermove', () => (this.#isPointed = true));
    pane.addEventListener('pointerleave', () => (this.#isPointed = false));
    this.#bar = new Bar(format, (row) => this.#goToRow(row));
    const main = element('main', {}, pane, details.element);
    root.replaceChildren(this.#header.element, this.#bar.element, main);
    // Before the table has its room measured: rows that there is no room for would be drawn.
    this.#summarize();
    const laidOut = {
      ...{ table: this.#table, describe, selection, state },
      results: () => this.#results,
      isComplete: () => this.#isComplete,
    };
    // It is measured as it is made: the pane has to be in the document by then.
    this.#layout = new GridLayout(pane, laidOut, {
      goToLine: (row) => this.#orders.goToLine(row),
      sort: (column) => {
        this.#query({ sort: nextSort(state.now.sort, column) });
        this.#toolbar.sorted(state.now.sort);
      },
      open: (row, enter) => this.#open.open(row, enter),
      moved: (row) => {
        if (this.#open.index !== undefined) this.#open.open(row, false);
      },
      selected: () => this.#open.selectionChanged(),
      menu: () => this.#orders.menuOpens(),
      copy: () => this.#orders.copy('tsv'),
      laidOut: () => this.#restore(),
    });
    this.#toolbar = new Toolbar(format, this.#layout.menu.element, {
      // At every letter: even 100,000 rows are filtered faster than anybody types.
      filter: (filter) => this.#query({ filter }),
      leave: () => this.#grid.focus(),
      renew: () => this.#renewList(),
    });
    this.#header.element.after(this.#toolbar.element);
    document.addEventListener('keydown', this.#onKey);
    this.#restore();
    this.#preparation.start();
  }

  /** Does what a command of the editor asks of the page. */
  obey(order: ResultsOrder): void {
    this.#orders.obey(order);
  }

  /** Goes on with another state of the same import. Its rows come apart. */
  take(results: Results): void {
    const { of } = this.#state.now;
    // Where only some rows are listed, another state may have others at their places.
    const isPartial = this.#results.rowsNotListed > 0 || results.rowsNotListed > 0;
    this.#results = results;
    this.#state.take(results);
    if (isPartial && this.#state.now.of !== of) {
      this.#open.deselect();
      this.#orders.menuCloses();
    }
    this.changed();
  }

  /** Rows have come or changed, or something else has: shown in a little while, together with what comes until then. */
  changed(): void {
    this.#renewal ??= window.setTimeout(() => {
      this.#renewal = undefined;
      this.#inPlace(() => this.#renew());
    }, renewalPause);
  }

  /** Lets go of the document, so that another import can be shown in it. */
  dispose(): void {
    this.#state.close();
    window.clearTimeout(this.#renewal);
    this.#preparation.stop();
    document.removeEventListener('keydown', this.#onKey);
    this.#grid.dispose();
  }

  get #grid(): Grid {
    return this.#layout.grid;
  }

  /** Whether all rows that are to be listed have come, and no more will. */
  get #isComplete(): boolean {
    return this.#results.running === '' && this.#table.rows.length >= listedRows(this.#results);
  }

  /**
   * Whether the user is in the table, has scrolled it or selected rows in it: then nothing moves but what the user moves.
   * A menu of VS Code takes focus and pointer away; the rows that it is about stay selected.
   */
  get #isReading(): boolean {
    const { element: grid } = this.#grid;
    const isChosen = this.#selection.count > 0 || this.#open.index !== undefined;
    return isChosen || grid.scrollTop > 0 || this.#isPointed || grid.matches(':focus-within');
  }

  /** What is shown of all rows together. */
  #summarize(): void {
    const { rows, story } = this.#table;
    this.#header.update(this.#results, this.#table.counts(), this.#isComplete ? story.groups : []);
    this.#bar.update(rows, this.#results);
  }

  #renew(): void {
    this.#table.renew(this.#results.counts);
    this.#summarize();
    this.#renewRows();
    this.#open.renew();
    this.#preparation.start();
    if (!this.#isComplete || !this.#layout.isDue) return;
    // Columns that go are no news of the rows: they wait for whatever the reader does next.
    if (!this.#isReading) this.#layout.renew();
  }

  #renewRows(): void {
    const { rows } = this.#table;
    let made: readonly number[] | undefined;
    const view = () => (made ??= this.#table.view(this.#state.now));
    const now = { isRunning: this.#results.running !== '', isReading: this.#isReading };
    const areGone = this.#view.some((row) => row >= rows.length);
    const upkeep = areGone ? 'renew' : upkeepOf(this.#state.now.sort, now, () => goesOn(this.#view, view()));
    if (upkeep === 'renew') {
      const hadFocus = this.#grid.element.contains(document.activeElement);
      this.#refresh();
      if (hadFocus) this.#grid.focus();
      return;
    }
    if (upkeep === 'stay') this.#view = view();
    this.#grid.renew(this.#view);
    this.#tellExtent();
    this.#toolbar.offerRenewal(upkeep === 'offer');
  }

  /** As the user has asked: everything in its place again. */
  #renewList(): void {
    if (this.#layout.isDue) this.#layout.renew();
    else this.#refresh();
  }

  /** Keeps rows where they are on the screen while what is above them becomes higher or lower. */
  #inPlace(change: () => void): void {
    const top = () => this.#grid.element.getBoundingClientRect().top;
    const [before, { scrollTop }, isReading] = [top(), this.#grid.element, this.#isReading];
    change();
    // From where it was: at its end, a list that becomes higher has been scrolled by the browser already.
    if (isReading) this.#grid.element.scrollTop = scrollTop + top() - before;
  }

  /** Shows everything as it was left. */
  #restore(): void {
    const { scrollTop, scrollLeft, selected } = this.#state.now;
    this.#open.restore();
    this.#refresh();
    this.#open.show(selected);
    if (selected !== undefined) this.#grid.goTo(selected);
    this.#orders.mark();
    if (scrollLeft > 0 || scrollTop > 0) this.#grid.element.scrollTo(scrollLeft, scrollTop);
  }

  #goToRow(row: number): void {
    if (!this.#grid.shows(row)) this.#query(unfiltered);
    this.#open.open(row, false);
    this.#grid.focus();
  }

  #narrow(outcome: RowOutcome | undefined, group?: number): void {
    this.#query({ outcome, group });
  }

  #query(change: Partial<Pick<UiState, 'filter' | 'outcome' | 'group' | 'sort'>>): void {
    this.#state.set(change);
    if (this.#isComplete) this.#renewList();
    else this.#refresh();
    this.#grid.element.scrollTop = 0;
  }

  #refresh(): void {
    this.#view = this.#table.view(this.#state.now);
    this.#selection.keepShown(this.#view);
    this.#grid.show(this.#view, this.#state.now.sort);
    this.#open.selectionChanged();
    this.#toolbar.offerRenewal(false);
    this.#tellExtent();
  }

  /** How much of the table is shown, and why not more. */
  #tellExtent(): void {
    const { filter, outcome, group } = this.#state.now;
    const { length } = this.#table.rows;
    const notListed = this.#notListed;
    this.#header.setOutcome(outcome, group);
    // While rows are coming, the number of those that have come is news to nobody.
    const total = Math.max(length, listedRows(this.#results));
    this.#empty.update(this.#view.length, length, this.#partialOutcome || length === 0 ? notListed : 0);
    // Without a single row there is nothing to filter and nothing to head.
    const bare = length === 0;
    const shown = this.#view.length === length ? total : this.#view.length;
    this.#toolbar.update(filter, shown, total, bare ? 0 : notListed);
    this.#toolbar.element.hidden = bare;
    this.#grid.element.hidden = bare;
  }

  /** How many rows the list would have besides, were all of them listed. */
  get #notListed(): number {
    const { counts, rowsNotListed } = this.#results;
    const { outcome } = this.#state.now;
    if (outcome === undefined || rowsNotListed === 0) return rowsNotListed;
    return counts[outcome] - (this.#table.counts().get(outcome) ?? 0);
  }

  /** The outcome whose rows alone are shown, some of which are only counted. */
  get #partialOutcome(): RowOutcome | undefined {
    const { filter, outcome, group } = this.#state.now;
    return filter === '' && group === undefined && this.#notListed > 0 ? outcome : undefined;
  }

  #shortcut(event: KeyboardEvent): void {
    if (event.key === 'f' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#toolbar.focus();
    } else if (event.key === 'Escape' && this.#grid.element.contains(document.activeElement)) {
      event.preventDefault();
      if (this.#open.index !== undefined) this.#open.close();
      else this.#open.deselect();
    }
  }
}

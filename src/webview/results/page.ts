import * as l10n from '@vscode/l10n';
import type { ResultColumn, Results, ResultsOrder, ResultsRequest, RowOutcome } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import { createBar } from './bar';
import { ColumnMenu } from './columnMenu';
import { createDescribe, type Describe } from './columns';
import { Details } from './details';
import { debounce, element, icon, menuContext, textButton } from '../shared/dom';
import type { Editor } from '../shared/startPage';
import { Grid } from './grid';
import { Header } from './header';
import { RowOrders } from './rowOrders';
import { Selection } from './selection';
import { chosenColumns, defaultColumns } from './shownColumns';
import { nextSort } from './sort';
import { Table } from './table';
import { notListed, Toolbar } from './toolbar';
import { restoreState, type UiState } from './uiState';

/** Scrolling without a pause as long as this saves its place once; ms. */
const scrollPause = 200;

/** One import on the screen. It holds the state that the user makes; every part only shows its share. */
export class Page {
  readonly #editor: Editor<ResultsRequest>;
  readonly #table: Table;
  readonly #header: Header;
  readonly #toolbar: Toolbar;
  readonly #selection = new Selection();
  readonly #orders: RowOrders;
  #grid: Grid;
  /** The rows that are shown, in this order. */
  #view: readonly number[] = [];
  readonly #pane: HTMLElement;
  readonly #menu: ColumnMenu;
  readonly #describe: Describe;
  readonly #details: Details;
  readonly #empty: HTMLElement;
  readonly #onKey: (event: KeyboardEvent) => void;
  #state: UiState;
  /** The row that the details show. */
  #drawn: number | undefined;
  #disposed = false;

  constructor(root: HTMLElement, results: Results, rows: Rows, editor: Editor<ResultsRequest>) {
    this.#editor = editor;
    this.#state = restoreState(editor.load(), results);
    const { format } = editor;
    const describe = (this.#describe = createDescribe(format));

    this.#table = new Table(rows, results.counts, format);
    const listed = this.#table.counts();
    const { groups } = this.#table.story;
    this.#header = new Header(results, format, listed, groups, {
      toggle: (outcome) => this.#narrow(this.#state.outcome === outcome ? undefined : outcome),
      show: (group) =>
        this.#state.group === group ? this.#narrow(undefined) : this.#narrow(groups[group]?.outcome, group),
      act: (action) => void editor.ask({ type: 'act', action }),
    });
    this.#menu = new ColumnMenu((columns) => this.#choose(columns));
    this.#toolbar = new Toolbar(format, results.rowsNotListed, this.#menu.element, {
      // At every letter: even 100,000 rows are filtered faster than anybody types.
      filter: (filter) => this.#query({ filter }),
      leave: () => this.#grid.focus(),
    });
    this.#details = new Details(describe, format, {
      goToLine: (line) => this.#goToLine(line),
      close: () => this.#close(),
    });
    const none =
      results.rowsNotListed > 0
        ? notListed(results.rowsNotListed, format)
        : l10n.t('This import has no rows.');
    this.#empty = this.#createEmpty(none);
    this.#pane = element('div', { class: 'pane' }, this.#empty);
    // Nothing can be cut or pasted there: VS Code's own entries are for the filter and for what can be read in full.
    menuContext(this.#pane, { importId: results.importId, preventDefaultContextMenuItems: true });
    const bar = createBar(rows, results, format, (row) => this.#goToRow(row));
    root.replaceChildren(
      this.#header.element,
      this.#toolbar.element,
      // A landmark of its own: it belongs to the table, and stands above it also when the details are beside.
      ...(bar ? [element('section', { 'aria-label': l10n.t('Outcomes along the file') }, bar)] : []),
      element('main', {}, this.#pane, this.#details.element),
    );
    this.#grid = this.#createGrid();
    const page = {
      ...{ rows, describe, selection: this.#selection },
      grid: () => this.#grid,
      view: () => this.#view,
    };
    this.#orders = new RowOrders(page, editor, (count) => this.#toolbar.copied(count));
    this.#onKey = (event) => this.#shortcut(event);
    document.addEventListener('keydown', this.#onKey);
    this.#restore();
  }

  /** Does what a command of the editor asks of the page. */
  obey(order: ResultsOrder): void {
    this.#orders.obey(order);
  }

  /** Lets go of the document, so that another import can be shown in it. */
  dispose(): void {
    this.#disposed = true;
    document.removeEventListener('keydown', this.#onKey);
    this.#grid.dispose();
  }

  #createGrid(): Grid {
    const { columns, widths = {} } = this.#state;
    const { rows } = this.#table;
    const shown = columns ? chosenColumns(columns) : defaultColumns(rows, this.#describe);
    this.#menu.update(shown);
    const grid: Grid = new Grid(this.#pane, rows, shown, widths, this.#describe, this.#selection, {
      goToLine: (line) => this.#goToLine(line),
      sort: (column) => this.#query({ sort: nextSort(this.#state.sort, column) }),
      resize: (column, px) => this.#save({ widths: { ...this.#state.widths, [column]: px } }),
      open: (row, enter) => this.#open(row, enter),
      moved: (row) => {
        if (this.#state.selected !== undefined) this.#open(row, false);
      },
      selected: () => this.#countSelected(),
      copy: () => this.#orders.copy('tsv'),
      scrolled: debounce(() => {
        const { scrollTop, scrollLeft } = grid.element;
        if (grid === this.#grid) this.#save({ scrollTop, scrollLeft });
      }, scrollPause),
    });
    return grid;
  }

  /** @param columns those that the user wants to see; without any, those that are worth their room, each as wide as its values */
  #choose(columns: readonly ResultColumn[] | undefined): void {
    const { scrollTop, scrollLeft } = this.#grid.element;
    this.#save({
      columns: columns && [...columns],
      scrollTop,
      scrollLeft,
      ...(!columns && { widths: undefined }),
    });
    this.#grid.dispose();
    this.#grid.element.remove();
    this.#grid = this.#createGrid();
    this.#restore();
  }

  #goToLine(line: number): void {
    void this.#editor.ask({ type: 'goTo', line });
  }

  #goToRow(row: number): void {
    if (!this.#grid.shows(row)) this.#query({ filter: '', outcome: undefined, group: undefined });
    this.#open(row, false);
    this.#grid.focus();
  }

  #restore(): void {
    const { scrollTop, scrollLeft, selected } = this.#state;
    if (this.#selection.count === 0) this.#selection.only(selected);
    this.#refresh();
    this.#select(selected);
    this.#grid.element.scrollTo(scrollLeft, scrollTop);
  }

  #narrow(outcome: RowOutcome | undefined, group?: number): void {
    this.#query({ outcome, group });
  }

  #query(change: Partial<Pick<UiState, 'filter' | 'outcome' | 'group' | 'sort'>>): void {
    this.#save(change);
    this.#refresh();
    this.#grid.element.scrollTop = 0;
  }

  #refresh(): void {
    const { filter, outcome, group, sort } = this.#state;
    const view = (this.#view = this.#table.view({ filter, outcome, group, sort }));
    this.#selection.keepShown(view);
    this.#header.setOutcome(outcome, group);
    this.#toolbar.update(filter, view.length, this.#table.rows.length);
    this.#grid.show(view, sort);
    this.#countSelected();
    this.#empty.hidden = view.length > 0;
    // Without a single row there is nothing to filter and nothing to head.
    const bare = this.#table.rows.length === 0;
    this.#toolbar.element.hidden = bare;
    this.#grid.element.hidden = bare;
  }

  #open(row: number, enter: boolean): void {
    this.#selection.only(row);
    this.#select(row);
    this.#grid.reveal();
    if (enter) this.#details.focus();
  }

  /** The row whose details were open is not selected any more, unless the user has selected others besides. */
  #close(): void {
    if (this.#selection.count === 1) this.#selection.only(undefined);
    this.#select(undefined);
    this.#grid.focus();
  }

  #select(row: number | undefined): void {
    const shown = row === undefined ? undefined : this.#table.rows.at(row);
    const selected = shown && row;
    // Every look at a row gives another object: the same row is not drawn again.
    if (selected !== this.#drawn) this.#details.show(shown);
    this.#drawn = selected;
    this.#grid.drawSelection(selected);
    this.#save({ selected });
    this.#countSelected();
  }

  /** One row that is selected for its details needs no count. */
  #countSelected(): void {
    const { count } = this.#selection;
    this.#toolbar.select(count === 1 && this.#state.selected !== undefined ? 0 : count);
  }

  #save(change: Partial<UiState>): void {
    // A place that was scrolled to just before must not overwrite the state of the page that came after.
    if (this.#disposed) return;
    this.#state = { ...this.#state, ...change };
    this.#editor.save(this.#state);
  }

  #shortcut(event: KeyboardEvent): void {
    if (event.key === 'f' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.#toolbar.focus();
    } else if (event.key === 'Escape' && this.#grid.element.contains(document.activeElement)) {
      event.preventDefault();
      if (this.#state.selected !== undefined) this.#close();
      else this.#deselect();
    }
  }

  #deselect(): void {
    this.#selection.only(undefined);
    this.#grid.drawSelection();
    this.#countSelected();
  }

  /** @param none what is said when no row is listed at all */
  #createEmpty(none: string): HTMLElement {
    if (this.#table.rows.length === 0) {
      return element('div', { class: 'empty' }, icon('inbox'), element('p', {}, none));
    }
    const clear = textButton('secondary', l10n.t('Clear Filter'), () => {
      this.#query({ filter: '', outcome: undefined, group: undefined });
      this.#toolbar.focus();
    });
    return element(
      'div',
      { class: 'empty' },
      icon('search-stop'),
      element('p', {}, l10n.t('No contact matches the filter.')),
      clear,
    );
  }
}

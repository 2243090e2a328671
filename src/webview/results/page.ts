import * as l10n from '@vscode/l10n';
import {
  listedRows,
  type ResultColumn,
  type ResultRow,
  type Results,
  type ResultsOrder,
  type ResultsRequest,
  type RowOutcome,
} from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import { Bar } from './bar';
import { ColumnMenu } from './columnMenu';
import { createDescribe, whyOf, type Describe } from './columns';
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
import { goesOn, upkeepOf } from './upkeep';

/** Scrolling without a pause as long as this saves its place once; ms. */
const scrollPause = 200;

/** What has changed is shown as often as this, in ms: a letter in the filter box has to find time in between. */
const renewalPause = 150;

/** One import on the screen. It holds the state that the user makes; every part only shows its share. */
export class Page {
  readonly #editor: Editor<ResultsRequest>;
  readonly #table: Table;
  readonly #header: Header;
  readonly #toolbar: Toolbar;
  readonly #selection = new Selection();
  readonly #orders: RowOrders;
  #grid: Grid;
  readonly #pane: HTMLElement;
  readonly #menu: ColumnMenu;
  readonly #describe: Describe;
  readonly #details: Details;
  readonly #bar: Bar;
  readonly #empty: HTMLElement;
  readonly #onKey: (event: KeyboardEvent) => void;
  #results: Results;
  #state: UiState;
  /** Indices into the rows, in the order in which they are shown. */
  #view: readonly number[] = [];
  /** What the grid was laid out for: columns, and outcomes, whose words have to fit. */
  #layout = '';
  /** Set as long as something that has changed is not shown yet. */
  #renewal: number | undefined;
  /** The row that the details show. */
  #drawn: { readonly index: number | undefined; readonly state: string } | undefined;
  #disposed = false;

  /** @param rows those that have come by now; see {@link changed} */
  constructor(root: HTMLElement, results: Results, rows: Rows, editor: Editor<ResultsRequest>) {
    this.#editor = editor;
    this.#results = results;
    this.#state = restoreState(editor.load(), results);
    const { format } = editor;
    const describe = (this.#describe = createDescribe(format));

    this.#table = new Table(rows, results.counts, format);
    this.#header = new Header(format, {
      toggle: (outcome) => this.#narrow(this.#state.outcome === outcome ? undefined : outcome),
      show: (group) =>
        this.#state.group === group
          ? this.#narrow(undefined)
          : this.#narrow(this.#table.story.groups[group]?.outcome, group),
      act: (action) => void editor.ask({ type: 'act', action }),
    });
    this.#menu = new ColumnMenu((columns) => this.#choose(columns));
    this.#toolbar = new Toolbar(format, this.#menu.element, {
      // At every letter: even 100,000 rows are filtered faster than anybody types.
      filter: (filter) => this.#query({ filter }),
      leave: () => this.#grid.focus(),
      renew: () => this.#renewList(),
    });
    this.#details = new Details(describe, format, {
      goToLine: (row) => this.#orders.goToLine(row),
      close: () => this.#close(),
    });
    this.#empty = element('div', { class: 'empty' });
    this.#pane = element('div', { class: 'pane' }, this.#empty);
    // Nothing can be cut or pasted there: VS Code's own entries are for the filter and for what can be read in full.
    menuContext(this.#pane, { importId: results.importId, preventDefaultContextMenuItems: true });
    this.#bar = new Bar(format, (row) => this.#goToRow(row));
    root.replaceChildren(
      this.#header.element,
      this.#toolbar.element,
      this.#bar.element,
      element('main', {}, this.#pane, this.#details.element),
    );
    this.#summarize();
    this.#grid = this.#createGrid();
    const page = {
      ...{ rows, describe, selection: this.#selection },
      grid: () => this.#grid,
      view: () => this.#view,
      partialOutcome: () => this.#partialOutcome,
    };
    this.#orders = new RowOrders(page, editor, {
      copied: (count) => this.#toolbar.copied(count),
      gone: () => this.#toolbar.gone(),
    });
    this.#onKey = (event) => this.#shortcut(event);
    document.addEventListener('keydown', this.#onKey);
    this.#restore();
    if (this.#isComplete) this.#prepare();
  }

  /** Does what a command of the editor asks of the page. */
  obey(order: ResultsOrder): void {
    this.#orders.obey(order);
  }

  /** Goes on with another state of the same import. Its rows come apart. */
  take(results: Results): void {
    const { of } = this.#state;
    // Where only some rows are listed, another state may have others at their places.
    const isPartial = this.#results.rowsNotListed > 0 || results.rowsNotListed > 0;
    this.#results = results;
    this.#save(restoreState(this.#state, results));
    if (isPartial && this.#state.of !== of) this.#letGo();
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
    this.#disposed = true;
    window.clearTimeout(this.#renewal);
    document.removeEventListener('keydown', this.#onKey);
    this.#grid.dispose();
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
    const isChosen = this.#selection.count > 0 || this.#state.selected !== undefined;
    return isChosen || grid.scrollTop > 0 || grid.matches(':hover, :focus-within');
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
    this.#renewDetails();
    if (this.#isComplete) this.#prepare();
    if (!this.#isComplete || this.#layoutNow() === this.#layout) return;
    if (this.#isReading) this.#toolbar.offerRenewal(true);
    else this.#layOut();
  }

  #renewRows(): void {
    const { rows } = this.#table;
    let made: readonly number[] | undefined;
    const view = () => (made ??= this.#table.view(this.#state));
    const now = { isRunning: this.#results.running !== '', isReading: this.#isReading };
    const areGone = this.#view.some((row) => row >= rows.length);
    const upkeep = areGone ? 'renew' : upkeepOf(this.#state.sort, now, () => goesOn(this.#view, view()));
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

  /** The keyboard stays where it is: the details may be those of another row. */
  #renewDetails(): void {
    const { selected } = this.#state;
    const shown = selected === undefined ? undefined : this.#table.rows.at(selected);
    this.#draw(shown && selected, shown);
    this.#save({ selected: shown && selected });
  }

  /** What is selected, and what a menu was opened on, are rows that are not listed any more. */
  #letGo(): void {
    this.#deselect();
    this.#orders.menuCloses();
  }

  /** What the first search would have to do, while nobody waits for anything. */
  #prepare(): void {
    requestIdleCallback(() => {
      if (!this.#disposed && this.#table.prepare()) this.#prepare();
    });
  }

  /** As the user has asked: everything in its place again. */
  #renewList(): void {
    if (this.#layoutNow() !== this.#layout) this.#layOut();
    else this.#refresh();
  }

  /** Keeps rows where they are on the screen while what is above them becomes higher or lower. */
  #inPlace(change: () => void): void {
    const top = () => this.#grid.element.getBoundingClientRect().top;
    const [before, isReading] = [top(), this.#isReading];
    change();
    if (isReading) this.#grid.element.scrollTop += top() - before;
  }

  #columns(): readonly ResultColumn[] {
    const { columns } = this.#state;
    if (columns) return chosenColumns(columns);
    return defaultColumns(this.#table.rows, this.#describe, !this.#isComplete && this.#mayHaveReasons);
  }

  get #mayHaveReasons(): boolean {
    const { running, counts, rowCount } = this.#results;
    return running !== '' || counts.created + counts.unmatched < rowCount;
  }

  #layoutNow(): string {
    return [...this.#columns(), ...this.#table.counts().keys()].join();
  }

  #layOut(): void {
    const { scrollTop, scrollLeft } = this.#grid.element;
    this.#save({ scrollTop, scrollLeft });
    const hadFocus = this.#grid.element.contains(document.activeElement);
    this.#grid.dispose();
    this.#grid.element.remove();
    this.#grid = this.#createGrid();
    this.#restore();
    if (hadFocus) this.#grid.focus();
  }

  #createGrid(): Grid {
    const { widths = {} } = this.#state;
    const { rows } = this.#table;
    const shown = this.#columns();
    this.#layout = this.#layoutNow();
    this.#menu.update(shown);
    const grid: Grid = new Grid(this.#pane, rows, shown, widths, this.#describe, this.#selection, {
      goToLine: (row) => this.#orders.goToLine(row),
      sort: (column) => {
        this.#query({ sort: nextSort(this.#state.sort, column) });
        this.#toolbar.sorted(this.#state.sort);
      },
      resize: (column, px) => this.#save({ widths: { ...this.#state.widths, [column]: px } }),
      open: (row, enter) => this.#open(row, enter),
      moved: (row) => {
        if (this.#state.selected !== undefined) this.#open(row, false);
      },
      selected: () => this.#countSelected(),
      menu: () => this.#orders.menuOpens(),
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
    this.#save({ columns: columns && [...columns], ...(!columns && { widths: undefined }) });
    this.#layOut();
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
    if (selected !== undefined) this.#grid.goTo(selected);
    this.#orders.mark();
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
    const { sort } = this.#state;
    this.#view = this.#table.view(this.#state);
    this.#selection.keepShown(this.#view);
    this.#grid.show(this.#view, sort);
    this.#countSelected();
    this.#toolbar.offerRenewal(false);
    this.#tellExtent();
  }

  /** How much of the table is shown, and why not more. */
  #tellExtent(): void {
    const { filter, outcome, group } = this.#state;
    const { rows } = this.#table;
    this.#header.setOutcome(outcome, group);
    // While rows are coming, the number of those that have come is news to nobody.
    const total = Math.max(rows.length, listedRows(this.#results));
    const shown = this.#view.length === rows.length ? total : this.#view.length;
    this.#empty.hidden = this.#view.length > 0;
    if (!this.#empty.hidden) this.#fillEmpty();
    // Without a single row there is nothing to filter and nothing to head.
    const bare = rows.length === 0;
    this.#toolbar.update(filter, shown, total, bare ? 0 : this.#notListed);
    this.#toolbar.element.hidden = bare;
    this.#grid.element.hidden = bare;
  }

  /** How many rows the list would have besides, were all of them listed. */
  get #notListed(): number {
    const { counts, rowsNotListed } = this.#results;
    const { outcome } = this.#state;
    if (outcome === undefined || rowsNotListed === 0) return rowsNotListed;
    return counts[outcome] - (this.#table.counts().get(outcome) ?? 0);
  }

  /** The outcome whose rows alone are shown, some of which are only counted. */
  get #partialOutcome(): RowOutcome | undefined {
    const { filter, outcome, group } = this.#state;
    return filter === '' && group === undefined && this.#notListed > 0 ? outcome : undefined;
  }

  #open(row: number, enter: boolean): void {
    this.#selection.only(row);
    this.#select(row);
    this.#grid.goTo(row);
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
    this.#draw(selected, shown);
    this.#grid.drawSelection();
    this.#save({ selected });
    this.#countSelected();
  }

  /** One row that is selected for its details needs no count. */
  #countSelected(): void {
    const { count } = this.#selection;
    this.#toolbar.select(count === 1 && this.#state.selected !== undefined ? 0 : count);
  }

  /** Every look at a row gives another object: one that has not changed is not drawn again. */
  #draw(index: number | undefined, row: ResultRow | undefined): void {
    const { element: pane } = this.#details;
    const drawn = row && { index, state: `${row.outcome} ${row.history.length} ${row.id} ${whyOf(row)}` };
    if (drawn?.index === this.#drawn?.index && drawn?.state === this.#drawn?.state) return;
    const isSame = drawn?.index === this.#drawn?.index;
    const { scrollTop } = pane;
    const hadFocus = pane.contains(document.activeElement);
    this.#details.show(row);
    if (isSame) pane.scrollTop = scrollTop;
    if (isSame && hadFocus) this.#details.focus();
    this.#drawn = drawn;
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

  /** Says why there is nothing, and what to do about it. */
  #fillEmpty(): void {
    const notListedHere = this.#notListed;
    const isUnlisted = this.#table.rows.length === 0 || this.#partialOutcome !== undefined;
    if (isUnlisted && notListedHere > 0) {
      const sentence = element('p', {}, notListed(notListedHere, this.#editor.format));
      const all = textButton('secondary', l10n.t('Export Results…'), () => this.#orders.export());
      this.#empty.replaceChildren(icon('inbox'), sentence, all);
    } else if (this.#table.rows.length > 0) {
      const clear = textButton('secondary', l10n.t('Clear Filter'), () => {
        this.#query({ filter: '', outcome: undefined, group: undefined });
        this.#toolbar.focus();
      });
      const none = element('p', {}, l10n.t('No row matches the filter.'));
      this.#empty.replaceChildren(icon('search-stop'), none, clear);
    } else {
      const none = element('p', {}, l10n.t('This import has no rows.'));
      this.#empty.replaceChildren(icon('inbox'), none);
    }
  }
}

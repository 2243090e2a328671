import * as l10n from '@vscode/l10n';
import type { ResultColumn, ResultRow } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import type { Describe } from './columns';
import { element, menuContext } from '../shared/dom';
import { GridHead } from './gridHead';
import { GridInput, type InputEvents, type InputGrid } from './gridInput';
import { ColumnWindow } from './columnWindow';
import { cellTarget, createRow, drawCells, updateRow } from './gridRow';
import type { Selection } from './selection';
import { columnStyle, columnWidths, type ChosenWidths } from './layout';
import { headings, type Extent, type Place } from '../shared/keyboard';
import { RowWindow } from './rowWindow';
import type { Sort } from './sort';

/** What the grid asks the page for. Rows are named by their index in the results. */
export interface GridEvents extends InputEvents {
  sort(column: ResultColumn): void;
  /** The user has made a column so wide, in px. */
  resize(column: ResultColumn, px: number): void;
  scrolled(): void;
}

/** The table: an ARIA grid with one cell in the tab order, which the arrow keys move. */
export class Grid implements InputGrid {
  readonly element: HTMLElement;
  readonly #rows: Rows;
  readonly #columns: readonly ResultColumn[];
  readonly #describe: Describe;
  readonly #head: GridHead;
  readonly #window: RowWindow;
  readonly #columnWindow: ColumnWindow;
  /** Sees that the grid becomes wider or narrower. */
  readonly #observer = new ResizeObserver(() => this.#drawColumns());
  /** Sideways, in px, as of the last time that the columns were looked at. */
  #scrollLeft = 0;
  readonly #rowHeight: number;
  readonly #selection: Selection;
  #view: readonly number[] = [];
  /** The row in which the cursor of the editor is; -1 for none. */
  #marked = -1;
  #active: Place = { row: 0, column: 0 };
  #tabStop: HTMLElement | undefined;

  /**
   * @param parent where the grid goes: it has to be in the document to be measured
   * @param columns those that are shown
   * @param chosen widths that the user has set
   * @param selection which rows are selected; the grid changes it
   */
  constructor(
    parent: HTMLElement,
    rows: Rows,
    columns: readonly ResultColumn[],
    chosen: ChosenWidths,
    describe: Describe,
    selection: Selection,
    events: GridEvents,
  ) {
    this.#rows = rows;
    this.#selection = selection;
    this.#columns = columns;
    this.#describe = describe;
    const widths = columnWidths(rows, columns, describe);
    const style = (wanted: ChosenWidths) => {
      for (const [name, value] of Object.entries(columnStyle(columns, widths, wanted)))
        this.element.style.setProperty(name, value);
    };
    let wanted = chosen;
    this.#head = new GridHead(columns, {
      sort: (column, place) => {
        this.#active = { row: headings, column: place };
        events.sort(column);
      },
      resize: (column, px, done) => {
        style((wanted = { ...wanted, [column]: px }));
        this.#drawColumns();
        if (done) events.resize(column, px);
      },
    });
    this.element = element(
      'div',
      {
        role: 'grid',
        class: 'grid',
        'aria-label': l10n.t('Contacts'),
        'aria-multiselectable': 'true',
        'aria-colcount': String(columns.length),
      },
      this.#head.element,
    );
    style(wanted);
    parent.append(this.element);

    this.#rowHeight = this.#head.element.firstElementChild?.clientHeight ?? 24;
    // Held fast: the rows' places are counted in this height, even when the editor's font size changes meanwhile.
    this.element.style.setProperty('--row-height', `${this.#rowHeight}px`);
    this.#columnWindow = new ColumnWindow(this.element, columns, this.#head.cells);
    this.#columnWindow.update(this.#active.column);
    this.#window = new RowWindow(this.element, this.#head.element.offsetHeight, this.#rowHeight, {
      create: (place) => this.#createRow(place),
      rendered: () => this.#markTabStop(),
    });
    menuContext(this.#window.element, { webviewSection: 'agentassistContactsRows' });
    this.element.append(this.#window.element);
    this.#observer.observe(this.element);
    this.#observer.observe(this.#head.element);
    this.element.addEventListener('scroll', () => {
      if (this.element.scrollLeft !== this.#scrollLeft) this.#drawColumns();
      events.scrolled();
    });
    new GridInput(this, this.#window.element, selection, events).listen();
  }

  /** Shows these rows, in this order. The place of the keyboard stays with its row if that is still there. */
  show(view: readonly number[], sort: Sort | undefined): void {
    const row = this.#view[this.#active.row];
    this.#view = view;
    if (this.#active.row !== headings) {
      const place = row === undefined ? -1 : view.indexOf(row);
      this.#active = { ...this.#active, row: Math.max(0, place) };
    }
    this.element.setAttribute('aria-rowcount', String(view.length + 1));
    this.#head.setSort(sort);
    this.#window.reset(view.length, Math.max(0, this.#active.row));
  }

  /** Shows what rows have become, each in its place; `view` has those that have come behind all others. */
  renew(view: readonly number[]): void {
    this.#view = view;
    this.element.setAttribute('aria-rowcount', String(view.length + 1));
    for (const [place, shown] of this.#window.rows) updateRow(shown, this.#createRow(place));
    this.#window.resize(view.length);
  }

  get view(): readonly number[] {
    return this.#view;
  }

  /** Whether a row is among those that are shown. */
  shows(row: number): boolean {
    return this.#view.includes(row);
  }

  /** The cell that the keyboard is on. */
  get active(): { readonly row: number | undefined; readonly column: ResultColumn | undefined } {
    return { row: this.rowAt(this.#active), column: this.#columns[this.#active.column] };
  }

  get place(): Place {
    return this.#active;
  }

  rowAt(place: Place | undefined): number | undefined {
    return place && this.#view[place.row];
  }

  row(index: number): ResultRow | undefined {
    return this.#rows.at(index);
  }

  /** The grid's size, as the keyboard sees it. */
  get extent(): Extent {
    const visible = this.element.clientHeight - this.#head.element.offsetHeight;
    const page = Math.max(1, Math.floor(visible / this.#rowHeight) - 1);
    return { rows: this.#view.length, columns: this.#columns.length, page };
  }

  get columns(): readonly ResultColumn[] {
    return this.#columns;
  }

  /** The keyboard goes on at a row, if that is shown. */
  goTo(row: number): void {
    const at = this.#view.indexOf(row);
    if (at >= 0 && at !== this.#active.row) this.activate({ ...this.#active, row: at });
  }

  /** Shows which rows are selected. */
  drawSelection(): void {
    for (const [place, shown] of this.#window.rows) this.#drawState(shown, this.#view[place]);
  }

  /**
   * Marks the row in which the cursor of the editor is, and shows it unless somebody is reading here.
   * @param row -1 for none
   */
  mark(row: number): void {
    this.#marked = row;
    this.drawSelection();
    const place = this.#view.indexOf(row);
    const isRead = document.hasFocus() && this.element.contains(document.activeElement);
    if (place >= 0 && !isRead) this.#window.reach(place);
  }

  /** Moves the focus to a cell, as a rule the one that the keyboard was last on. */
  focus(place = this.#active): void {
    this.activate(place);
    const target = this.target(place);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  activate(place: Place): void {
    const { column } = this.#active;
    this.#active = place;
    if (place.column !== column) this.#drawColumns();
    if (place.row !== headings) this.#window.keep(place.row);
    else this.#markTabStop();
  }

  target({ row, column }: Place): HTMLElement | undefined {
    return row === headings ? this.#head.target(column) : cellTarget(this.#window.rows.get(row), column);
  }

  /** Scrolls the row at which the keyboard is into sight, should the details pane have covered it. */
  reveal(): void {
    // The row, not the cell: a click must not move the table sideways.
    this.#window.rows.get(this.#active.row)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Lets go of what the grid observes. */
  dispose(): void {
    this.#window.dispose();
    this.#observer.disconnect();
  }

  #markTabStop(): void {
    const target = this.target(this.#active) ?? this.#head.target(this.#active.column);
    if (target === this.#tabStop) return;
    if (this.#tabStop) this.#tabStop.tabIndex = -1;
    if (target) target.tabIndex = 0;
    this.#tabStop = target;
  }

  #createRow(place: number): HTMLElement {
    const index = this.#view[place];
    const row = index === undefined ? undefined : this.#rows.at(index);
    if (!row) return element('div');
    const made = createRow(row, place);
    drawCells(made, row, this.#columns, this.#columnWindow.wanted, this.#describe);
    this.#drawState(made, index);
    return made;
  }

  /** Draws the columns that have come into sight, and takes those away that have left it. */
  #drawColumns(): void {
    this.#scrollLeft = this.element.scrollLeft;
    if (!this.#columnWindow.update(this.#active.column)) return;
    for (const [place, element] of this.#window.rows) {
      const row = this.#rows.at(this.#view[place] ?? -1);
      if (row) drawCells(element, row, this.#columns, this.#columnWindow.wanted, this.#describe);
    }
    this.#markTabStop();
  }

  #drawState(element: HTMLElement, row: number | undefined): void {
    element.setAttribute('aria-selected', String(row !== undefined && this.#selection.has(row)));
    if (row === this.#marked) element.setAttribute('aria-current', 'location');
    else element.removeAttribute('aria-current');
  }
}

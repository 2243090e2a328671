import * as l10n from '@vscode/l10n';
import type { ResultColumn, ResultRow } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import type { Describe } from './columns';
import { element, menuContext } from '../shared/dom';
import { GridBody } from './gridBody';
import { GridHead } from './gridHead';
import { GridInput, type InputEvents, type InputGrid } from './gridInput';
import type { Selection } from './selection';
import { columnStyle, columnWidths, type ChosenWidths } from './layout';
import { headings, type Extent, type Place } from '../shared/keyboard';
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
  readonly #head: GridHead;
  readonly #body: GridBody;
  /** Sees that the grid becomes wider or narrower. */
  readonly #observer = new ResizeObserver(() => this.#drawColumns());
  #view: readonly number[] = [];
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
    this.#columns = columns;
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

    const drawn = { rows, columns, describe, selection };
    this.#body = new GridBody(this.element, this.#head, drawn, () => this.#markTabStop());
    menuContext(this.#body.element, { webviewSection: 'agentassistContactsRows' });
    this.element.append(this.#body.element);
    this.#observer.observe(this.element);
    this.#observer.observe(this.#head.element);
    this.element.addEventListener('scroll', () => events.scrolled());
    new GridInput(this, this.#body.element, selection, events).listen();
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
    this.#body.show(view, Math.max(0, this.#active.row));
  }

  /** Shows what rows have become, each in its place; `view` has those that have come behind all others. */
  renew(view: readonly number[]): void {
    this.#view = view;
    this.element.setAttribute('aria-rowcount', String(view.length + 1));
    this.#body.renew(view);
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
    const page = Math.max(1, Math.floor(visible / this.#body.rowHeight) - 1);
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
    this.#body.drawSelection();
  }

  /**
   * Marks the row in which the cursor of the editor is, and shows it unless somebody is reading here.
   * @param row -1 for none
   */
  mark(row: number): void {
    const place = this.#view.indexOf(row);
    const isRead = document.hasFocus() && this.element.contains(document.activeElement);
    this.#body.mark(row, place >= 0 && !isRead ? place : undefined);
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
    if (place.row !== headings) this.#body.keep(place.row);
    else this.#markTabStop();
  }

  target(place: Place): HTMLElement | undefined {
    return place.row === headings ? this.#head.target(place.column) : this.#body.target(place);
  }

  /** Scrolls the row at which the keyboard is into sight, should the details pane have covered it. */
  reveal(): void {
    this.#body.reveal(this.#active.row);
  }

  /** Lets go of what the grid observes. */
  dispose(): void {
    this.#body.dispose();
    this.#observer.disconnect();
  }

  #markTabStop(): void {
    const target = this.target(this.#active) ?? this.#head.target(this.#active.column);
    if (target === this.#tabStop) return;
    if (this.#tabStop) this.#tabStop.tabIndex = -1;
    if (target) target.tabIndex = 0;
    this.#tabStop = target;
  }

  #drawColumns(): void {
    this.#body.drawColumns(this.#active.column);
  }
}

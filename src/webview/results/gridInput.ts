import type { ResultColumn, ResultRow } from '../../protocol/results';
import { copyInstead } from '../shared/dom';
import { move, type Extent, type Place } from '../shared/keyboard';
import { placeOf } from './gridRow';
import { selectByClick, selectByKey } from './selecting';
import type { Selection } from './selection';

/** What the user does in the grid, as far as it is for the page. Rows are named by their index in the results. */
export interface InputEvents {
  goToLine(row: ResultRow): void;
  /** Details of a row are wanted; `enter` when the keyboard asks, and the focus should go there. */
  open(row: number, enter: boolean): void;
  /** The keyboard moved to a row. */
  moved(row: number): void;
  /** The user has changed which rows are selected. */
  selected(): void;
  /** The menu of the table opens, and is about what is selected now. */
  menu(): void;
  /** The selected rows are to be copied. */
  copy(): void;
}

/** The grid, as far as it can be worked with. */
export interface InputGrid {
  readonly element: HTMLElement;
  /** The rows that are shown, in this order. */
  readonly view: readonly number[];
  /** The cell that the keyboard is on, and its place. */
  readonly active: { readonly row: number | undefined; readonly column: ResultColumn | undefined };
  readonly place: Place;
  readonly extent: Extent;
  row(index: number): ResultRow | undefined;
  /** The row at a place; `undefined` on the headings. */
  rowAt(place: Place | undefined): number | undefined;
  /** The element of a place that takes the focus. */
  target(place: Place): HTMLElement | undefined;
  /** The keyboard goes on at a place. */
  activate(place: Place): void;
  /** Moves the focus to a place. */
  focus(place: Place): void;
  drawSelection(): void;
}

/** Mouse and keyboard in the grid: they move its focus, select rows, and ask the page for the rest. */
export class GridInput {
  readonly #grid: InputGrid;
  readonly #body: HTMLElement;
  readonly #selection: Selection;
  readonly #events: InputEvents;

  /** @param body what holds the rows, without the headings */
  constructor(grid: InputGrid, body: HTMLElement, selection: Selection, events: InputEvents) {
    this.#grid = grid;
    this.#body = body;
    this.#selection = selection;
    this.#events = events;
  }

  listen(): void {
    const { element } = this.#grid;
    element.addEventListener('keydown', (event) => this.#onKey(event));
    element.addEventListener('copy', (event) => this.#onCopy(event));
    element.addEventListener('focusin', ({ target }) => {
      const place = placeOf(target);
      if (place) this.#grid.activate(place);
    });
    this.#body.addEventListener('mousedown', (event) => {
      // The browser would select the text in between.
      if (event.shiftKey) event.preventDefault();
    });
    this.#body.addEventListener('click', (event) => this.#onClick(event));
    this.#body.addEventListener('contextmenu', (event) => this.#onMenu(event));
  }

  #onClick(event: MouseEvent): void {
    const { target } = event;
    const grid = this.#grid;
    const place = placeOf(target);
    const row = grid.rowAt(place);
    if (row === undefined || place === undefined) return;
    if (selectByClick(event, this.#selection, grid.view, grid.active.row ?? row, row)) {
      grid.focus(place);
      this.#hasSelected();
      return;
    }
    const clicked = grid.row(row);
    if (target instanceof Element && target.closest('button') && clicked) this.#events.goToLine(clicked);
    // A drag that selected text ends in a click too, and is not meant to open anything.
    else if (getSelection()?.isCollapsed !== false) this.#events.open(row, false);
  }

  /** By mouse or by the key for it: what the menu is about is where it opens. */
  #onMenu(event: MouseEvent): void {
    const place = placeOf(event.target);
    const row = this.#grid.rowAt(place);
    if (place === undefined || row === undefined) {
      // Beside the cells there is nothing to copy or to go to: VS Code shows no menu then.
      event.preventDefault();
      return;
    }
    this.#grid.focus(place);
    if (!this.#selection.has(row)) {
      this.#selection.only(row);
      this.#hasSelected();
    }
    this.#events.menu();
  }

  #onCopy(event: ClipboardEvent): void {
    if (this.#selection.count > 1 && getSelection()?.isCollapsed !== false) {
      event.preventDefault();
      this.#events.copy();
    }
    // One row may only be the one whose details are open: then the cell is what should be copied.
    else copyInstead(event, this.#grid.target(this.#grid.place)?.textContent);
  }

  #onKey(event: KeyboardEvent): void {
    const { key, target } = event;
    const grid = this.#grid;
    const { row } = grid.active;
    if (selectByKey(event, this.#selection, grid.view, row)) {
      event.preventDefault();
      // VS Code has keys for the whole page: it would select all of its text.
      event.stopPropagation();
      this.#hasSelected();
      return;
    }
    if (key === 'Enter' && !(target instanceof HTMLButtonElement) && row !== undefined) {
      event.preventDefault();
      this.#events.open(row, true);
      return;
    }
    const to = event.altKey ? undefined : move(key, event.ctrlKey || event.metaKey, grid.place, grid.extent);
    const reached = grid.rowAt(to);
    // What is selected are rows: it grows up and down.
    if (!to || (event.shiftKey && (row === undefined || reached === undefined || reached === row))) return;
    event.preventDefault();
    grid.focus(to);
    if (reached === undefined || reached === row) return;
    if (!event.shiftKey || row === undefined) this.#events.moved(reached);
    else {
      this.#selection.extend(grid.view, row, reached);
      this.#hasSelected();
    }
  }

  #hasSelected(): void {
    this.#grid.drawSelection();
    this.#events.selected();
  }
}

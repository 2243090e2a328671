import type { ResultColumn } from '../../protocol/results';
import type { Rows } from '../../protocol/rows';
import { debounce } from '../shared/dom';
import type { Place } from '../shared/keyboard';
import type { Describe } from './columns';
import { ColumnWindow } from './columnWindow';
import type { GridHead } from './gridHead';
import { cellTarget, createRow, drawCells, drawRow } from './gridRow';
import { RowWindow } from './rowWindow';
import type { Selection } from './selection';

/** Rows that have stayed as long as this are at rest; ms. */
const rest = 150;

/** What a body draws. */
export interface Drawn {
  readonly rows: Rows;
  readonly columns: readonly ResultColumn[];
  readonly describe: Describe;
  readonly selection: Selection;
}

/** The rows of the grid, as far as they are in sight, in the columns that are. */
export class GridBody {
  readonly rowHeight: number;
  readonly #grid: HTMLElement;
  readonly #drawn: Drawn;
  readonly #window: RowWindow;
  readonly #columnWindow: ColumnWindow;
  /** Sideways, in px, as of the last time that the columns were looked at. */
  #scrollLeft = 0;
  /** The column that the keyboard is on. */
  #active = 0;
  readonly #rendered: () => void;
  #view: readonly number[] = [];
  /** The row in which the cursor of the editor is; -1 for none. */
  #marked = -1;
  readonly #settle = debounce(() => {
    // Under a button that is pressed, nothing moves: its click would go nowhere.
    if (this.#window.element.matches(':active')) {
      this.#settle();
      return;
    }
    this.#window.rest();
    this.#grid.classList.remove('moving');
  }, rest);

  /**
   * @param grid what scrolls: it has to be in the document to be measured, and gets the body behind its head
   * @param rendered called after rows or columns came and went
   */
  constructor(grid: HTMLElement, head: GridHead, drawn: Drawn, rendered: () => void) {
    this.#grid = grid;
    this.#drawn = drawn;
    this.#rendered = rendered;
    this.rowHeight = head.element.firstElementChild?.clientHeight ?? 24;
    // Held fast: the rows' places are counted in this height, even when the editor's font size changes meanwhile.
    grid.style.setProperty('--row-height', `${this.rowHeight}px`);
    this.#columnWindow = new ColumnWindow(grid, drawn.columns, head.cells);
    this.#columnWindow.update(this.#active);
    // Before the rows listen: where it has scrolled to is then known without a layout of its own.
    grid.addEventListener('scroll', () => this.#scrolled());
    this.#window = new RowWindow(grid, head.element.offsetHeight, this.rowHeight, {
      create: createRow,
      draw: (row, place) => this.#draw(row, place),
      rendered: (haveChanged) => {
        if (haveChanged) this.#move();
        rendered();
      },
    });
  }

  get element(): HTMLElement {
    return this.#window.element;
  }

  /** The element of a place that takes the focus. */
  target({ row, column }: Place): HTMLElement | undefined {
    return cellTarget(this.#window.rows.get(row), column);
  }

  /** Shows these rows, in this order. @param kept the place at which the keyboard is */
  show(view: readonly number[], kept: number): void {
    this.#view = view;
    this.#window.reset(view.length, kept);
  }

  /** Shows what rows have become, each in its place; `view` has those that have come behind all others. */
  renew(view: readonly number[]): void {
    this.#view = view;
    for (const [place, row] of this.#window.rows) this.#draw(row, place);
    this.#window.resize(view.length);
  }

  /** Shows which rows are selected. */
  drawSelection(): void {
    for (const [place, row] of this.#window.rows) this.#drawState(row, this.#view[place]);
  }

  /** Marks a row. @param place where it is scrolled to, if it is to be in sight */
  mark(row: number, place: number | undefined): void {
    this.#marked = row;
    this.drawSelection();
    if (place !== undefined) this.#window.reach(place);
  }

  /** Has the row at a place in the document, in sight or not, until another is kept. */
  keep(place: number): void {
    this.#window.keep(place);
  }

  /** Scrolls a row into sight, should something have covered it. */
  reveal(place: number): void {
    // The row, not the cell: a click must not move the table sideways.
    this.#window.rows.get(place)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Draws the columns that have come into sight, and takes those away that have left it. @param active that of the keyboard */
  drawColumns(active: number): void {
    this.#active = active;
    if (!this.#columnWindow.update(active)) return;
    for (const [place, row] of this.#window.rows) this.#drawCells(row, this.#view[place]);
    this.#rendered();
  }

  /** Lets go of the scrolling element. */
  dispose(): void {
    this.#window.dispose();
  }

  #scrolled(): void {
    const { scrollLeft } = this.#grid;
    if (scrollLeft === this.#scrollLeft) return;
    this.#scrollLeft = scrollLeft;
    if (scrollLeft !== 0) this.#grid.classList.remove('moving');
    this.drawColumns(this.#active);
  }

  #move(): void {
    if (this.#scrollLeft === 0) this.#grid.classList.add('moving');
    this.#settle();
  }

  #draw(row: HTMLElement, place: number): void {
    const { rows, columns, describe } = this.#drawn;
    const index = this.#view[place];
    drawRow(row, index === undefined ? undefined : rows.at(index), place, columns, describe);
    this.#drawCells(row, index);
    this.#drawState(row, index);
  }

  #drawCells(element: HTMLElement, index = -1): void {
    const { rows, columns, describe } = this.#drawn;
    const row = rows.at(index);
    if (row) drawCells(element, row, columns, this.#columnWindow.wanted, describe);
  }

  #drawState(element: HTMLElement, row: number | undefined): void {
    const isSelected = String(row !== undefined && this.#drawn.selection.has(row));
    if (element.ariaSelected !== isSelected) element.ariaSelected = isSelected;
    if (row === this.#marked) element.setAttribute('aria-current', 'location');
    else element.removeAttribute('aria-current');
  }
}

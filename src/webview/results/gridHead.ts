import * as l10n from '@vscode/l10n';
import type { ResultColumn } from '../../protocol/results';
import { element, icon } from '../shared/dom';
import { columnLabels } from './labels';
import { possibleWidth } from './layout';
import type { Sort } from './sort';

/** What the headings ask the grid for. */
export interface HeadEvents {
  /** The heading at a place was clicked. */
  sort(column: ResultColumn, place: number): void;
  /** A column is to be so wide; `done` when that is its width for now. */
  resize(column: ResultColumn, px: number, done: boolean): void;
}

/** A step of the keyboard, in px. */
const step = 16;

/** The row of headings. Each is a button that sorts, and the cell around it says how the table is sorted. */
export class GridHead {
  readonly element: HTMLElement;
  readonly #columns: readonly ResultColumn[];
  readonly #cells: readonly { readonly cell: HTMLElement; readonly button: HTMLButtonElement }[];
  readonly #events: HeadEvents;

  constructor(columns: readonly ResultColumn[], events: HeadEvents) {
    this.#columns = columns;
    this.#events = events;
    const labels = columnLabels();
    this.#cells = columns.map((column, place) => {
      const label = labels[column];
      const title = `${label}\n${l10n.t('Shift+Left and Shift+Right change the width.')}`;
      const button = element(
        'button',
        { type: 'button', tabindex: '-1', title },
        element('span', { class: 'label' }, label),
        icon('arrow-up'),
      );
      button.addEventListener('click', () => events.sort(column, place));
      const attributes = {
        role: 'columnheader',
        class: `cell ${column}`,
        'aria-colindex': String(place + 1),
      };
      const handle = element('span', { class: 'handle', 'aria-hidden': 'true' });
      const cell = element('div', attributes, button, handle);
      this.#listen(column, cell, button, handle);
      return { cell, button };
    });
    this.element = element(
      'div',
      { role: 'rowgroup', class: 'head' },
      element(
        'div',
        { role: 'row', class: 'row', 'aria-rowindex': '1' },
        ...this.#cells.map(({ cell }) => cell),
      ),
    );
  }

  /** The headings, in order. */
  get cells(): readonly HTMLElement[] {
    return this.#cells.map(({ cell }) => cell);
  }

  /** Marks the column that the table is sorted by. */
  setSort(sort: Sort | undefined): void {
    this.#columns.forEach((column, place) => {
      const direction = sort?.descending ? 'descending' : 'ascending';
      this.#cells[place]?.cell.setAttribute('aria-sort', sort?.column === column ? direction : 'none');
    });
  }

  /** The element of a heading that takes the focus. */
  target(place: number): HTMLElement | undefined {
    return this.#cells[place]?.button;
  }

  #listen(column: ResultColumn, cell: HTMLElement, button: HTMLElement, handle: HTMLElement): void {
    button.addEventListener('keydown', (event) => {
      const direction = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
      if (!event.shiftKey || direction === 0) return;
      event.preventDefault();
      this.#events.resize(column, possibleWidth(cell.offsetWidth + direction * step), true);
    });
    handle.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      const grip = cell.offsetWidth - event.clientX;
      const move = ({ clientX }: PointerEvent) =>
        this.#events.resize(column, possibleWidth(grip + clientX), false);
      handle.addEventListener('pointermove', move);
      handle.addEventListener(
        'lostpointercapture',
        () => {
          handle.removeEventListener('pointermove', move);
          this.#events.resize(column, possibleWidth(cell.offsetWidth), true);
        },
        { once: true },
      );
    });
  }
}

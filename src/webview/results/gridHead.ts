import { resultColumns, type ResultColumn } from '../../protocol/results';
import { element, icon } from '../shared/dom';
import { columnLabels } from './labels';
import type { Sort } from './sort';

/** The row of headings. Each is a button that sorts, and the cell around it says how the table is sorted. */
export class GridHead {
  readonly element: HTMLElement;
  readonly #cells: readonly { readonly cell: HTMLElement; readonly button: HTMLButtonElement }[];

  /** @param onSort called with the place of the heading that was clicked */
  constructor(onSort: (column: ResultColumn, place: number) => void) {
    const labels = columnLabels();
    this.#cells = resultColumns.map((column, place) => {
      const label = labels[column];
      const button = element(
        'button',
        { type: 'button', tabindex: '-1', title: label },
        element('span', { class: 'label' }, label),
        icon('arrow-up'),
      );
      button.addEventListener('click', () => onSort(column, place));
      const attributes = {
        role: 'columnheader',
        class: `cell ${column}`,
        'aria-colindex': String(place + 1),
      };
      return { cell: element('div', attributes, button), button };
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

  /** Marks the column that the table is sorted by. */
  setSort(sort: Sort | undefined): void {
    resultColumns.forEach((column, place) => {
      const direction = sort?.descending ? 'descending' : 'ascending';
      this.#cells[place]?.cell.setAttribute('aria-sort', sort?.column === column ? direction : 'none');
    });
  }

  /** The element of a heading that takes the focus. */
  target(place: number): HTMLElement | undefined {
    return this.#cells[place]?.button;
  }
}

import * as l10n from '@vscode/l10n';
import { resultColumns, type ResultColumn } from '../../protocol/results';
import { element, iconButton, textButton } from '../shared/dom';
import { columnLabels } from './labels';
import { fixedColumns } from './shownColumns';

/** The button that opens the list of columns, each with a box that shows or hides it. */
export class ColumnMenu {
  readonly element: HTMLElement;
  readonly #boxes = new Map<ResultColumn, HTMLInputElement>();

  /** @param choose called with all columns that are to be shown; without any, those that are worth their room are */
  constructor(choose: (columns: readonly ResultColumn[] | undefined) => void) {
    const labels = columnLabels();
    const free = resultColumns.filter((column) => !fixedColumns.includes(column));
    const lines = free.map((column) => {
      const box = element('input', { type: 'checkbox' });
      box.addEventListener('change', () => choose(free.filter((one) => this.#boxes.get(one)?.checked)));
      this.#boxes.set(column, box);
      return element('label', {}, box, ' ', labels[column]);
    });
    const name = l10n.t('Columns');
    const list = element(
      'div',
      { class: 'column-list', role: 'group', 'aria-label': name, hidden: '' },
      ...lines,
      element(
        'div',
        { class: 'column-actions' },
        textButton('link', l10n.t('All'), () => choose(free)),
        textButton('link', l10n.t('Default'), () => choose(undefined)),
      ),
    );
    const open = (isOpen: boolean) => {
      list.hidden = !isOpen;
      button.setAttribute('aria-expanded', String(isOpen));
    };
    const button = iconButton('settings', name, () => open(list.hidden !== false));
    open(false);
    this.element = element('div', { class: 'columns' }, button, list);
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || list.hidden) return;
      event.stopPropagation();
      open(false);
      button.focus();
    });
    this.element.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.element.contains(relatedTarget)) open(false);
    });
  }

  /** Checks the boxes of the columns that are shown. */
  update(columns: readonly ResultColumn[]): void {
    for (const [column, box] of this.#boxes) box.checked = columns.includes(column);
  }
}

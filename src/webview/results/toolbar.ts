import * as l10n from '@vscode/l10n';
import type { RowOutcome } from '../../protocol/results';
import { outcomesByUrgency } from './columns';
import { element, icon, iconButton } from '../shared/dom';
import type { Format } from '../shared/format';
import { outcomeLabels } from './labels';

/** What the toolbar asks the page for. */
export interface ToolbarEvents {
  filter(text: string): void;
  outcome(outcome: RowOutcome | undefined): void;
  /** ArrowDown in the filter box: on to the table. */
  leave(): void;
}

/** Says that the table is not the whole import. */
export function notListed(rows: number, format: Format): string {
  return l10n.t('{0} further rows are counted, not listed.', format.number(rows));
}

/** The filter box, the list of outcomes, how many rows they leave, and how many are not listed at all. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #clear: HTMLButtonElement;
  readonly #select: HTMLSelectElement;
  readonly #shown = element('p', { role: 'status' });
  readonly #format: Format;

  constructor(
    format: Format,
    counts: ReadonlyMap<RowOutcome, number>,
    rowsNotListed: number,
    events: ToolbarEvents,
  ) {
    this.#format = format;
    const filter = l10n.t('Filter contacts');
    this.#input = element('input', {
      type: 'search',
      class: 'filter-input',
      placeholder: filter,
      'aria-label': filter,
      spellcheck: 'false',
      autocomplete: 'off',
    });
    this.#input.addEventListener('input', () => events.filter(this.#input.value));
    this.#input.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      events.leave();
    });
    this.#clear = iconButton('close', l10n.t('Clear Filter'), () => {
      events.filter('');
      this.focus();
    });
    this.#select = this.#outcomes(counts);
    this.#select.addEventListener('change', () =>
      events.outcome(outcomesByUrgency.find((outcome) => outcome === this.#select.value)),
    );
    this.element = element(
      'div',
      { class: 'toolbar', role: 'search' },
      element('div', { class: 'filter-box' }, icon('search'), this.#input, this.#clear),
      element('div', { class: 'select-box' }, this.#select, icon('chevron-down')),
      element(
        'div',
        { class: 'extent' },
        this.#shown,
        ...(rowsNotListed > 0 ? [element('p', {}, notListed(rowsNotListed, format))] : []),
      ),
    );
  }

  /** Shows a query that was set elsewhere, and how much of the table it leaves. */
  update(filter: string, outcome: RowOutcome | undefined, shown: number, total: number): void {
    // Only when it differs: setting the value moves the caret.
    if (this.#input.value !== filter) this.#input.value = filter;
    this.#clear.hidden = filter === '';
    this.#select.value = outcome ?? '';
    this.#shown.textContent = l10n.t(
      '{0} of {1} shown',
      this.#format.number(shown),
      this.#format.number(total),
    );
  }

  /** Puts the caret into the filter box, with its text selected. */
  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  #outcomes(counts: ReadonlyMap<RowOutcome, number>): HTMLSelectElement {
    const labels = outcomeLabels();
    const options = outcomesByUrgency.flatMap((outcome) => {
      const count = counts.get(outcome);
      if (count === undefined) return [];
      const text = `${labels[outcome]} (${this.#format.number(count)})`;
      return [element('option', { value: outcome }, text)];
    });
    const title = l10n.t('Outcome');
    return element(
      'select',
      { 'aria-label': title, title },
      element('option', { value: '' }, l10n.t('All outcomes')),
      ...options,
    );
  }
}

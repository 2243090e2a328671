import type { RowOutcome } from '../../protocol/results';
import type { ResultsLabels } from '../../protocol/labels';
import { outcomesByUrgency } from './columns';
import { element, icon, iconButton } from './dom';
import { fill, type Format } from './format';

/** What the toolbar asks the page for. */
export interface ToolbarEvents {
  filter(text: string): void;
  outcome(outcome: RowOutcome | undefined): void;
  /** ArrowDown in the filter box: on to the table. */
  leave(): void;
}

/** Says that the table is not the whole import. */
export function notListed(rows: number, words: ResultsLabels, format: Format): string {
  return fill(words.notListed, format.number(rows));
}

/** The filter box, the list of outcomes, how many rows they leave, and how many are not listed at all. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #clear: HTMLButtonElement;
  readonly #select: HTMLSelectElement;
  readonly #shown = element('p', { role: 'status' });
  readonly #words: ResultsLabels;
  readonly #format: Format;

  constructor(
    words: ResultsLabels,
    format: Format,
    counts: ReadonlyMap<RowOutcome, number>,
    rowsNotListed: number,
    events: ToolbarEvents,
  ) {
    this.#words = words;
    this.#format = format;
    this.#input = element('input', {
      type: 'search',
      class: 'filter-input',
      placeholder: words.filter,
      'aria-label': words.filter,
      spellcheck: 'false',
      autocomplete: 'off',
    });
    this.#input.addEventListener('input', () => events.filter(this.#input.value));
    this.#input.addEventListener('keydown', (event) => {
      if (event.key !== 'ArrowDown') return;
      event.preventDefault();
      events.leave();
    });
    this.#clear = iconButton('close', words.clearFilter, () => {
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
        ...(rowsNotListed > 0 ? [element('p', {}, notListed(rowsNotListed, words, format))] : []),
      ),
    );
  }

  /** Shows a query that was set elsewhere, and how much of the table it leaves. */
  update(filter: string, outcome: RowOutcome | undefined, shown: number, total: number): void {
    // Only when it differs: setting the value moves the caret.
    if (this.#input.value !== filter) this.#input.value = filter;
    this.#clear.hidden = filter === '';
    this.#select.value = outcome ?? '';
    this.#shown.textContent = fill(this.#words.shown, this.#format.number(shown), this.#format.number(total));
  }

  /** Puts the caret into the filter box, with its text selected. */
  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  #outcomes(counts: ReadonlyMap<RowOutcome, number>): HTMLSelectElement {
    const words = this.#words;
    const options = outcomesByUrgency.flatMap((outcome) => {
      const count = counts.get(outcome);
      if (count === undefined) return [];
      const text = `${words.outcomes[outcome]} (${this.#format.number(count)})`;
      return [element('option', { value: outcome }, text)];
    });
    const label = { 'aria-label': words.outcomeFilter, title: words.outcomeFilter };
    return element('select', label, element('option', { value: '' }, words.allRows), ...options);
  }
}

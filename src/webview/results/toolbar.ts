import * as l10n from '@vscode/l10n';
import { element, icon, iconButton, textButton } from '../shared/dom';
import type { Format } from '../shared/format';
import { columnLabels } from './labels';
import type { Sort } from './sort';

/** What the toolbar asks the page for. */
export interface ToolbarEvents {
  filter(text: string): void;
  /** ArrowDown in the filter box: on to the table. */
  leave(): void;
  /** The list is to be filtered and sorted again. */
  renew(): void;
}

/** Says that the table is not the whole import. */
export function notListed(rows: number, format: Format): string {
  return format.message(
    l10n.t(
      '{count, plural, one {# more row is counted but not listed.} other {# more rows are counted but not listed.}}',
    ),
    { count: rows },
  );
}

/** The filter box, how many rows are selected, left, and not listed at all, and the choice of columns. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #clear: HTMLButtonElement;
  readonly #shown = element('p', { role: 'status' });
  readonly #selected = element('p', { role: 'status' });
  readonly #notListed = element('p', { class: 'not-listed' });
  readonly #renew: HTMLButtonElement;
  /** Heard, and seen at the headings. */
  readonly #sorted = element('p', { class: 'spoken', 'aria-live': 'polite' });
  readonly #format: Format;

  constructor(format: Format, columns: HTMLElement, events: ToolbarEvents) {
    this.#format = format;
    this.#renew = textButton('link', l10n.t('Update List'), () => {
      const hadFocus = document.activeElement === this.#renew;
      events.renew();
      if (hadFocus) events.leave();
    });
    this.#renew.title = l10n.t('Rows have changed since the list was sorted or filtered.');
    const filter = l10n.t('Filter rows');
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
    this.element = element(
      'div',
      { class: 'toolbar', role: 'search' },
      element('div', { class: 'filter-box' }, icon('search'), this.#input, this.#clear),
      element('div', { class: 'extent' }, this.#selected, this.#renew, this.#shown, this.#sorted),
      this.#notListed,
      columns,
    );
  }

  /** Offers to filter and sort the list again, or offers it no more. */
  offerRenewal(isOffered: boolean): void {
    this.#renew.hidden = !isOffered;
  }

  /** Shows a query that was set elsewhere, how much of the table it leaves, and how much is in no table. */
  update(filter: string, shown: number, total: number, rowsNotListed: number): void {
    this.#notListed.textContent = rowsNotListed === 0 ? '' : notListed(rowsNotListed, this.#format);
    // Only when it differs: setting the value moves the caret.
    if (this.#input.value !== filter) this.#input.value = filter;
    this.#clear.hidden = filter === '';
    const message = l10n.t('{shown, number} of {total, plural, one {#} other {#}} shown');
    const extent = this.#format.message(message, { shown, total });
    // What is the same is not to be read out again.
    if (this.#shown.textContent !== extent) this.#shown.textContent = extent;
  }

  /** Says how the list is sorted now. */
  sorted(sort: Sort | undefined): void {
    const column = sort && columnLabels()[sort.column];
    this.#sorted.textContent =
      column === undefined
        ? l10n.t('In the order of the file')
        : sort?.descending
          ? l10n.t('Sorted by {0}, descending', column)
          : l10n.t('Sorted by {0}, ascending', column);
  }

  /** Shows how many rows are selected; nothing when none is. */
  select(rows: number): void {
    const message = l10n.t('{count, plural, one {# row selected} other {# rows selected}}');
    this.#selected.textContent = rows === 0 ? '' : this.#format.message(message, { count: rows });
  }

  /** Says, until the selection changes, that rows are on the clipboard. */
  copied(rows: number): void {
    const message = l10n.t('{count, plural, one {# row copied} other {# rows copied}}');
    this.#selected.textContent = this.#format.message(message, { count: rows });
  }

  /** Says, until the selection changes, that an order came too late. */
  gone(): void {
    this.#selected.textContent = l10n.t('The list has changed. Select the rows again.');
  }

  /** Puts the caret into the filter box, with its text selected. */
  focus(): void {
    this.#input.focus();
    this.#input.select();
  }
}

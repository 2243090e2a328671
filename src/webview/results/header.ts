import type { Results, ResultsWords } from '../../protocol/results';
import { element, icon, textButton } from './dom';
import type { Format } from './format';

/** The page's head: where the file went, and what became of it in three numbers. */
export class Header {
  readonly element: HTMLElement;
  readonly #toggle: HTMLButtonElement | undefined;

  /** @param onToggle asks for the rows that were not returned alone, or for all again */
  constructor(results: Results, words: ResultsWords, format: Format, onToggle: () => void) {
    if (results.rowsNotReturned > 0) {
      this.#toggle = textButton('secondary', words.showNotReturned, onToggle);
    }
    this.element = element(
      'header',
      { class: 'header' },
      ...(results.sandbox ? [banner(words)] : []),
      element(
        'div',
        { class: 'summary' },
        about(results, words, format),
        this.#counts(results, words, format),
      ),
    );
  }

  /** Shows whether the table is narrowed to the rows that were not returned. */
  setNarrowed(narrowed: boolean): void {
    this.#toggle?.setAttribute('aria-pressed', String(narrowed));
  }

  #counts(results: Results, words: ResultsWords, format: Format): HTMLElement {
    const count = (label: string, value: number, className: string, ...more: readonly Node[]) =>
      element(
        'div',
        { class: `count ${className}` },
        element('dt', {}, label),
        element('dd', {}, ...(className === 'alarm' ? [icon('warning')] : []), format.number(value)),
        ...more,
      );
    const missing = results.rowsNotReturned;
    return element(
      'dl',
      { class: 'counts' },
      count(words.rowsSent, results.rowsSent, ''),
      count(words.contactsReturned, results.contactsReturned, ''),
      this.#toggle
        ? count(words.rowsNotReturned, missing, 'alarm', element('dd', { class: 'action' }, this.#toggle))
        : count(words.rowsNotReturned, missing, 'quiet'),
    );
  }
}

function banner(words: ResultsWords): HTMLElement {
  return element('p', { class: 'banner' }, icon('beaker'), element('span', {}, words.sandboxBanner));
}

function about(results: Results, words: ResultsWords, format: Format): HTMLElement {
  const fact = (label: string, ...value: readonly (Node | string)[]) =>
    element('div', { class: 'fact' }, element('dt', {}, label), element('dd', {}, ...value));
  return element(
    'div',
    { class: 'about' },
    element(
      'h1',
      { title: results.fileName },
      element('span', { class: 'codicon codicon-file', role: 'img', 'aria-label': words.file }),
      element('span', {}, results.fileName),
    ),
    element(
      'dl',
      { class: 'facts' },
      fact(
        words.stream,
        element('strong', {}, results.streamName),
        ' ',
        element('span', { class: 'host', title: results.streamId }, results.host),
      ),
      fact(
        words.sentAt,
        element('time', { datetime: results.at, title: results.at }, format.date(results.at)),
      ),
    ),
  );
}

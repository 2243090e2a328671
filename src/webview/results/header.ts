import type { ResultAction, Results, RowOutcome } from '../../protocol/results';
import type { ResultsLabels } from '../../protocol/labels';
import { Counts } from './counts';
import { element, icon } from './dom';
import { fact, fileTitle } from './facts';
import type { Format } from './format';
import { createNext } from './next';

/** What the header asks the page for. */
export interface HeaderEvents {
  /** The rows of one outcome alone, or all again. */
  toggle(outcome: RowOutcome): void;
  act(action: ResultAction): void;
}

/** The page's head: where the file went, what became of it in numbers, and what can be done next. */
export class Header {
  readonly element: HTMLElement;
  readonly #counts: Counts;

  /** @param listed how many rows of each outcome the table holds */
  constructor(
    results: Results,
    words: ResultsLabels,
    format: Format,
    listed: ReadonlyMap<RowOutcome, number>,
    events: HeaderEvents,
  ) {
    this.#counts = new Counts(results, words, format, listed, (outcome) => events.toggle(outcome));
    this.element = element(
      'header',
      { class: 'header' },
      ...(results.sandbox ? [banner(words)] : []),
      element('div', { class: 'summary' }, about(results, words, format), this.#counts.element),
      ...createNext(results, words, (action) => events.act(action)),
    );
  }

  /** Shows which outcome the table is narrowed to, if any. */
  setOutcome(outcome: RowOutcome | undefined): void {
    this.#counts.press(outcome);
  }
}

function banner(words: ResultsLabels): HTMLElement {
  return element('p', { class: 'banner' }, icon('beaker'), element('span', {}, words.sandboxBanner));
}

function about(results: Results, words: ResultsLabels, format: Format): HTMLElement {
  return element(
    'div',
    { class: 'about' },
    fileTitle(results.fileName, words.file),
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

import * as l10n from '@vscode/l10n';
import type { ResultAction, Results, RowOutcome } from '../../protocol/results';
import { Counts } from './counts';
import { element, icon } from '../shared/dom';
import { fact, fileTitle } from '../shared/facts';
import type { Format } from '../shared/format';
import { Happened } from './happened';
import { Progress } from './progress';
import type { OutcomeGroup } from './story';

/** What the header asks the page for. */
export interface HeaderEvents {
  /** The rows of one outcome alone, or all again. */
  toggle(outcome: RowOutcome | undefined): void;
  /** The rows of one group of the story alone, or all again. */
  show(group: number): void;
  act(action: ResultAction): void;
}

/** The page's head: where the file went, what became of it in numbers, and what can be done next. */
export class Header {
  readonly element: HTMLElement;
  readonly #format: Format;
  readonly #counts: Counts;
  readonly #progress: Progress;
  readonly #happened: Happened;
  #about: HTMLElement;
  #isRunning = false;

  constructor(format: Format, events: HeaderEvents) {
    this.#format = format;
    this.#about = element('div');
    this.#counts = new Counts(format, (outcome) => events.toggle(outcome));
    this.#progress = new Progress(format);
    this.#happened = new Happened(format, events);
    this.element = element(
      'header',
      { class: 'header' },
      ...[this.#about, this.#counts.element, this.#progress.element, this.#happened.element],
    );
  }

  /** @param listed how many rows of each outcome the table holds */
  update(results: Results, listed: ReadonlyMap<RowOutcome, number>, groups: readonly OutcomeGroup[]): void {
    const news = about(results, this.#format);
    this.#about.replaceWith(news);
    this.#about = news;
    this.#counts.update(results, listed);
    const hadFocus = this.#happened.element.contains(document.activeElement);
    this.#progress.update(results);
    this.#happened.update(results, groups);
    // A button that started something is gone: the focus goes to what it has started.
    if (hadFocus && results.running !== '' && !this.#isRunning) this.#progress.focus();
    this.#isRunning = results.running !== '';
  }

  /** Shows which outcome, and which group of its rows, the table is narrowed to, if any. */
  setOutcome(outcome: RowOutcome | undefined, group: number | undefined): void {
    this.#counts.press(outcome);
    this.#happened.press(group);
  }
}

function sandboxBadge(): HTMLElement {
  const title = l10n.t('The sandbox runs on this computer. Its contacts are deleted when it stops.');
  return element('p', { class: 'badge', title }, icon('beaker'), element('span', {}, 'SANDBOX'));
}

function about(results: Results, format: Format): HTMLElement {
  return element(
    'div',
    { class: 'about' },
    fileTitle(results.fileName),
    ...(results.sandbox ? [sandboxBadge()] : []),
    element(
      'dl',
      { class: 'facts' },
      fact(
        l10n.t('Stream'),
        element('strong', {}, results.streamName),
        ' ',
        element('span', { class: 'host', title: results.streamId }, results.host),
      ),
      fact(
        l10n.t('Sent'),
        element('time', { datetime: results.at, title: results.at }, format.date(results.at)),
      ),
    ),
  );
}

import * as l10n from '@vscode/l10n';
import type { ResultRow, StoredValues } from '../../protocol/results';
import { nameOf, outcomeIcons, whyOf, type Describe } from './columns';
import { element, icon, iconButton, textButton } from '../shared/dom';
import type { Format } from '../shared/format';
import { columnLabels, eventLabel, outcomeHelp, outcomeLabels } from './labels';
import { sentBeside, type Beside } from './stored';
import { sentColumns } from '../../protocol/results';

/** What the details pane asks the page for. */
export interface DetailsEvents {
  close(): void;
  goToLine(row: ResultRow): void;
}

/** Everything that is known of one row: what became of it and why, its cells in full, and the fields without a column. */
export class Details {
  readonly element: HTMLElement;
  readonly #describe: Describe;
  readonly #format: Format;
  readonly #events: DetailsEvents;

  constructor(describe: Describe, format: Format, events: DetailsEvents) {
    this.#describe = describe;
    this.#format = format;
    this.#events = events;
    // The section takes the focus itself: a reader of the screen starts at its top, and the keyboard can scroll it.
    this.element = element('section', { class: 'details', 'aria-label': l10n.t('Details'), tabindex: '0' });
    this.element.hidden = true;
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      events.close();
    });
  }

  /** Shows a row, or nothing at all. */
  show(row: ResultRow | undefined): void {
    this.element.hidden = !row;
    this.element.replaceChildren(...(row ? this.#content(row) : []));
    this.element.scrollTop = 0;
    // In a very low panel the whole page scrolls, and the pane may have come up below its edge.
    this.element.scrollIntoView({ block: 'nearest' });
  }

  /** Moves the focus into the pane. */
  focus(): void {
    this.element.focus();
  }

  #content(row: ResultRow): Node[] {
    const { line } = row;
    const name = nameOf(row) || l10n.t('Details');
    const goToLine = line === null ? undefined : l10n.t('Go to line {0}', String(line));
    return [
      element(
        'div',
        { class: 'details-head' },
        element('h2', {}, name),
        iconButton('close', l10n.t('Close Details'), () => this.#events.close()),
      ),
      element(
        'div',
        { class: `verdict ${row.outcome}` },
        icon(outcomeIcons[row.outcome]),
        element(
          'p',
          {},
          element('strong', {}, outcomeLabels()[row.outcome]),
          element('span', {}, outcomeHelp()[row.outcome]),
        ),
      ),
      ...(whyOf(row) === '' ? [] : [this.#message(whyOf(row))]),
      ...(line === null || goToLine === undefined
        ? []
        : [textButton('secondary', goToLine, () => this.#events.goToLine(row))]),
      ...this.#values(row),
      ...this.#history(row),
      fields(this.#ofContact(row)),
      ...this.#further(row),
    ];
  }

  #message(message: string): HTMLElement {
    return element('div', { class: 'message' }, element('h3', {}, l10n.t('Why')), element('p', {}, message));
  }

  /** A row that did not come back has no further fields, and nobody looks for any; of others they may only not be kept. */
  #further({ id, details }: ResultRow): HTMLElement[] {
    if (details.length > 0) return [fields(details)];
    return id === '' ? [] : [element('p', { class: 'muted' }, l10n.t('No further fields are known.'))];
  }

  /** What was sent, in full, and beside it what the stream has, if that is another thing and known. */
  #values(row: ResultRow): HTMLElement[] {
    const labels = columnLabels();
    if (isFoundByNumber(row)) return onTheStream(row.stored);
    const pairs = sentBeside(row).filter(({ sent, stored }) => sent !== '' || stored !== '');
    // Of a row that was found on the stream again, nobody knows any more what was sent.
    const isKnown = row.line !== null || pairs.some(({ sent, stored }) => sent !== stored);
    if (row.outcome !== 'unmatched' && isKnown && pairs.length > 0) return [besideTable(pairs)];
    if (row.outcome !== 'unmatched' && row.stored !== null) return onTheStream(row.stored);
    return [fields(sentColumns.map((column) => [labels[column], row[column]] as const).filter(isFilled))];
  }

  #history({ history }: ResultRow): HTMLElement[] {
    if (history.length === 0) return [];
    const steps = history.map(([outcome, at], index) =>
      element(
        'li',
        {},
        eventLabel(outcome, index === 0),
        ' ',
        at === ''
          ? element('span', { class: 'muted' }, l10n.t('time not known'))
          : element('time', { class: 'muted', datetime: at, title: at }, this.#format.time(at)),
      ),
    );
    return [
      element('h3', {}, l10n.t('What happened to this row')),
      element('ol', { class: 'history' }, ...steps),
    ];
  }

  #ofContact(row: ResultRow): (readonly [string, string])[] {
    const labels = columnLabels();
    return (['status', 'id', 'createdAt'] as const)
      .map((column) => [labels[column], this.#describe(row, column).text] as const)
      .filter(isFilled);
  }
}

/** Whether the contact was found by the number alone: it is not compared with what was sent, which nobody knows. */
function isFoundByNumber(row: ResultRow): row is ResultRow & { readonly stored: StoredValues } {
  return row.line === null && row.stored !== null && nameOf(row) === '';
}

function onTheStream(stored: StoredValues): HTMLElement[] {
  const labels = columnLabels();
  return [
    element('h3', {}, l10n.t('On the stream')),
    fields(sentColumns.map((column) => [labels[column], stored[column]] as const).filter(isFilled)),
  ];
}

function isFilled([, text]: readonly [string, string]): boolean {
  return text !== '';
}

function besideTable(pairs: readonly Beside[]): HTMLElement {
  const labels = columnLabels();
  const head = ['', l10n.t('Sent'), l10n.t('On the stream')].map((text) =>
    text === '' ? element('td') : element('th', { scope: 'col' }, text),
  );
  const lines = pairs.map(({ field, sent, stored, differs }) =>
    element(
      'tr',
      differs ? { class: 'differs' } : {},
      element('th', { scope: 'row' }, labels[field]),
      element('td', {}, sent),
      element(
        'td',
        {},
        ...(differs
          ? [
              element('span', {
                class: 'codicon codicon-warning',
                role: 'img',
                'aria-label': l10n.t('Differs'),
              }),
              ' ',
            ]
          : []),
        stored,
      ),
    ),
  );
  return element(
    'table',
    { class: 'beside' },
    element('thead', {}, element('tr', {}, ...head)),
    element('tbody', {}, ...lines),
  );
}

function fields(pairs: readonly (readonly [string, string])[]): HTMLElement {
  return element(
    'dl',
    { class: 'fields' },
    ...pairs.map(([name, value]) =>
      element('div', {}, element('dt', { title: name }, name), element('dd', {}, value)),
    ),
  );
}

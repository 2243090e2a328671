import * as l10n from '@vscode/l10n';
import { resultColumns, type ResultRow } from '../../protocol/results';
import { outcomeIcons, whyOf, type Describe } from './columns';
import { element, icon, iconButton, textButton } from '../shared/dom';
import { columnLabels, outcomeHelp, outcomeLabels } from './labels';

/** What the details pane asks the page for. */
export interface DetailsEvents {
  close(): void;
  goToLine(line: number): void;
}

/** Everything that is known of one row: what became of it and why, its cells in full, and the fields without a column. */
export class Details {
  readonly element: HTMLElement;
  readonly #describe: Describe;
  readonly #events: DetailsEvents;
  #shown: ResultRow | undefined;

  constructor(describe: Describe, events: DetailsEvents) {
    this.#describe = describe;
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
    if (row === this.#shown) return;
    this.#shown = row;
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
    const name = row.fullName || `${row.firstName} ${row.lastName}`.trim() || l10n.t('Details');
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
        : [textButton('secondary', goToLine, () => this.#events.goToLine(line))]),
      fields(this.#columns(row)),
      ...this.#further(row),
    ];
  }

  #message(message: string): HTMLElement {
    return element('div', { class: 'message' }, element('h3', {}, l10n.t('Why')), element('p', {}, message));
  }

  /** A row that did not come back has no further fields, and nobody looks for any. */
  #further({ id, details }: ResultRow): HTMLElement[] {
    if (details.length > 0) return [fields(details)];
    return id === '' ? [] : [element('p', { class: 'muted' }, l10n.t('The stream gave no further fields.'))];
  }

  /** The row's cells once more, in full: the table cuts long values, and a narrow panel hides whole columns. */
  #columns(row: ResultRow): (readonly [string, string])[] {
    const labels = columnLabels();
    return resultColumns
      .filter((column) => column !== 'line' && column !== 'outcome' && column !== 'why')
      .map((column) => [labels[column], this.#describe(row, column).text] as const)
      .filter(([, text]) => text !== '');
  }
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

import * as l10n from '@vscode/l10n';
import type { Results, RowOutcome } from '../../protocol/results';
import { outcomeIcons, outcomesByUrgency } from './columns';
import { element, icon } from '../shared/dom';
import type { Format } from '../shared/format';
import { outcomeHelp, outcomeLabels } from './labels';

/** Created first, in any case: it is what the user asked for. Then what needs a look. */
const order: readonly RowOutcome[] = ['created', ...outcomesByUrgency.filter((it) => it !== 'created')];

/** A switch, and where its number is. */
interface Switch {
  readonly button: HTMLElement;
  readonly number: HTMLElement;
}

/**
 * The import in numbers: all its rows, which shows them all again, then each outcome, which is a switch that narrows the
 * table to its rows. As long as the import goes on, one that came up stays:
 * nothing moves away under the pointer.
 */
export class Counts {
  readonly element = element('ul', { class: 'counts', 'aria-label': l10n.t('Outcome') });
  readonly #switches = new Map<RowOutcome | undefined, Switch>();
  readonly #format: Format;
  readonly #onToggle: (outcome: RowOutcome | undefined) => void;
  #counts: Partial<Results['counts']> = {};

  /** @param onToggle called with the outcome whose switch was pressed; with none for all rows */
  constructor(format: Format, onToggle: (outcome: RowOutcome | undefined) => void) {
    this.#format = format;
    this.#onToggle = onToggle;
  }

  /** @param listed how many rows of each outcome the table holds: it may be fewer than there are, or none */
  update({ rowCount, counts, running }: Results, listed: ReadonlyMap<RowOutcome, number>): void {
    this.#counts = counts;
    const rows = this.#format.message(l10n.t('{count, plural, one {Row} other {Rows}}'), { count: rowCount });
    this.#switch(undefined, rows).number.textContent = this.#format.number(rowCount);
    const [labels, help] = [outcomeLabels(), outcomeHelp()];
    for (const outcome of order) {
      const count = counts[outcome];
      if (count === 0 && outcome !== 'created' && !this.#stays(outcome, running)) continue;
      const { button, number } = this.#switch(outcome, labels[outcome]);
      number.textContent = this.#format.number(count);
      button.className = `count ${count === 0 ? 'none' : outcome}`;
      // Not `disabled`: the number has to stay within the keyboard's and the screen reader's reach.
      button.toggleAttribute('aria-disabled', false);
      button.title = help[outcome];
      // A switch of no row would leave none.
      if (count === 0) button.setAttribute('aria-disabled', 'true');
      else
        button.title += `\n${listed.has(outcome) ? l10n.t('Show Only These') : l10n.t('Counted, but Not Listed')}`;
    }
  }

  /** Whether the switch of an outcome that no row has any more stays; if not, it goes. */
  #stays(outcome: RowOutcome, running: string): boolean {
    const button = this.#switches.get(outcome)?.button;
    if (button === undefined) return false;
    if (running !== '' || button.matches('[aria-pressed=true], :focus')) return true;
    this.#switches.delete(outcome);
    button.closest('li')?.remove();
    return false;
  }

  #switch(outcome: RowOutcome | undefined, label: string): Switch {
    const made = this.#switches.get(outcome);
    if (made) return made;
    const number = element('strong');
    const button = element(
      'button',
      { type: 'button', class: 'count all', title: l10n.t('Show All Rows'), 'aria-pressed': 'false' },
      ...(outcome === undefined ? [] : [icon(outcomeIcons[outcome])]),
      // The blanks part the two where the layout does not: in the name of the switch.
      ...[' ', number, ' ', element('span', { class: 'label' }, label)],
    );
    button.addEventListener('click', () => {
      if (outcome === undefined || this.#counts[outcome]) this.#onToggle(outcome);
    });
    this.#switches.set(outcome, { button, number });
    const place = order.filter((one) => this.#switches.has(one)).indexOf(outcome ?? 'created');
    const next = this.element.children[outcome === undefined ? 0 : place + 1] ?? null;
    this.element.insertBefore(element('li', {}, button), next);
    return { button, number };
  }

  /** Presses the switch of one outcome and releases the others. */
  press(outcome: RowOutcome | undefined): void {
    for (const [of, { button }] of this.#switches)
      button.setAttribute('aria-pressed', String(of === outcome));
  }
}

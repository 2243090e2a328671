import * as l10n from '@vscode/l10n';
import type { Results, RowOutcome } from '../../protocol/results';
import { outcomeIcons, outcomesByUrgency } from './columns';
import { element, icon } from '../shared/dom';
import type { Format } from '../shared/format';
import { outcomeHelp, outcomeLabels } from './labels';

/** Created first, in any case: it is what the user asked for. Then what needs a look. */
const order: readonly RowOutcome[] = ['created', ...outcomesByUrgency.filter((it) => it !== 'created')];

/**
 * The import in numbers: all its rows, which shows them all again, then each outcome, which is a switch that narrows the
 * table to its rows.
 */
export class Counts {
  readonly element: HTMLElement;
  readonly #switches = new Map<RowOutcome | undefined, HTMLElement>();

  /**
   * @param listed how many rows of each outcome the table holds: a switch that would leave none of them is unavailable
   * @param onToggle called with the outcome whose switch was pressed; with none for all rows
   */
  constructor(
    { rowCount, counts }: Results,
    format: Format,
    listed: ReadonlyMap<RowOutcome, number>,
    onToggle: (outcome: RowOutcome | undefined) => void,
  ) {
    const labels = outcomeLabels();
    const help = outcomeHelp();
    const all = element(
      'button',
      { type: 'button', class: 'count all', title: l10n.t('Show All Rows') },
      ...figure(format.number(rowCount), l10n.t('Rows')),
    );
    all.addEventListener('click', () => onToggle(undefined));
    this.#switches.set(undefined, all);
    for (const outcome of order) {
      if (counts[outcome] === 0 && outcome !== 'created') continue;
      const title = `${help[outcome]}\n${l10n.t('Show Only These')}`;
      const button = element(
        'button',
        { type: 'button', class: `count ${counts[outcome] === 0 ? 'none' : outcome}`, title },
        icon(outcomeIcons[outcome]),
        ...figure(format.number(counts[outcome]), labels[outcome]),
      );
      // Not `disabled`: the number has to stay within the keyboard's and the screen reader's reach.
      if (!listed.has(outcome)) {
        button.setAttribute('aria-disabled', 'true');
        button.title = help[outcome];
      } else button.addEventListener('click', () => onToggle(outcome));
      this.#switches.set(outcome, button);
    }
    this.element = element(
      'ul',
      { class: 'counts', 'aria-label': l10n.t('Outcome') },
      ...[...this.#switches.values()].map((count) => element('li', {}, count)),
    );
  }

  /** Presses the switch of one outcome and releases the others. */
  press(outcome: RowOutcome | undefined): void {
    for (const [of, button] of this.#switches) button.setAttribute('aria-pressed', String(of === outcome));
  }
}

/** A number beside its label. The blanks part the two where the layout does not: in the name of the switch. */
function figure(value: string, label: string): (Node | string)[] {
  return [' ', element('strong', {}, value), ' ', element('span', { class: 'label' }, label)];
}

import * as l10n from '@vscode/l10n';
import type { ResultAction, Results } from '../../protocol/results';
import { element, icon, textButton } from '../shared/dom';
import type { Format } from '../shared/format';
import { outcomeIcons } from './columns';
import { findLabel, groupActionLabel, groupSentence, noActionLabel } from './happenedLabels';
import { actionsFor, type OutcomeGroup } from './story';

type HappenedState = Pick<Results, 'notice' | 'actions' | 'sandbox'>;

/** What the list asks the page for. */
export interface HappenedEvents {
  /** The rows of one group alone, or all again; groups are named by their index. */
  show(group: number): void;
  act(action: ResultAction): void;
}

/**
 * What happened: why the import ended early, and a line for each outcome that is not simply *created*, by reason, with
 * what can be done about it.
 */
export class Happened {
  readonly element = element('section', { class: 'happened', 'aria-label': l10n.t('What happened') });
  readonly #format: Format;
  readonly #events: HappenedEvents;
  #switches: (HTMLElement | undefined)[] = [];

  constructor(format: Format, events: HappenedEvents) {
    this.#format = format;
    this.#events = events;
  }

  /** @param groups none while an import goes on: nothing has happened for good, and there is nothing to do about it yet */
  update({ notice, actions, sandbox }: HappenedState, groups: readonly OutcomeGroup[]): void {
    const lines = this.#lines(groups, actions, sandbox);
    const focused = this.#focusedButton();
    this.element.replaceChildren(
      ...(notice === '' ? [] : [this.#notice(notice, actions)]),
      // More lines than fit scroll, and what scrolls must be within the keyboard's reach: its buttons are.
      ...(lines.length === 0 ? [] : [element('ul', {}, ...lines)]),
    );
    this.element.hidden = notice === '' && lines.length === 0;
    if (focused !== undefined) this.#focusAgain(focused);
  }

  /** What the button says that has the focus, if one has. */
  #focusedButton(): string | undefined {
    const focused = this.#buttons().find((button) => button === document.activeElement);
    return focused && nameOf(focused);
  }

  /** The button that says the same; if that is gone, what has come of it is told by the notice. */
  #focusAgain(label: string): void {
    const same = this.#buttons().find((button) => nameOf(button) === label);
    (same ?? this.element.querySelector<HTMLElement>('.notice'))?.focus();
  }

  #buttons(): readonly HTMLElement[] {
    return [...this.element.querySelectorAll('button')];
  }

  #notice(notice: string, actions: readonly ResultAction[]): HTMLElement {
    const find = textButton('link', findLabel(), () => this.#events.act('findOnStream'));
    return element(
      'p',
      { class: 'notice', role: 'status', tabindex: '-1' },
      icon('warning'),
      element('span', {}, notice, ...(actions.includes('findOnStream') ? [' ', find] : [])),
    );
  }

  #lines(
    groups: readonly OutcomeGroup[],
    actions: readonly ResultAction[],
    isSandbox: boolean,
  ): readonly HTMLElement[] {
    const show = l10n.t('Show');
    this.#switches = groups.map(({ rest }, index) => {
      if (rest === 'unlisted') return undefined;
      const button = textButton('link', show, () => this.#events.show(index));
      button.setAttribute('aria-pressed', 'false');
      return button;
    });
    return groups.map((group, index) => {
      const sentence = groupSentence(group, this.#format);
      const offered = actionsFor(group, actions).map((action) =>
        textButton('link', groupActionLabel(action, group, this.#format), () => this.#events.act(action)),
      );
      const none = element('span', { class: 'muted' }, noActionLabel(group, isSandbox));
      const buttons = [this.#switches[index], ...(offered.length > 0 ? offered : [none])];
      // Every line has its own "Show": the sentence tells one from the other.
      this.#switches[index]?.setAttribute('aria-label', l10n.t('Show: {0}', sentence));
      return element(
        'li',
        { class: `line ${group.outcome} ${group.note ?? ''}` },
        icon(outcomeIcons[group.outcome]),
        element('span', { class: 'sentence', title: sentence }, sentence),
        element('span', { class: 'steps' }, ...buttons.filter((button) => button !== undefined)),
      );
    });
  }

  /** Presses the switch of one group and releases the others. */
  press(group: number | undefined): void {
    for (const [index, button] of this.#switches.entries())
      button?.setAttribute('aria-pressed', String(index === group));
  }
}

/** Every line has its own "Show". */
function nameOf(button: HTMLElement): string {
  return button.getAttribute('aria-label') ?? button.textContent;
}

import * as l10n from '@vscode/l10n';
import type { Results } from '../../protocol/results';
import { element } from '../shared/dom';
import type { Format } from '../shared/format';
import { Announcer, shareDone } from './announcer';

/** What an import that goes on is doing, and how far it is. */
export class Progress {
  readonly element: HTMLElement;
  readonly #format: Format;
  readonly #announcer: Announcer;
  readonly #bar = element('progress', { max: '1', 'aria-label': l10n.t('Progress') });
  readonly #sentence = element('span');
  readonly #rows = element('span', { class: 'muted' });
  readonly #line: HTMLElement;
  readonly #spoken = element('p', { class: 'spoken', 'aria-live': 'polite' });

  constructor(format: Format) {
    this.#format = format;
    this.#announcer = new Announcer(format);
    this.#line = element(
      'div',
      { class: 'progress', role: 'group', 'aria-label': l10n.t('Progress'), tabindex: '-1' },
      ...[this.#bar, this.#sentence, this.#rows],
    );
    // Apart from what is seen: that changes all the time.
    this.element = element('div', {}, this.#line, this.#spoken);
  }

  update(results: Results): void {
    const { running, rowCount, counts } = results;
    this.#line.hidden = running === '';
    const share = shareDone(results);
    if (share === undefined) this.#bar.removeAttribute('value');
    else this.#bar.value = share;
    this.#sentence.textContent = running;
    const done = rowCount - counts.waiting - counts.notSent;
    this.#rows.textContent = this.#format.message(
      l10n.t('{done, number} of {total, plural, one {# row} other {# rows}}'),
      { done, total: rowCount },
    );
    const spoken = this.#announcer.next(results);
    if (spoken !== undefined) this.#spoken.textContent = spoken;
  }

  focus(): void {
    this.#line.focus();
  }
}

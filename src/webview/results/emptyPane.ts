import * as l10n from '@vscode/l10n';
import { element, icon, textButton } from '../shared/dom';
import type { Format } from '../shared/format';
import { notListed } from './toolbar';

/** What is in place of rows when none is shown: why, and what to do about it. */
export class EmptyPane {
  readonly element = element('div', { class: 'empty' });
  readonly #format: Format;
  readonly #clear: () => void;

  /** @param clear takes all filters away */
  constructor(format: Format, clear: () => void) {
    this.#format = format;
    this.#clear = clear;
  }

  /** @param total rows that are listed, whether or not they match the filter */
  update(shown: number, total: number, rowsNotListed: number): void {
    this.element.hidden = shown > 0;
    if (shown === 0)
      this.element.replaceChildren(...(total > 0 ? this.#unmatched() : this.#unlisted(rowsNotListed)));
  }

  #unmatched(): readonly Node[] {
    const clear = textButton('secondary', l10n.t('Clear Filter'), this.#clear);
    return [icon('search-stop'), element('p', {}, l10n.t('No row matches the filter.')), clear];
  }

  #unlisted(rowsNotListed: number): readonly Node[] {
    const why =
      rowsNotListed > 0 ? notListed(rowsNotListed, this.#format) : l10n.t('This import has no rows.');
    return [icon('inbox'), element('p', {}, why)];
  }
}

import * as l10n from '@vscode/l10n';
import { element, icon, textButton } from '../shared/dom';
import type { Format } from '../shared/format';
import { notListed } from './toolbar';

/** What can be done where no row is shown. */
interface EmptyActions {
  /** Takes all filters away. */
  readonly clear: () => void;
  /** Exports all rows, those that are not listed, too. */
  readonly export: () => void;
}

/** What is in place of rows when none is shown: why, and what to do about it. */
export class EmptyPane {
  readonly element = element('div', { class: 'empty' });
  readonly #format: Format;
  readonly #actions: EmptyActions;

  constructor(format: Format, actions: EmptyActions) {
    this.#format = format;
    this.#actions = actions;
  }

  /**
   * @param total rows that are listed, whether or not they match the filter
   * @param rowsNotListed rows that would be shown besides, were all of them listed
   */
  update(shown: number, total: number, rowsNotListed: number): void {
    this.element.hidden = shown > 0;
    if (shown > 0) return;
    this.element.replaceChildren(
      ...(rowsNotListed > 0 ? this.#unlisted(rowsNotListed) : total > 0 ? this.#unmatched() : this.#none()),
    );
  }

  #unmatched(): readonly Node[] {
    const clear = textButton('secondary', l10n.t('Clear Filter'), this.#actions.clear);
    return [icon('search-stop'), element('p', {}, l10n.t('No row matches the filter.')), clear];
  }

  #unlisted(count: number): readonly Node[] {
    const all = textButton('secondary', l10n.t('Export Results…'), this.#actions.export);
    return [icon('inbox'), element('p', {}, notListed(count, this.#format)), all];
  }

  #none(): readonly Node[] {
    return [icon('inbox'), element('p', {}, l10n.t('This import has no rows.'))];
  }
}

import * as l10n from '@vscode/l10n';
import { element, icon } from './dom';

/** A label and its value, for a list of `class="facts"`. */
export function fact(label: string, ...value: readonly (Node | string)[]): HTMLElement {
  return element('div', { class: 'fact' }, element('dt', {}, label), element('dd', {}, ...value));
}

/** The page's heading. */
export function fileTitle(fileName: string): HTMLElement {
  return element(
    'h1',
    { title: fileName },
    element('span', { class: 'codicon codicon-file', role: 'img', 'aria-label': l10n.t('File') }),
    element('span', {}, fileName),
  );
}

/** A sentence that stands by itself, beside an icon that says of what kind. */
export function note(iconName: 'info' | 'warning', sentence: string): HTMLElement {
  return element('p', { class: 'note' }, icon(iconName), element('span', {}, sentence));
}

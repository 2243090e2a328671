import type { ResultAction, Results } from '../../protocol/results';
import { element, icon, textButton } from '../shared/dom';
import { actionLabels } from './labels';

/**
 * Why the import ended early, and a button for each thing that can be done about it.
 * @returns one element, or none when there is neither
 */
export function createNext(
  { notice, actions }: Results,
  onAct: (action: ResultAction) => void,
): HTMLElement[] {
  if (notice === '' && actions.length === 0) return [];
  const labels = actionLabels();
  const buttons = actions.map((action, place) =>
    textButton(place === 0 ? 'primary' : 'secondary', labels[action], () => onAct(action)),
  );
  return [
    element(
      'div',
      { class: notice === '' ? 'next' : 'next noticed' },
      ...(notice === ''
        ? []
        : [element('p', { class: 'notice', role: 'status' }, icon('warning'), element('span', {}, notice))]),
      ...(buttons.length === 0 ? [] : [element('div', { class: 'actions' }, ...buttons)]),
    ),
  ];
}

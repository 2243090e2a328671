import { l10n } from 'vscode';
import type { Outcome } from '../../core/delivery/index';
import type { ResultAction } from '../../protocol/results';
import type { CommandId } from '../commandIds';

/** How many rows have each outcome. */
export type Counts = Readonly<Record<Outcome, number>>;

/** What became of the rows, in one sentence: "1,998 created, 2 not returned, 500 not sent." */
export function summary(counts: Counts): string {
  const parts = order
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => partWords(outcome, counts[outcome].toLocaleString()));
  return l10n.t('Rows: {0}.', parts.join(', '));
}

const order = ['created', 'present', 'refused', 'notReturned', 'unknown', 'absent', 'notSent'] as const;

function partWords(outcome: Outcome, count: string): string {
  switch (outcome) {
    case 'created':
      return l10n.t('{0} created', count);
    case 'present':
      return l10n.t('{0} found on the stream', count);
    case 'refused':
      return l10n.t('{0} refused', count);
    case 'notReturned':
      return l10n.t('{0} not returned', count);
    case 'unknown':
      return l10n.t('{0} unknown', count);
    case 'absent':
      return l10n.t('{0} not found on the stream', count);
    case 'notSent':
      return l10n.t('{0} not sent', count);
  }
}

/** What an import that came to its end leaves: certainty or doubt, in whole sentences. */
export function effectOf(counts: Counts): string {
  if (counts.unknown > 0) {
    return `${summary(counts)} ${l10n.t('Contacts of the unknown ones may have been created all the same: resume the import to look for them, and do not send the file again before.')}`;
  }
  const left = counts.created + counts.present + counts.notReturned + counts.refused + counts.absent;
  return left === 0 ? l10n.t('No contact was created.') : summary(counts);
}

/**
 * What can be done next. Held back rows are left out of a resume: they must be mended first, and then are others.
 * @param searched whether the refused rows are known to be refused by themselves
 */
export function actionsFor(counts: Counts, heldBack: number, searched: boolean): readonly ResultAction[] {
  const actions: ResultAction[] = [];
  if (counts.unknown + counts.absent + counts.notSent - heldBack > 0) actions.push('resume');
  if (counts.refused > 0 && !searched) actions.push('findRefused');
  if (counts.notSent + counts.refused + counts.absent > 0) actions.push('saveRest');
  return actions;
}

/** The command behind each action. */
export const actionCommands: Readonly<Record<ResultAction, CommandId>> = {
  resume: 'resumeImport',
  findRefused: 'findRefused',
  saveRest: 'saveRest',
};

/** An action as a message's button. */
export function actionTitle(action: ResultAction): string {
  switch (action) {
    case 'resume':
      return l10n.t('Resume Import…');
    case 'findRefused':
      return l10n.t('Find the Refused Rows…');
    case 'saveRest':
      return l10n.t('Save the Rest as CSV…');
  }
}

/** Whether every row of the import was created. */
export function isAllCreated(counts: Counts): boolean {
  return order.every((outcome) => outcome === 'created' || counts[outcome] === 0);
}

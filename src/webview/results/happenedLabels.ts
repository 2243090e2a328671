import * as l10n from '@vscode/l10n';
import type { ResultAction, RowNoteKind, RowOutcome } from '../../protocol/results';
import type { OutcomeGroup } from './story';

/** What became of a group of rows, in one sentence. */
export function groupSentence(group: OutcomeGroup, count: string): string {
  const sentence = outcomeSentence(group.outcome, group.note, count);
  if (group.rest === 'others') return l10n.t('{0}, for other reasons', sentence);
  if (group.rest === 'unlisted') return l10n.t('{0}, not listed below', sentence);
  return group.reason === '' || isSaid(group.note)
    ? sentence
    : l10n.t('{0}: “{1}”', sentence, group.reason.replace(/\s+/g, ' '));
}

/** Whether the sentence itself says what the note does. */
function isSaid(note: RowNoteKind | undefined): boolean {
  return note === 'otherName' || note === 'storedAs' || note === 'deleted';
}

function outcomeSentence(outcome: RowOutcome, note: RowNoteKind | undefined, count: string): string {
  switch (outcome) {
    case 'created':
      return l10n.t('{0} stored under another name', count);
    case 'notReturned':
      return note === 'deleted'
        ? l10n.t('{0} did not come back, a deleted contact has the number', count)
        : l10n.t('{0} did not come back', count);
    case 'refused':
      return note === 'batch'
        ? l10n.t('{0} refused with their whole request', count)
        : l10n.t('{0} refused', count);
    case 'unknown':
      return l10n.t('{0} got no clear answer and may exist', count);
    case 'present':
      return note === 'otherName'
        ? l10n.t('{0} found on the stream under another name', count)
        : l10n.t('{0} found on the stream', count);
    case 'absent':
      return l10n.t('{0} not found on the stream', count);
    case 'notSent':
      return l10n.t('{0} not sent', count);
    case 'unmatched':
      return l10n.t('{0} came back that no row explains', count);
    case 'waiting':
      return l10n.t('{0} waiting', count);
  }
}

/** An action as the button of a group of these rows. */
export function groupActionLabel(action: ResultAction, { outcome }: OutcomeGroup): string {
  switch (action) {
    case 'resume':
      return outcome === 'unknown' || outcome === 'notReturned'
        ? l10n.t('Look Them Up…')
        : l10n.t('Send Them…');
    case 'findRefused':
      return l10n.t('Find Which…');
    case 'saveRest':
      return l10n.t('Save as CSV…');
  }
}

/** What there is to do about rows of which the page offers nothing. */
export function noActionLabel({ outcome }: OutcomeGroup): string {
  switch (outcome) {
    case 'created':
    case 'present':
    case 'notSent':
    case 'unmatched':
    case 'waiting':
      return l10n.t('Nothing to do');
    case 'refused':
    case 'notReturned':
    case 'unknown':
    case 'absent':
      return l10n.t('Look in Agent Assist');
  }
}

import * as l10n from '@vscode/l10n';
import type { ResultAction, RowNoteKind, RowOutcome } from '../../protocol/results';
import type { Format } from '../shared/format';
import type { OutcomeGroup } from './story';

/** What became of a group of rows, in one sentence. */
export function groupSentence(group: OutcomeGroup, format: Pick<Format, 'message'>): string {
  const reason = isSaid(group.note) ? '' : group.reason.replace(/\s+/g, ' ');
  const end = group.rest ?? (reason === '' ? 'none' : 'reason');
  return format.message(outcomeMessage(group.outcome, group.note), { count: group.count, reason, end });
}

/** Whether the sentence itself says what the note does. */
function isSaid(note: RowNoteKind | undefined): boolean {
  return note === 'otherName' || note === 'storedAs' || note === 'deleted';
}

/**
 * The whole sentence, so that a translation has all of it to itself; only the stream's words are in quotes. `end` is `reason` where there is one, `others` for rows
 * of many reasons, `unlisted` for rows that the table does not have.
 */
function outcomeMessage(outcome: RowOutcome, note: RowNoteKind | undefined): string {
  switch (outcome) {
    case 'created':
      return l10n.t(
        '{count, plural, one {# stored under another name} other {# stored under other names}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
      );
    case 'notReturned':
      return note === 'deleted'
        ? l10n.t(
            '{count, plural, one {# not returned: a deleted contact has the number} other {# not returned: deleted contacts have the numbers}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
          )
        : l10n.t(
            '{count, plural, one {# not returned} other {# not returned}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
          );
    case 'refused':
      if (note === 'gone' || note === 'byNumber')
        return l10n.t(
          '{count, plural, one {# refused} other {# refused}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
        );
      return note === 'batch'
        ? l10n.t(
            '{count, plural, one {# refused with its whole request} other {# refused with their whole requests}}{end, select, reason {: “{reason}”} others {, for other reasons} unlisted {, not listed below} other {}}',
          )
        : l10n.t(
            '{count, plural, one {# refused} other {# refused}}{end, select, reason {: “{reason}”} others {, for other reasons} unlisted {, not listed below} other {}}',
          );
    case 'unknown':
      return l10n.t(
        '{count, plural, one {# got no clear answer and may exist} other {# got no clear answer and may exist}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
      );
    case 'present':
      return note === 'otherName'
        ? l10n.t(
            '{count, plural, one {# found on the stream under another name} other {# found on the stream under other names}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
          )
        : l10n.t(
            '{count, plural, one {# found on the stream} other {# found on the stream}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
          );
    case 'absent':
      return l10n.t(
        '{count, plural, one {# not found on the stream} other {# not found on the stream}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
      );
    case 'notSent':
      if (note === 'leftOutOther')
        return l10n.t(
          '{count, plural, one {# not sent, on the stream under another name} other {# not sent, on the stream under other names}}{end, select, reason {: “{reason}”} others {, for other reasons} unlisted {, not listed below} other {}}',
        );
      if (note === 'leftOut')
        return l10n.t(
          '{count, plural, one {# not sent, already on the stream} other {# not sent, already on the stream}}{end, select, reason {: “{reason}”} others {, for other reasons} unlisted {, not listed below} other {}}',
        );
      return l10n.t(
        '{count, plural, one {# not sent} other {# not sent}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
      );
    case 'unmatched':
      return l10n.t(
        '{count, plural, one {# returned contact not matched to a row} other {# returned contacts not matched to rows}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
      );
    case 'waiting':
      return l10n.t(
        '{count, plural, one {# waiting} other {# waiting}}{end, select, reason {: {reason}} others {, for other reasons} unlisted {, not listed below} other {}}',
      );
  }
}

/** An action as the button of a group of these rows. */
export function groupActionLabel(
  action: ResultAction,
  { count }: Pick<OutcomeGroup, 'count'>,
  format: Pick<Format, 'message'>,
): string {
  switch (action) {
    case 'resume':
      return format.message(l10n.t('{count, plural, one {Send It…} other {Send Them…}}'), { count });
    case 'lookUp':
      return format.message(l10n.t('{count, plural, one {Look It Up…} other {Look Them Up…}}'), { count });
    case 'findRefused':
      return l10n.t('Find Which…');
    case 'saveRest':
      return l10n.t('Save as CSV…');
    case 'findOnStream':
      return findLabel();
  }
}

/** The button that finds rows of which only the outcome is known. */
export function findLabel(): string {
  return l10n.t('Find Them on the Stream…');
}

/** What there is to do about rows of which the page offers nothing. Agent Assist never has a sandbox's contacts. */
export function noActionLabel({ outcome, note }: OutcomeGroup, isSandbox: boolean): string {
  if (note === 'gone') return l10n.t('Restore in the file to go on');
  if (isSandbox) return l10n.t('Nothing to do');
  // Only there it can be seen who it is.
  if (note === 'byNumber') return l10n.t('Look in Agent Assist');
  switch (outcome) {
    case 'created':
    case 'present':
    case 'unmatched':
    case 'waiting':
      return l10n.t('Nothing to do');
    case 'notSent':
      if (note === 'leftOutOther') return l10n.t('Look in Agent Assist');
      return note === 'leftOut' ? l10n.t('Nothing to do') : l10n.t('Send the file again');
    case 'refused':
    case 'notReturned':
    case 'unknown':
    case 'absent':
      return l10n.t('Look in Agent Assist');
  }
}

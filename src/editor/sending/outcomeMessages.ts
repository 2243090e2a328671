import { l10n, type Uri } from 'vscode';
import type { EndReport, OutcomeCounts } from '../../core/delivery/index';
import type { ResultAction } from '../../protocol/results';
import type { CommandId } from '../commandIds';
import { shownName } from '../files';
import { countsLabel } from '../outcomeLabels';

/** What became of the rows, in one sentence: "1,998 created, 2 not returned, 500 not sent." */
export function summaryMessage(counts: OutcomeCounts): string {
  return l10n.t('Rows: {0}.', countsLabel(counts));
}

/** What an import that came to its end leaves: certainty or doubt, in whole sentences. */
export function effectMessage(effect: EndReport['effect'], counts: OutcomeCounts): string {
  switch (effect) {
    case 'doubt':
      return `${summaryMessage(counts)} ${l10n.t('Contacts of the unknown ones may have been created all the same: resume the import to look for them, and do not send the file again before.')}`;
    case 'nothing':
      return l10n.t('No contact was created.');
    case 'known':
      return summaryMessage(counts);
  }
}

/** Where another window has the stream. */
export function takenOverMessage(uri: Uri): string {
  return l10n.t(
    '{0} is sent no further here: this window was asleep, and another window has taken over the stream. Resume the import when that one has finished.',
    shownName(uri),
  );
}

/** Where every row came back. */
export function allCreatedMessage(count: number): string {
  return count === 1
    ? l10n.t('The contact came back from the stream.')
    : l10n.t('All {0} contacts came back from the stream.', count.toLocaleString());
}

/** Where rows were sent and answered, and did not come back. */
export function notReturnedMessage(missing: number, sent: number): string {
  return l10n.t(
    '{0} of {1} rows did not come back from the stream. The results show which ones; their contacts were not created by this import, as far as the answer tells.',
    missing.toLocaleString(),
    sent.toLocaleString(),
  );
}

/** What is to be done about rows that were held back; empty when there are none. */
export function heldBackMessage(count: number): string {
  return count === 0 ? '' : l10n.t('Those not sent have errors: save the rest, correct it, and send it.');
}

/** What a refusal of whole requests leaves open; empty when there was none. */
export function wholeRequestMessage(wasWhole: boolean): string {
  if (!wasWhole) return '';
  return l10n.t(
    'Whole requests were refused, and the stream may have stored rows of them before the one at fault: find the refused rows.',
  );
}

/** The command behind each action. */
export const actionCommands: Readonly<Record<ResultAction, CommandId>> = {
  resume: 'resumeImport',
  findRefused: 'findRefused',
  saveRest: 'saveRest',
};

/** An action as a message's button. */
export function actionLabel(action: ResultAction): string {
  switch (action) {
    case 'resume':
      return l10n.t('Resume Import…');
    case 'findRefused':
      return l10n.t('Find the Refused Rows…');
    case 'saveRest':
      return l10n.t('Save the Rest as CSV…');
  }
}

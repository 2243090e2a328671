import { l10n, type Uri } from 'vscode';
import type { EndReport, ToldCounts } from '../../core/delivery/index';
import type { ResultAction } from '../../protocol/results';
import type { CommandId } from '../commandIds';
import { counted } from '../counted';
import { shownName } from '../files';
import { countsLabel } from '../outcomeLabels';

/**
 * What became of the rows, in one sentence: "1,998 created, 2 not returned, 500 not sent."
 * @param heldBack how many of those that were not sent have errors
 */
export function summaryMessage(counts: ToldCounts, heldBack = 0): string {
  return l10n.t('{0}.', countsLabel(counts, heldBack));
}

/** What an import that came to its end leaves, as a clause: "300 rows got no clear answer and may exist". */
export function effectLabel(effect: EndReport['effect'], counts: ToldCounts): string {
  switch (effect) {
    case 'doubt':
      return counted(
        l10n.t(
          '{count, plural, one {# row got no clear answer and may exist} other {# rows got no clear answer and may exist}}',
        ),
        { count: counts.unknown },
      );
    case 'nothing':
      return l10n.t('No contact was created');
    case 'known':
      return countsLabel(counts);
  }
}

/** What to do about rows that may exist. */
export function doubtAdvice(count: number): string {
  return counted(
    l10n.t(
      '{count, plural, one {Look it up before you send this file again.} other {Look them up before you send this file again.}}',
    ),
    { count },
  );
}

/** Where rows may exist, and nothing else is to be said. */
export function doubtMessage(count: number): string {
  return counted(
    l10n.t(
      '{count, plural, one {# row got no clear answer and may exist. Look it up before you send this file again.} other {# rows got no clear answer and may exist. Look them up before you send this file again.}}',
    ),
    { count },
  );
}

/** Where the user ended the import. */
export function cancelledMessage(effect: EndReport['effect'], counts: ToldCounts): string {
  switch (effect) {
    case 'doubt':
      return counted(
        l10n.t(
          '{count, plural, one {Cancelled: # row got no clear answer and may exist. Look it up before you send this file again.} other {Cancelled: # rows got no clear answer and may exist. Look them up before you send this file again.}}',
        ),
        { count: counts.unknown },
      );
    case 'nothing':
      return l10n.t('Cancelled. No contact was created.');
    case 'known':
      return l10n.t('Cancelled. {0}.', countsLabel(counts));
  }
}

/** Where a fault of this extension ended it. */
export function brokeOffMessage(effect: EndReport['effect'], counts: ToldCounts): string {
  switch (effect) {
    case 'doubt':
      return counted(
        l10n.t(
          '{count, plural, one {The import stopped because of an error: # row got no clear answer and may exist. Look it up before you send this file again.} other {The import stopped because of an error: # rows got no clear answer and may exist. Look them up before you send this file again.}}',
        ),
        { count: counts.unknown },
      );
    case 'nothing':
      return l10n.t('The import stopped because of an error. No contact was created.');
    case 'known':
      return l10n.t('The import stopped because of an error. {0}.', countsLabel(counts));
  }
}

/** Where another window has the stream. */
export function takenOverMessage(uri: Uri): string {
  return l10n.t(
    '{0} is no longer sent from this window: another one took over the stream while this one was asleep. Resume the import when the other window has finished.',
    shownName(uri),
  );
}

/** Where every row came back. */
export function allCreatedMessage(count: number): string {
  return counted(
    l10n.t(
      '{count, plural, one {The contact came back from the stream.} other {All # contacts came back from the stream.}}',
    ),
    { count },
  );
}

/** Where rows were sent and answered, and did not come back. */
export function notReturnedMessage(missing: number, sent: number): string {
  return counted(
    l10n.t(
      '{missing, plural, one {# of {sent, plural, one {# row} other {# rows}} is} other {# of {sent, plural, one {# row} other {# rows}} are}} missing from the stream’s answer.',
    ),
    { missing, sent },
  );
}

/** Where whole requests were refused, which leaves open what is stored of them. */
export function wholeRequestMessage(counts: ToldCounts, heldBack: number): string {
  return l10n.t(
    '{0}. Whole requests were refused, and some of their rows may exist.',
    countsLabel(counts, heldBack),
  );
}

/** The command behind each action. */
export const actionCommands: Readonly<Record<ResultAction, CommandId>> = {
  resume: 'resumeImport',
  findRefused: 'findRefused',
  saveRest: 'saveRest',
  findOnStream: 'findOnStream',
  lookUp: 'lookUpRows',
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
    case 'findOnStream':
      return l10n.t('Find Them on the Stream…');
    case 'lookUp':
      return l10n.t('Look Them Up…');
  }
}

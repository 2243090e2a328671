import { l10n } from 'vscode';
import type { FindingEnd, LongRead, Outcome } from '../../core/delivery/index';
import type { Stream } from '../../core/stream/stream';
import { counted } from '../counted';
import { failureMessage } from '../delivery/failureMessages';
import { requestsLine } from '../duration';
import { whereTo } from '../sending/confirm';

/** Asks for leave to read a stream's contacts. */
export function findQuestion(rows: number): string {
  return counted(
    l10n.t('{rows, plural, one {Find # row on the stream?} other {Find # rows on the stream?}}'),
    { rows },
  );
}

/**
 * What reading would mean.
 * @param ms how long it takes at the pace that this window has now; `undefined` where the stream does not tell
 */
export function findDetails({ contacts, reads }: LongRead, ms: number | undefined, stream: Stream): string {
  return [
    ...whereTo(stream),
    ...(contacts === undefined
      ? [l10n.t('The stream does not say how many contacts it has, so this may take long.')]
      : [counted(l10n.t('Contacts on the stream: {contacts, number}'), { contacts })]),
    ...(reads === undefined || ms === undefined ? [] : [requestsLine(reads, ms)]),
    '',
    l10n.t(
      'The stream’s contacts are only read. Names and numbers that are found are shown on the page and never stored.',
    ),
  ].join('\n');
}

/** What the page says of what was found. @param found how many of these rows show a contact now */
export function foundNotice(end: FindingEnd, found: number, rows: number, stream: Stream): string {
  const failure = end.why === 'failed' ? failureMessage(end.failure, stream).message : '';
  return counted(foundMessage(end), { found, rows, gone: rows - found, failure });
}

function foundMessage({ why }: FindingEnd): string {
  switch (why) {
    case 'done':
      return l10n.t(
        '{found, number} of {rows, plural, one {# row} other {# rows}} found on the stream{gone, plural, =0 {} one {, # is not there now} other {, # are not there now}}.',
      );
    case 'declined':
    case 'cancelled':
      return l10n.t(
        'Cancelled: {found, number} of {rows, plural, one {# row} other {# rows}} found on the stream so far.',
      );
    case 'notWhole':
      return l10n.t(
        'The stream’s list ended early or contradicts itself: {found, number} of {rows, plural, one {# row} other {# rows}} found, the others may still be there.',
      );
    case 'failed':
      return l10n.t(
        '{failure} {found, number} of {rows, plural, one {# row} other {# rows}} found before that.',
      );
  }
}

/** Why a row has no name though the whole list was read. */
export function lostMessage(outcome: Outcome): string {
  return outcome === 'created'
    ? l10n.t('This contact is not on the stream any more.')
    : l10n.t('Not found on the stream by its number.');
}

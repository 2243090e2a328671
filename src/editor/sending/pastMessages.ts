import { l10n } from 'vscode';
import type { Plans } from '../../core/delivery/index';
import { counted, shownMoment } from '../counted';
import type { LostImports } from '../ledgers';

/** What earlier imports tell of the file's rows, a line each. */
export function pastLines({ counts, edited, fresh }: Plans): readonly string[] {
  const lines: string[] = [];
  const { created, present, doubtful, refused } = counts;
  if (fresh?.rows === 0) lines.push(allOnStreamMessage(created, present));
  else {
    if (created > 0) lines.push(createdBeforeMessage(created));
    if (present > 0) lines.push(presentBeforeMessage(present));
  }
  if (doubtful > 0) lines.push(doubtfulMessage(doubtful));
  if (refused > 0) lines.push(refusedBeforeMessage(refused));
  if (edited > 0) lines.push(editedMessage(edited));
  return lines;
}

function allOnStreamMessage(created: number, present: number): string {
  if (present === 0) return l10n.t('Earlier imports from this computer created all of these rows.');
  if (created === 0)
    return l10n.t('Earlier imports from this computer found all of these rows on the stream.');
  return counted(
    l10n.t(
      'Earlier imports from this computer created {created, number} of these rows and found {present, number} on the stream.',
    ),
    { created, present },
  );
}

function createdBeforeMessage(count: number): string {
  return counted(
    l10n.t(
      '{count, plural, one {# more row is left out: an earlier import created it on this stream.} other {# more rows are left out: earlier imports created them on this stream.}}',
    ),
    { count },
  );
}

function presentBeforeMessage(count: number): string {
  return counted(
    l10n.t(
      '{count, plural, one {# more row is left out: an earlier import found it on the stream.} other {# more rows are left out: earlier imports found them on the stream.}}',
    ),
    { count },
  );
}

/** What is done about rows that may exist before they are sent. */
export function doubtfulMessage(count: number): string {
  return counted(
    l10n.t(
      '{count, plural, one {# row was sent before and may exist. The stream is searched first; the row is sent only if it is not found.} other {# rows were sent before and may exist. The stream is searched first; only rows that are not found are sent.}}',
    ),
    { count },
  );
}

function refusedBeforeMessage(count: number): string {
  return counted(
    l10n.t(
      '{count, plural, one {# row was refused by this stream before and has not changed since.} other {# rows were refused by this stream before and have not changed since.}}',
    ),
    { count },
  );
}

/** Why rows that are not as they were sent are counted as sent before. */
function editedMessage(count: number): string {
  return counted(
    l10n.t(
      '{count, plural, one {# of these rows was edited after it was sent: same number, other values. An import does not change existing contacts.} other {# of these rows were edited after they were sent: same number, other values. An import does not change existing contacts.}}',
    ),
    { count },
  );
}

/**
 * What is not known of rows that were sent: before a day, since the history goes no further back, or since part of it
 * cannot be read.
 * @param since as in {@link sinceLines}
 * @param unreadable how many imports cannot be read, or only in part
 * @param lost imports of which nothing is known here
 */
export function unknownPastLines(
  since: number | undefined,
  unreadable: number,
  lost?: LostImports,
): readonly string[] {
  return [
    ...(lost ? [lostMessage(lost)] : sinceLines(since)),
    ...(unreadable > 0 ? [unreadableMessage(unreadable)] : []),
  ];
}

/** Rows of those may be on any stream. */
function lostMessage({ count, at }: LostImports): string {
  return counted(
    l10n.t(
      '{count, plural, one {Rows sent before {time} can be sent twice: the record of # earlier import is gone here.} other {Rows sent before {time} can be sent twice: the records of # earlier imports are gone here.}} Check Agent Assist before you send; Delete History ends this message.',
    ),
    { count, time: shownMoment(new Date(at)) },
  );
}

function unreadableMessage(count: number): string {
  return counted(
    l10n.t(
      '{count, plural, one {# earlier import can no longer be read, so its rows may exist without being recognised. Check Agent Assist before you send; Delete History ends this message.} other {# earlier imports can no longer be read, so their rows may exist without being recognised. Check Agent Assist before you send; Delete History ends this message.}}',
    ),
    { count },
  );
}

/**
 * From when on it is known what was sent, if earlier imports were removed from this machine.
 * @param since in ms since 1970
 */
function sinceLines(since: number | undefined): readonly string[] {
  if (since === undefined) return [];
  return [
    l10n.t(
      'The history on this computer goes back to {0}: rows sent before then are not recognised.',
      shownMoment(new Date(since)),
    ),
  ];
}

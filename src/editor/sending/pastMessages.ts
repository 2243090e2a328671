import { l10n } from 'vscode';
import type { Plans } from '../../core/delivery/index';

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
  if (present === 0) return l10n.t('Earlier imports from this machine created all of them.');
  if (created === 0) return l10n.t('Earlier imports from this machine found all of them.');
  return l10n.t(
    'Earlier imports from this machine created {0} of them and found {1}.',
    created.toLocaleString(),
    present.toLocaleString(),
  );
}

function createdBeforeMessage(count: number): string {
  return count === 1
    ? l10n.t('1 further row is on this stream already: an earlier import created it. It is left out.')
    : l10n.t(
        '{0} further rows are on this stream already: earlier imports created them. They are left out.',
        count.toLocaleString(),
      );
}

function presentBeforeMessage(count: number): string {
  return count === 1
    ? l10n.t('1 further row was found on this stream by an earlier import. It is left out.')
    : l10n.t(
        '{0} further rows were found on this stream by earlier imports. They are left out.',
        count.toLocaleString(),
      );
}

/** What is done about rows that may exist before they are sent. */
export function doubtfulMessage(count: number): string {
  return count === 1
    ? l10n.t(
        '1 row was sent before and may exist. The stream is searched for it first; it is sent only if it is not there.',
      )
    : l10n.t(
        '{0} rows were sent before and may exist. The stream is searched for them first; only those that are not there are sent.',
        count.toLocaleString(),
      );
}

function refusedBeforeMessage(count: number): string {
  return count === 1
    ? l10n.t('1 row was refused by this stream before and has not changed since.')
    : l10n.t(
        '{0} rows were refused by this stream before and have not changed since.',
        count.toLocaleString(),
      );
}

/** Why rows that are not as they were sent are counted as sent before. */
function editedMessage(count: number): string {
  return count === 1
    ? l10n.t(
        '1 of these rows was edited since it was sent: same number, other values. An import does not change its contact.',
      )
    : l10n.t(
        '{0} of these rows were edited since they were sent: same number, other values. An import does not change their contacts.',
        count.toLocaleString(),
      );
}

/**
 * What is not known of rows that were sent: before a day, since the history goes no further back, or since part of it
 * cannot be read.
 * @param since as in {@link sinceLines}
 * @param unreadable how many imports cannot be read, or only in part
 */
export function unknownPastLines(since: number | undefined, unreadable: number): readonly string[] {
  return [...sinceLines(since), ...(unreadable > 0 ? [unreadableMessage(unreadable)] : [])];
}

function unreadableMessage(count: number): string {
  return count === 1
    ? l10n.t(
        '1 earlier import cannot be read any more: its rows may be on this stream without being recognised. Look in Agent Assist before you send; Delete History clears the whole history and ends this message.',
      )
    : l10n.t(
        '{0} earlier imports cannot be read any more: their rows may be on this stream without being recognised. Look in Agent Assist before you send; Delete History clears the whole history and ends this message.',
        count.toLocaleString(),
      );
}

/**
 * From when on it is known what was sent, if earlier imports were removed from this machine.
 * @param since in ms since 1970
 */
function sinceLines(since: number | undefined): readonly string[] {
  if (since === undefined) return [];
  const day = new Date(since).toLocaleDateString();
  return [l10n.t('The history on this machine goes back to {0}: rows sent before are not recognised.', day)];
}

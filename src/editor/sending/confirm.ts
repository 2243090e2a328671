import * as vscode from 'vscode';
import type { FindingCode } from '../../core/checks';
import { warningMessage } from './warningMessage';
import type { Stream } from '../../core/stream/stream';
import { plainText } from '../plainText';
import { shownPath } from '../files';
import type { Plans } from '../../core/delivery/index';
import { askName } from './clearance';
import { columnLines } from './columnMessages';
import { pastLines, unknownPastLines } from './pastMessages';
import type { Sendable } from './sendable';

/** What the user decided on seeing file, rows, stream and host. `typedName`: as `askName` gave it. */
export type Decision =
  | { readonly send: 'all' | 'offered'; readonly typedName: string }
  | { readonly instead: 'otherStream' | 'mapColumns' }
  | undefined;

/** What is asked about. */
export interface Question {
  readonly sendable: Sendable;
  readonly plans: Plans;
  /** As `ImportHistory.since` tells it. */
  readonly since: number | undefined;
  readonly requestsPerMinute: number;
  /** The checks that the user has switched off. */
  readonly off: readonly FindingCode[];
  /** Whether the user has said yes already, and what was asked about has changed since. */
  readonly isAskedAgain: boolean;
}

/** Shows what would be sent and where, and asks. A protected stream asks for its name to be typed as well. */
export async function confirmSending(question: Question, stream: Stream): Promise<Decision> {
  const { sendable, plans } = question;
  const { all, fresh } = plans;
  const offered = fresh ?? all;
  const other = vscode.l10n.t('Another Stream…');
  const map = sendable.mapping ? vscode.l10n.t('Change Columns…') : vscode.l10n.t('Map Columns…');
  const send = fresh
    ? vscode.l10n.t('Send the Other {0}', fresh.rows.toLocaleString())
    : vscode.l10n.t('Send');
  const sendAll = vscode.l10n.t('Send All {0}', all.rows.toLocaleString());
  const choice = await vscode.window.showWarningMessage(
    offered.rows === 0 ? againMessage(stream) : questionMessage(offered.rows, stream),
    { modal: true, detail: details(question, stream).join('\n') },
    ...(offered.rows > 0 ? [send] : []),
    ...(fresh ? [sendAll] : []),
    other,
    ...(sendable.mapping || sendable.couldBeMapped ? [map] : []),
  );
  if (choice === other) return { instead: 'otherStream' };
  if (choice === map) return { instead: 'mapColumns' };
  if (choice !== send && choice !== sendAll) return undefined;
  const typedName = await askName(stream);
  return typedName === undefined ? undefined : { send: choice === sendAll ? 'all' : 'offered', typedName };
}

/** "1 contact", "2 contacts". */
export function contactCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 contact') : vscode.l10n.t('{0} contacts', count.toLocaleString());
}

/** For a file of which nothing is left: every row was created before. */
function againMessage(stream: Stream): string {
  return stream.sandbox
    ? vscode.l10n.t('Every contact of this file is in the SANDBOX already. Send them again?')
    : vscode.l10n.t(
        'Every contact of this file is on “{0}” already. Send them again?',
        plainText(stream.name),
      );
}

/** Why a question is put that was answered. */
export function askedAgainMessage(): string {
  return vscode.l10n.t('This has changed since you were asked, so you are asked again.');
}

/** "Send 2 contacts to “Support”?" */
export function questionMessage(rows: number, stream: Stream): string {
  return stream.sandbox
    ? vscode.l10n.t('Send {0} to the SANDBOX?', contactCount(rows))
    : vscode.l10n.t('Send {0} to “{1}”?', contactCount(rows), plainText(stream.name));
}

/** Lines that name stream and host. */
export function whereTo(stream: Stream): readonly string[] {
  return [
    vscode.l10n.t(
      'Stream: {0}',
      stream.sandbox
        ? 'SANDBOX'
        : plainText(`${stream.protected ? '🔒 ' : ''}${stream.name} (${stream.streamId})`),
    ),
    stream.sandbox
      ? vscode.l10n.t('Host: {0}, this machine; nothing leaves it', plainText(stream.host))
      : vscode.l10n.t('Host: {0}', plainText(stream.host)),
  ];
}

/** A line about the requests that a long list takes, and the time that the pace alone makes of it; none for one request. */
export function requestLines(requests: number, requestsPerMinute: number): readonly string[] {
  if (requests < 2) return [];
  const minutes = Math.ceil(requests / requestsPerMinute);
  const shown = requests.toLocaleString();
  return [
    minutes === 1
      ? vscode.l10n.t('Requests: {0}, about a minute', shown)
      : vscode.l10n.t('Requests: {0}, about {1} minutes', shown, minutes.toLocaleString()),
  ];
}

function details(
  { sendable, plans, since, requestsPerMinute, off, isAskedAgain }: Question,
  stream: Stream,
): readonly string[] {
  const { uri, heldBack, warnings, mapping, hasUnsavedEdits } = sendable;
  const { rows, requests } = plans.fresh?.rows === 0 ? plans.all : (plans.fresh ?? plans.all);
  const lines = [
    ...(isAskedAgain ? [askedAgainMessage(), ''] : []),
    vscode.l10n.t('File: {0}', shownPath(uri)),
    vscode.l10n.t('Rows: {0}', rows.toLocaleString()),
    ...requestLines(requests, requestsPerMinute),
    ...whereTo(stream),
  ];
  const past = [...pastLines(plans), ...unknownPastLines(since, plans.unreadable)];
  if (past.length > 0) lines.push('', ...past);
  const columns = columnLines(sendable);
  if (columns.length > 0) lines.push('', ...columns);
  if (heldBack.size > 0) lines.push('', heldBackMessage(heldBack.size));
  if (mapping) lines.push('', ...mappingLines(mapping));
  if (hasUnsavedEdits) lines.push('', vscode.l10n.t('Your unsaved edits are sent too.'));
  if (warnings.count > 0) lines.push('', warningMessage(warnings, mapping !== undefined));
  if (off.length > 0) lines.push('', vscode.l10n.t('Not checked, as your settings say: {0}', off.join(', ')));
  return lines;
}

function heldBackMessage(count: number): string {
  return count === 1
    ? vscode.l10n.t('1 row has errors and is held back. You can save it as a file of its own afterwards.')
    : vscode.l10n.t(
        '{0} rows have errors and are held back. You can save them as a file of their own afterwards.',
        count.toLocaleString(),
      );
}

function mappingLines({ lines, asLastTime }: NonNullable<Sendable['mapping']>): readonly string[] {
  const intro = asLastTime
    ? vscode.l10n.t('Columns are mapped as last time. A mapped copy is sent; the file stays as it is:')
    : vscode.l10n.t('A mapped copy is sent; the file stays as it is:');
  return [intro, ...lines];
}

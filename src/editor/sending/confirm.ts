import * as vscode from 'vscode';
import type { FindingCode } from '../../core/checks';
import { warningMessage } from './warningMessage';
import type { Stream } from '../../core/stream/stream';
import type { LostImports } from '../ledgers';
import { counted, listed, shownNumber } from '../counted';
import { requestsLine } from '../duration';
import { plainText } from '../plainText';
import { shownFile } from '../files';
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
  /** Imports of which nothing is known here, and whose rows are not recognised. */
  readonly lost: LostImports | undefined;
  readonly requestsPerMinute: number;
  /** How many rows have a number of the examples of a new list, which no real stream should have. */
  readonly samples: number;
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
  const other = vscode.l10n.t('Choose Another Stream…');
  const map = sendable.mapping ? vscode.l10n.t('Change Columns…') : vscode.l10n.t('Map Columns…');
  const send = fresh
    ? counted(vscode.l10n.t('{count, plural, one {Send the Other Row} other {Send the Other # Rows}}'), {
        count: fresh.rows,
      })
    : vscode.l10n.t('Send');
  const sendAll = counted(
    vscode.l10n.t('{count, plural, one {Send the Row Again} other {Send All # Rows}}'),
    { count: all.rows },
  );
  const isOtherFirst = question.lost !== undefined || (offered.rows > 0 && question.samples === offered.rows);
  const choice = await vscode.window.showWarningMessage(
    offered.rows === 0 ? againMessage(stream) : questionMessage(offered.rows, stream),
    { modal: true, detail: details(question, stream).join('\n') },
    // Where rows can be sent twice, or all are examples, Enter does not send them.
    ...(isOtherFirst ? [other] : []),
    ...(offered.rows > 0 ? [send] : []),
    ...(fresh ? [sendAll] : []),
    ...(isOtherFirst ? [] : [other]),
    ...(sendable.mapping || sendable.couldBeMapped ? [map] : []),
  );
  if (choice === other) return { instead: 'otherStream' };
  if (choice === map) return { instead: 'mapColumns' };
  if (choice !== send && choice !== sendAll) return undefined;
  const typedName = await askName(stream);
  return typedName === undefined ? undefined : { send: choice === sendAll ? 'all' : 'offered', typedName };
}

/** For a file of which nothing is left: every row was created before. */
function againMessage(stream: Stream): string {
  return stream.sandbox
    ? vscode.l10n.t('Every contact in this file is in the SANDBOX already. Send them again?')
    : vscode.l10n.t(
        'Every contact in this file is on “{0}” already. Send them again?',
        plainText(stream.name),
      );
}

/** Why a question is put that was answered. */
export function askedAgainMessage(): string {
  return vscode.l10n.t('Something changed after you answered. Check the details and confirm again.');
}

/** "Send 2 contacts to “Support”?" */
export function questionMessage(rows: number, stream: Stream): string {
  const message = stream.sandbox
    ? vscode.l10n.t(
        '{count, plural, one {Send # contact to the SANDBOX?} other {Send # contacts to the SANDBOX?}}',
      )
    : vscode.l10n.t(
        '{count, plural, one {Send # contact to “{stream}”?} other {Send # contacts to “{stream}”?}}',
      );
  return counted(message, { count: rows, stream: plainText(stream.name) });
}

/** Lines that name stream and host. */
export function whereTo(stream: Stream): readonly string[] {
  return [
    streamLine(stream),
    stream.sandbox
      ? vscode.l10n.t('Host: {0} (this computer; nothing leaves it)', plainText(stream.host))
      : vscode.l10n.t('Host: {0}', plainText(stream.host)),
  ];
}

function streamLine(stream: Stream): string {
  if (stream.sandbox) return vscode.l10n.t('Stream: {0}', 'SANDBOX');
  const name = plainText(`${stream.name} (${stream.streamId})`);
  // In words: a dialog draws no codicons, and not every system has an emoji of a lock.
  return stream.protected
    ? vscode.l10n.t('Stream: {0}, protected', name)
    : vscode.l10n.t('Stream: {0}', name);
}

/** A line about the requests that a long list takes, and the time that the pace alone makes of it; none for one request. */
export function requestLines(requests: number, requestsPerMinute: number): readonly string[] {
  return requests < 2 ? [] : [requestsLine(requests, (requests / requestsPerMinute) * 60_000)];
}

function details(
  { sendable, plans, since, lost, requestsPerMinute, samples, off, isAskedAgain }: Question,
  stream: Stream,
): readonly string[] {
  const { uri, heldBack, warnings, mapping, hasUnsavedEdits } = sendable;
  const { rows, requests } = plans.fresh?.rows === 0 ? plans.all : (plans.fresh ?? plans.all);
  const lines = [
    ...(isAskedAgain ? [askedAgainMessage(), ''] : []),
    vscode.l10n.t('File: {0}', shownFile(uri)),
    vscode.l10n.t('Rows: {0}', shownNumber(rows)),
    ...requestLines(requests, requestsPerMinute),
    ...whereTo(stream),
  ];
  if (samples > 0) lines.push('', samplesMessage(samples));
  const past = [...pastLines(plans), ...unknownPastLines(since, plans.unreadable, lost)];
  if (past.length > 0) lines.push('', ...past);
  const columns = columnLines(sendable);
  if (columns.length > 0) lines.push('', ...columns);
  if (heldBack.size > 0) lines.push('', heldBackMessage(heldBack.size));
  if (mapping) lines.push('', ...mappingLines(mapping));
  if (hasUnsavedEdits) lines.push('', vscode.l10n.t('Your unsaved edits are sent too.'));
  if (warnings.count > 0) lines.push('', warningMessage(warnings, mapping !== undefined));
  if (off.length > 0) lines.push('', vscode.l10n.t('Checks turned off in your settings: {0}', listed(off)));
  return lines;
}

function samplesMessage(count: number): string {
  return counted(
    vscode.l10n.t(
      '{count, plural, one {# row has an example number from the template. Replace it first: it may belong to somebody.} other {# rows have example numbers from the template. Replace them first: they may belong to somebody.}}',
    ),
    { count },
  );
}

function heldBackMessage(count: number): string {
  return counted(
    vscode.l10n.t(
      '{count, plural, one {# row has errors and is held back. You can save it as a CSV afterwards.} other {# rows have errors and are held back. You can save them as a CSV afterwards.}}',
    ),
    { count },
  );
}

function mappingLines({ lines, asLastTime }: NonNullable<Sendable['mapping']>): readonly string[] {
  const intro = asLastTime
    ? vscode.l10n.t('Columns are mapped as last time. A mapped copy is sent; your file is not changed:')
    : vscode.l10n.t('A mapped copy is sent; your file is not changed:');
  return [intro, ...lines];
}

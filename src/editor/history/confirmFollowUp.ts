import * as vscode from 'vscode';
import type { Outcome } from '../../core/delivery/index';
import type { Stream } from '../../core/stream/stream';
import { requestLines, questionWords, typedName, whereTo } from '../sending/confirm';
import { summary } from '../sending/outcomeMessages';
import { shownName } from '../files';
import type { Settings } from '../settings';
import { countOpen, type Reopened } from './reopened';
import { UserError } from '../errors';

/**
 * Asks before the rest of an import is sent.
 * @returns the outcomes of the rows to send: also `unknown`, of a user who wants rows sent that may be there; none when
 * nothing is left; `undefined` when the user gives up
 */
export async function confirmResume(
  reopened: Reopened,
  stream: Stream,
  { batchRows, requestsPerMinute }: Pick<Settings, 'batchRows' | 'requestsPerMinute'>,
): Promise<readonly Outcome[] | undefined> {
  const unknown = countOpen(reopened, 'unknown');
  const rest = countOpen(reopened, 'notSent', 'absent');
  if (rest + unknown === 0) return [];
  const sendRest = vscode.l10n.t('Send');
  const sendAll = vscode.l10n.t('Send the Unknown Ones Too');
  const detail = [
    ...about(reopened),
    ...requestLines(Math.ceil(rest / batchRows), requestsPerMinute),
    ...whereTo(stream),
    ...changes(reopened),
    ...(unknown > 0 ? ['', unknownWords(unknown)] : []),
  ];
  const choice = await vscode.window.showWarningMessage(
    questionWords(rest, stream),
    { modal: true, detail: detail.join('\n') },
    ...(rest > 0 ? [sendRest] : []),
    ...(unknown > 0 ? [sendAll] : []),
  );
  if (choice === undefined || !(await typedName(stream))) return undefined;
  return choice === sendAll ? ['notSent', 'absent', 'unknown'] : ['notSent', 'absent'];
}

/** Asks before refused rows are looked for. */
export async function confirmSearch(reopened: Reopened, rows: number, stream: Stream): Promise<boolean> {
  const find = vscode.l10n.t('Find Them');
  const choice = await vscode.window.showWarningMessage(
    rows === 1
      ? vscode.l10n.t('Send the refused row once more?')
      : vscode.l10n.t('Find out which of {0} refused rows are at fault?', rows.toLocaleString()),
    {
      modal: true,
      detail: [
        ...about(reopened),
        ...whereTo(stream),
        ...changes(reopened),
        '',
        vscode.l10n.t(
          'They are looked up on the stream first. What is not there is sent in ever smaller requests, until the rows that are refused by themselves are known; the others are then on the stream.',
        ),
      ].join('\n'),
    },
    find,
  );
  return choice === find && (await typedName(stream));
}

/** Asks before the stream is read for rows whose outcome is unknown; nothing is sent for that. */
export async function confirmLookUp(reopened: Reopened, stream: Stream, unknown: number): Promise<boolean> {
  const look = vscode.l10n.t('Look Them Up');
  const choice = await vscode.window.showInformationMessage(
    unknown === 1
      ? vscode.l10n.t('Look for 1 unknown row on the stream?')
      : vscode.l10n.t('Look for {0} unknown rows on the stream?', unknown.toLocaleString()),
    {
      modal: true,
      detail: [
        ...about(reopened),
        ...whereTo(stream),
        '',
        vscode.l10n.t(
          'They were sent, and no answer came: their contacts may exist. The contacts of the stream are read for that, and nothing is written. You are asked again before anything is sent.',
        ),
      ].join('\n'),
    },
    look,
  );
  return choice === look;
}

/** The error when nothing of an import can be sent any more. */
export function nothingLeft(reopened: Reopened): UserError {
  const lines = changes(reopened).filter((line) => line !== '');
  const words = [vscode.l10n.t('There is nothing left to send.'), summary(reopened.report.counts), ...lines];
  return new UserError(words.join(' '));
}

function about({ sendable: { uri }, report }: Reopened): readonly string[] {
  return [vscode.l10n.t('File: {0}', shownName(uri)), summary(report.counts)];
}

/** What is not as it was when the import began. */
function changes({ missing, added, heldBack }: Reopened): readonly string[] {
  const lines: string[] = [];
  if (missing.size > 0) {
    lines.push(
      vscode.l10n.t(
        'Rows that the file no longer has, or has otherwise: {0}. They are left as they are.',
        missing.size.toLocaleString(),
      ),
    );
  }
  if (added > 0) {
    lines.push(
      vscode.l10n.t(
        'Rows that are new in the file, or were edited: {0}. Send the file anew for them.',
        added.toLocaleString(),
      ),
    );
  }
  if (heldBack.size > 0) {
    lines.push(
      vscode.l10n.t('Rows that have errors and are held back: {0}.', heldBack.size.toLocaleString()),
    );
  }
  return lines.length > 0 ? ['', ...lines] : [];
}

function unknownWords(count: number): string {
  return count === 1
    ? vscode.l10n.t(
        '1 row is still unknown: the stream could not be read. Sending it again can make a second contact.',
      )
    : vscode.l10n.t(
        '{0} rows are still unknown: the stream could not be read. Sending them again can make second contacts.',
        count.toLocaleString(),
      );
}

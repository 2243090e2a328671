import * as vscode from 'vscode';
import type { Outcome, Reopened } from '../../core/delivery/index';
import type { Stream } from '../../core/stream/stream';
import { UserError } from '../errors';
import { shownName } from '../files';
import { loadDelivery } from '../loadDelivery';
import { askName } from '../sending/clearance';
import { requestLines, questionMessage, whereTo } from '../sending/confirm';
import { summaryMessage } from '../sending/outcomeMessages';
import type { Sendable } from '../sending/sendable';
import type { Settings } from '../settings';

/** What the user wants of the rest of an import. */
export interface ResumeDecision {
  /** Of the rows to send. Also `unknown`, of a user who wants rows sent that may be there. */
  readonly outcomes: readonly Outcome[];
  /** As `askName` gave it. */
  readonly typedName: string;
}

type ReopenedFile = Reopened<Sendable>;

/** Asks before the rest of an import is sent, if anything is left; `undefined` when the user gives up. */
export async function confirmResume(
  reopened: ReopenedFile,
  stream: Stream,
  { batchRows, requestsPerMinute }: Pick<Settings, 'batchRows' | 'requestsPerMinute'>,
): Promise<ResumeDecision | 'nothingLeft' | undefined> {
  const { countOpen } = await loadDelivery();
  const unknown = countOpen(reopened, 'unknown');
  const rest = countOpen(reopened, 'notSent', 'absent');
  if (rest + unknown === 0) return 'nothingLeft';
  const sendRest = vscode.l10n.t('Send');
  const sendAll = vscode.l10n.t('Send the Unknown Ones Too');
  const detail = [
    ...about(reopened),
    ...requestLines(Math.ceil(rest / batchRows), requestsPerMinute),
    ...whereTo(stream),
    ...changes(reopened),
    ...(unknown > 0 ? ['', unknownMessage(unknown)] : []),
  ];
  const choice = await vscode.window.showWarningMessage(
    questionMessage(rest, stream),
    { modal: true, detail: detail.join('\n') },
    ...(rest > 0 ? [sendRest] : []),
    ...(unknown > 0 ? [sendAll] : []),
  );
  const typedName = choice && (await askName(stream));
  if (typedName === undefined) return undefined;
  return { outcomes: ['notSent', 'absent', ...(choice === sendAll ? ['unknown' as const] : [])], typedName };
}

/** Asks before refused rows are looked for. @returns as `askName`, and `undefined` when the user gives up */
export async function confirmSearch(
  reopened: ReopenedFile,
  rows: number,
  stream: Stream,
): Promise<string | undefined> {
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
  return choice === find ? await askName(stream) : undefined;
}

/** Asks before the stream is read for rows whose outcome is unknown; nothing is sent for that. */
export async function confirmLookUp(
  reopened: ReopenedFile,
  stream: Stream,
  unknown: number,
): Promise<boolean> {
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
export function nothingLeft(reopened: ReopenedFile): UserError {
  const lines = changes(reopened).filter((line) => line !== '');
  const sentences = [
    vscode.l10n.t('There is nothing left to send.'),
    summaryMessage(reopened.report.counts),
    ...lines,
  ];
  return new UserError(sentences.join(' '));
}

function about({ content: { uri }, report }: ReopenedFile): readonly string[] {
  return [vscode.l10n.t('File: {0}', shownName(uri)), summaryMessage(report.counts)];
}

/** What is not as it was when the import began. */
function changes({ missing, added, heldBack }: ReopenedFile): readonly string[] {
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

function unknownMessage(count: number): string {
  return count === 1
    ? vscode.l10n.t(
        '1 row is still unknown: the stream could not be read. Sending it again can make a second contact.',
      )
    : vscode.l10n.t(
        '{0} rows are still unknown: the stream could not be read. Sending them again can make second contacts.',
        count.toLocaleString(),
      );
}

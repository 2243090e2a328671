import * as vscode from 'vscode';
import type { Outcome, Reopened } from '../../core/delivery/index';
import type { Stream } from '../../core/stream/stream';
import { loadDelivery } from '../loadDelivery';
import { askName } from '../sending/clearance';
import { requestLines, questionMessage, whereTo } from '../sending/confirm';
import type { Sendable } from '../sending/sendable';
import type { Settings } from '../settings';
import { aboutLines, changeLines, unknownMessage } from './followUpMessages';

/** What the user wants of the rest of an import. */
export interface ResumeDecision {
  /** Of the rows to send. Also `unknown`, of a user who wants rows sent that may be there. */
  readonly outcomes: readonly Outcome[];
  /** As `askName` gave it. */
  readonly typedName: string;
}

/** Asks before the rest of an import is sent, if anything is left; `undefined` when the user gives up. */
export async function confirmResume(
  reopened: Reopened<Sendable>,
  stream: Stream,
  { batchRows, requestsPerMinute }: Pick<Settings, 'batchRows' | 'requestsPerMinute'>,
): Promise<ResumeDecision | 'nothingLeft' | undefined> {
  const { actionOutcomes, countElsewhere, countOpen } = await loadDelivery();
  const unknown = countOpen(reopened, 'unknown');
  const rest = countOpen(reopened, 'notSent', 'absent');
  if (rest + unknown === 0) return 'nothingLeft';
  const sendRest = vscode.l10n.t('Send');
  const sendAll = vscode.l10n.t('Send the Unknown Ones Too');
  const detail = [
    ...aboutLines(reopened),
    ...requestLines(Math.ceil(rest / batchRows), requestsPerMinute),
    ...whereTo(stream),
    ...changeLines(reopened, countElsewhere(reopened, ...actionOutcomes.resume)),
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
  reopened: Reopened<Sendable>,
  rows: number,
  stream: Stream,
): Promise<string | undefined> {
  const { countElsewhere } = await loadDelivery();
  const find = vscode.l10n.t('Find Them');
  const choice = await vscode.window.showWarningMessage(
    rows === 1
      ? vscode.l10n.t('Send the refused row once more?')
      : vscode.l10n.t('Find out which of {0} refused rows are at fault?', rows.toLocaleString()),
    {
      modal: true,
      detail: [
        ...aboutLines(reopened),
        ...whereTo(stream),
        ...changeLines(reopened, countElsewhere(reopened, 'refused')),
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
  reopened: Reopened<Sendable>,
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
        ...aboutLines(reopened),
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

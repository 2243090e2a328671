import * as vscode from 'vscode';
import type { Outcome, Reopened } from '../../core/delivery/index';
import type { Stream } from '../../core/stream/stream';
import { counted } from '../counted';
import { loadDelivery } from '../loadDelivery';
import { plainText } from '../plainText';
import { askName } from '../sending/clearance';
import { askedAgainMessage, requestLines, questionMessage, whereTo } from '../sending/confirm';
import { doubtfulMessage } from '../sending/pastMessages';
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
  isAskedAgain: boolean,
): Promise<ResumeDecision | 'nothingLeft' | undefined> {
  const { actionOutcomes, countElsewhere, countOpen, countToLookFor, hasUnknownMissing } =
    await loadDelivery();
  const unknown = countOpen(reopened, 'unknown');
  const rest = countOpen(reopened, 'notSent', 'absent');
  const toLookFor = countToLookFor(reopened, 'notSent', 'absent');
  if (rest + unknown === 0) return 'nothingLeft';
  const sendRest = vscode.l10n.t('Send');
  const sendAll = vscode.l10n.t('Send Unknown Rows Too…');
  const detail = [
    ...(isAskedAgain ? [askedAgainMessage(), ''] : []),
    ...aboutLines(reopened),
    ...requestLines(Math.ceil(rest / batchRows), requestsPerMinute),
    ...whereTo(stream),
    ...changeLines(reopened, {
      leftOut: countElsewhere(reopened, ...actionOutcomes.resume),
      isUnknownMissing: hasUnknownMissing(reopened),
    }),
    ...(toLookFor > 0 ? ['', doubtfulMessage(toLookFor)] : []),
    ...(unknown > 0 ? ['', unknownMessage(unknown)] : []),
  ];
  const choice = await vscode.window.showWarningMessage(
    resumeMessage(rest, unknown, stream),
    { modal: true, detail: detail.join('\n') },
    ...(rest > 0 ? [sendRest] : []),
    ...(unknown > 0 ? [sendAll] : []),
  );
  if (choice === undefined || (choice === sendAll && !(await confirmUnknown(unknown, stream))))
    return undefined;
  const typedName = await askName(stream);
  if (typedName === undefined) return undefined;
  return { outcomes: ['notSent', 'absent', ...(choice === sendAll ? ['unknown' as const] : [])], typedName };
}

/** The question before a resume: of the rows to send, or where there are none, of those that may be there. */
export function resumeMessage(rest: number, unknown: number, stream: Stream): string {
  if (rest > 0) return questionMessage(rest, stream);
  const message = vscode.l10n.t(
    '{count, plural, one {# row may exist on “{stream}”. Send it again?} other {# rows may exist on “{stream}”. Send them again?}}',
  );
  return counted(message, { count: unknown, stream: plainText(stream.name) });
}

/** Asks once more before rows are sent that may be there. */
async function confirmUnknown(count: number, stream: Stream): Promise<boolean> {
  const send = vscode.l10n.t('Send Anyway');
  const choice = await vscode.window.showWarningMessage(
    counted(vscode.l10n.t('Send {count, plural, one {# row} other {# rows}} that may exist?'), { count }),
    { modal: true, detail: [...whereTo(stream), '', unknownMessage(count)].join('\n') },
    send,
  );
  return choice === send;
}

/** Asks before refused rows are looked for. @returns as `askName`, and `undefined` when the user gives up */
export async function confirmSearch(
  reopened: Reopened<Sendable>,
  rows: number,
  stream: Stream,
  isAskedAgain: boolean,
): Promise<string | undefined> {
  const { countElsewhere, hasUnknownMissing } = await loadDelivery();
  const find = vscode.l10n.t('Find the Refused Rows');
  const choice = await vscode.window.showWarningMessage(
    counted(
      vscode.l10n.t(
        '{count, plural, one {Send the refused row again?} other {Find out which of # refused rows are at fault?}}',
      ),
      { count: rows },
    ),
    {
      modal: true,
      detail: [
        ...(isAskedAgain ? [askedAgainMessage(), ''] : []),
        ...aboutLines(reopened),
        ...whereTo(stream),
        ...changeLines(reopened, {
          leftOut: countElsewhere(reopened, 'refused'),
          isUnknownMissing: hasUnknownMissing(reopened),
        }),
        '',
        vscode.l10n.t(
          'The stream is searched first. Rows not found are sent again in smaller groups until only the rows at fault are left.',
        ),
      ].join('\n'),
    },
    find,
  );
  return choice === find ? await askName(stream) : undefined;
}

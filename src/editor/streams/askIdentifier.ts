import * as vscode from 'vscode';
import {
  isUsable,
  judgeAccountId,
  judgeClientId,
  judgeStreamId,
  pastedId,
  prefixed,
  type IdentifierVerdict,
} from '../../core/stream/identifiers';
import { back, type Place, type Reply } from '../quickInput';
import { askChoice } from './askChoice';
import { askText, type TextQuestion } from './askText';
import { identifierProblemMessage } from './problemMessages';

export type IdentifierKind = 'streamId' | 'clientId' | 'accountId';

const judges: Readonly<Record<IdentifierKind, (text: string) => IdentifierVerdict>> = {
  streamId: judgeStreamId,
  clientId: judgeClientId,
  accountId: (text) => (text === '' ? 'ok' : judgeAccountId(text)),
};

/** Asks for an ID. One that was copied without its `st-` or `cs-` is offered with it first. */
export async function askIdentifier(
  kind: IdentifierKind,
  place: Place,
  question: Omit<TextQuestion, 'check'>,
): Promise<Reply<string>> {
  let { value } = question;
  for (;;) {
    const reply = await askText(place, {
      ...question,
      value,
      read: (text) => pastedId(kind, text),
      check: (text) => remark(kind, text),
    });
    if (typeof reply !== 'string' || kind === 'accountId' || judges[kind](reply) !== 'bare') return reply;
    const choice = await askPrefix(kind, place, reply);
    if (choice !== back) return choice;
    value = reply;
  }
}

async function askPrefix(kind: 'streamId' | 'clientId', place: Place, bare: string): Promise<Reply<string>> {
  const full = prefixed(kind, bare);
  const placeholder =
    kind === 'streamId'
      ? vscode.l10n.t('Stream IDs begin with st-. Choose the ID to use.')
      : vscode.l10n.t('Client IDs begin with cs-. Choose the ID to use.');
  return await askChoice({ ...place, canGoBack: true }, placeholder, [
    { label: full, description: vscode.l10n.t('Recommended'), value: full },
    { label: bare, description: vscode.l10n.t('As you entered it'), value: bare },
  ]);
}

function remark(kind: IdentifierKind, text: string) {
  const verdict = judges[kind](text);
  const message = identifierProblemMessage(kind, verdict);
  return message === undefined
    ? undefined
    : ({ message, severity: isUsable(verdict) ? 'warning' : 'error' } as const);
}

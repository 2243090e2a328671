import * as vscode from 'vscode';
import { plainText } from '../plainText';
import { back } from '../quickInput';
import type { SecretOwner } from '../secrets';
import { askText, type Remark } from './askText';
import { withHelp, type FindValues } from './findValues';

/** Names host and client ID: the user must see where a secret will be sent before typing it. */
export function secretPrompt({ host, clientId }: SecretOwner): string {
  return vscode.l10n.t(
    'Client secret of {0} at {1}. It is kept in VS Code’s secret storage and used for this host only.',
    plainText(clientId),
    plainText(host),
  );
}

/** Judges a typed secret, trimmed. Nothing is documented of its shape, so only what is surely a mistake is an error. */
export function judgeSecret(secret: string): Remark | undefined {
  if (secret === '') {
    return {
      severity: 'error',
      message: vscode.l10n.t('Paste the client secret of the app in Agent Assist.'),
    };
  }
  if (/\p{Cc}/u.test(secret)) {
    return {
      severity: 'error',
      message: vscode.l10n.t('Paste the client secret alone, without line breaks.'),
    };
  }
  if (/^eyJ[\w-]*\.[\w-]*\.[\w-]*$/.test(secret)) {
    return {
      severity: 'warning',
      message: vscode.l10n.t(
        'This looks like a token. Paste the client secret instead: tokens are made from it.',
      ),
    };
  }
  if (/^(cs|st)-[0-9a-f]{8}-/i.test(secret)) {
    return {
      severity: 'warning',
      message: vscode.l10n.t('This looks like an ID. Copy the client secret, next to the client ID.'),
    };
  }
  return undefined;
}

/** Asks for the client secret of a stream. Gives it trimmed, or `undefined` when the user gives up. */
export async function askSecret(
  owner: SecretOwner & { readonly name: string },
  explain: FindValues,
): Promise<string | undefined> {
  const title = vscode.l10n.t('Client Secret for {0}', plainText(owner.name));
  const reply = await askText(withHelp({ title }, 'client-id-and-client-secret', explain), {
    prompt: secretPrompt(owner),
    value: '',
    password: true,
    check: judgeSecret,
  });
  // A single question has no way back.
  return reply === back ? undefined : reply;
}

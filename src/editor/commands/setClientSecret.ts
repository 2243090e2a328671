import * as vscode from 'vscode';
import { askSecret } from '../streams/askSecret';
import { configuredStream } from '../streams/configured';
import type { FindValues } from '../streams/findValues';
import type { StreamRegistry } from '../streams/registry';
import type { Secrets } from '../secrets';
import { fullId, type Handler } from '../commandIds';
import { plainText } from '../plainText';

/** Set Client Secret: puts a new one in the place of the stored one. May be given a stream's name. */
export const setClientSecret =
  (registry: StreamRegistry, secrets: Secrets, explain: FindValues): Handler =>
  async (name) => {
    const stream = await configuredStream(registry, vscode.l10n.t('Set Client Secret'), name);
    const secret = stream && (await askSecret(stream, explain));
    if (stream === undefined || secret === undefined) return;
    await secrets.set(stream, secret);
    const verify = vscode.l10n.t('Verify Stream');
    const message = vscode.l10n.t('The client secret of “{0}” is saved.', plainText(stream.name));
    if ((await vscode.window.showInformationMessage(message, verify)) === verify) {
      await vscode.commands.executeCommand(fullId('verifyStream'), stream.name);
    }
  };

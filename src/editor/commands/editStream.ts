import * as vscode from 'vscode';
import { configuredStream } from '../streams/configured';
import type { StreamRegistry } from '../streams/registry';
import type { StreamWizard } from '../streams/wizard';
import { fullId, type Handler } from '../commandIds';
import { plainText } from '../plainText';
/** Edit Stream: the same questions as for adding one, answered already. May be given a stream's name. */
export const editStream =
  (registry: StreamRegistry, wizard: StreamWizard): Handler =>
  async (name) => {
    const stream = await configuredStream(registry, vscode.l10n.t('Edit Stream'), name);
    const changed = stream && (await wizard.edit(stream));
    if (changed === undefined) return;
    const verify = vscode.l10n.t('Verify Stream');
    const message = vscode.l10n.t('Stream “{0}” is changed.', plainText(changed.name));
    if ((await vscode.window.showInformationMessage(message, verify)) === verify) {
      await vscode.commands.executeCommand(fullId('verifyStream'), changed.name);
    }
  };

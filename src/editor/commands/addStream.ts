import * as vscode from 'vscode';
import type { StreamRegistry } from '../streams/registry';
import type { StreamWizard } from '../streams/wizard';
import { fullId, type Handler } from '../commandIds';
import { plainText } from '../plainText';
/** Add Stream: asks for it, selects it, and offers to verify it. */
export const addStream =
  (registry: StreamRegistry, wizard: StreamWizard): Handler =>
  async () => {
    const stream = await wizard.add();
    if (stream === undefined) return;
    await registry.select(stream);
    const verify = vscode.l10n.t('Verify Stream');
    const message = vscode.l10n.t(
      'Stream “{0}” is added and selected. Verify it before you send contacts.',
      plainText(stream.name),
    );
    if ((await vscode.window.showInformationMessage(message, verify)) === verify) {
      await vscode.commands.executeCommand(fullId('verifyStream'), stream.name);
    }
  };

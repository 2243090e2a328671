import * as vscode from 'vscode';
import { configuredStream } from '../streams/configured';
import type { StreamRegistry } from '../streams/registry';
import type { StreamWizard } from '../streams/wizard';
import { fullId, type Handler } from '../commandIds';
import { plainText } from '../plainText';
import { toast } from '../toast';

/** Edit Stream: one thing of it. Silent when nothing has changed. May be given a stream's name. */
export const editStream =
  (registry: StreamRegistry, wizard: StreamWizard): Handler =>
  async (argument) => {
    const stream = await configuredStream(registry, vscode.l10n.t('Edit Stream'), argument);
    const edited = stream && (await wizard.edit(stream));
    if (edited === undefined) return;
    const { name } = edited.stream;
    const verify = vscode.l10n.t('Verify Stream');
    const choice = await toast(
      'information',
      vscode.l10n.t('Stream “{0}” is saved.', plainText(name)),
      ...(edited.affectsRequests ? [verify] : []),
    );
    if (choice === verify) await vscode.commands.executeCommand(fullId('verifyStream'), name);
  };

import * as vscode from 'vscode';
import type { StreamRegistry } from '../streams/registry';
import type { SandboxStream } from '../streams/sandbox';
import { fullId, type Handler } from '../commandIds';
import { plainText } from '../plainText';
import { toast } from '../toast';

/** Start Sandbox: starts it, and selects it where no stream is selected yet. */
export const startSandbox =
  (registry: StreamRegistry, sandbox: SandboxStream): Handler =>
  async () => {
    const { stream } = await sandbox.start();
    const select = vscode.l10n.t('Select Sandbox');
    const selected = registry.selected;
    if (selected === undefined) await registry.select(stream);
    const elsewhere = selected !== undefined && !selected.sandbox;
    const message = vscode.l10n.t(
      'The sandbox runs at {0}. Its contacts stay on this computer until it stops or this window closes.',
      plainText(stream.host),
    );
    const send = vscode.l10n.t('Send CSV to Stream…');
    const choice = await toast('information', message, elsewhere ? select : send);
    if (choice === select) await registry.select(stream);
    if (choice === send) await vscode.commands.executeCommand(fullId('sendCsv'));
  };

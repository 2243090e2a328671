import * as vscode from 'vscode';
import { fullId, type Handler } from '../commandIds';
import type { StreamRegistry } from '../streams/registry';
import type { RunningImports } from '../sending/runningImports';
import type { SandboxStream } from '../streams/sandbox';
import { stopWithImports } from './stopSandbox';

/** Try the Sandbox with Problems: says what will go wrong, starts a sandbox in which it does, and selects it. */
export const practice =
  (registry: StreamRegistry, sandbox: SandboxStream, running: RunningImports): Handler =>
  async () => {
    const start = vscode.l10n.t('Start Sandbox');
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t('Try the sandbox with problems?'),
      {
        modal: true,
        detail: detail(sandbox.listed.host !== undefined, running.isAnyTo(sandbox.listed.host)),
      },
      start,
    );
    if (choice !== start) return;
    await stopWithImports(sandbox, running);
    const { stream } = await sandbox.start(true);
    await registry.select(stream);
    const send = vscode.l10n.t('Send CSV to Stream…');
    const create = vscode.l10n.t('New Contact CSV');
    const next = await vscode.window.showInformationMessage(
      vscode.l10n.t('The sandbox with problems is running and selected.'),
      send,
      create,
    );
    if (next === send) await vscode.commands.executeCommand(fullId('sendCsv'));
    if (next === create) await vscode.commands.executeCommand(fullId('newContactCsv'));
  };

function detail(isRunning: boolean, isImporting: boolean): string {
  const lines = [
    vscode.l10n.t('First import: the answer is slow, and the last row is refused.'),
    vscode.l10n.t('Second import: the answer is lost, so its rows may exist. Resume the import to find out.'),
    vscode.l10n.t('After that, everything works. Nothing leaves this computer.'),
  ];
  if (isRunning) {
    lines.push('', vscode.l10n.t('The running sandbox stops, and its contacts are deleted.'));
    if (isImporting) lines.push(vscode.l10n.t('The import to it ends.'));
  }
  return lines.join('\n');
}

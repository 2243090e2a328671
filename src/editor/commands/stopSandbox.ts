import * as vscode from 'vscode';
import type { SandboxStream } from '../streams/sandbox';
import type { Handler } from '../commandIds';

/** Stop Sandbox: its contacts are forgotten. */
export const stopSandbox =
  (sandbox: SandboxStream): Handler =>
  async () => {
    const message = (await sandbox.stop())
      ? vscode.l10n.t('The sandbox is stopped and its contacts are deleted.')
      : vscode.l10n.t('The sandbox is not running.');
    await vscode.window.showInformationMessage(message);
  };

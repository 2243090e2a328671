import * as vscode from 'vscode';
import type { SandboxStream } from '../streams/sandbox';
import type { Handler } from '../commandIds';

/** Stop Sandbox Stream: its contacts are forgotten. */
export const stopSandbox =
  (sandbox: SandboxStream): Handler =>
  async () => {
    const message = (await sandbox.stop())
      ? vscode.l10n.t('The sandbox has stopped and forgotten its contacts.')
      : vscode.l10n.t('The sandbox is not running.');
    await vscode.window.showInformationMessage(message);
  };

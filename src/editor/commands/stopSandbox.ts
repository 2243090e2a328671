import * as vscode from 'vscode';
import type { RunningImports } from '../sending/runningImports';
import type { SandboxStream } from '../streams/sandbox';
import type { Handler } from '../commandIds';
import { toast } from '../toast';

/** Stop Sandbox: its contacts are forgotten. Asks first while rows are sent to it. */
export const stopSandbox =
  (sandbox: SandboxStream, running: RunningImports): Handler =>
  async () => {
    const stop = vscode.l10n.t('Stop Sandbox');
    if (running.isAnyTo(sandbox.listed.host)) {
      const choice = await vscode.window.showWarningMessage(
        vscode.l10n.t('Stop the sandbox while an import to it is running?'),
        {
          modal: true,
          detail: vscode.l10n.t('The import ends, and the contacts of the sandbox are deleted.'),
        },
        stop,
      );
      if (choice !== stop) return;
    }
    const message = (await stopWithImports(sandbox, running))
      ? vscode.l10n.t('The sandbox is stopped and its contacts are deleted.')
      : vscode.l10n.t('The sandbox is not running.');
    await toast('information', message);
  };

/** Stops the sandbox, and what goes there at once: it would wait for a stream that is gone. As `SandboxStream.stop`. */
export async function stopWithImports(
  sandbox: Pick<SandboxStream, 'listed' | 'stop'>,
  running: Pick<RunningImports, 'endTo'>,
): Promise<boolean> {
  const { host } = sandbox.listed;
  const stopped = sandbox.stop();
  running.endTo(host);
  return await stopped;
}

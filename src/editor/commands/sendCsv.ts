import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import type { Checker } from '../checking/checker';
import { confirmSending } from '../sending/confirm';
import { chosenFiles, shownName } from '../sending/files';
import type { Importer } from '../sending/importer';
import { openCsv } from '../sending/openCsv';
import { refuseToSend } from '../sending/problems';
import type { Target } from '../streams/listed';
import type { Targets } from '../streams/targets';
import { showError, UserError, type Handler } from './run';
import type { Log } from '../log';

/** Send CSV to Stream…: what the editor shows, unsaved edits included. Several files are confirmed one by one. */
export function sendCsv(checker: Checker, targets: Targets, importer: Importer, log: Log): Handler {
  return async (...args) => {
    if (!(await isTrusted())) return;
    for (const uri of chosenFiles(args)) {
      // One file's fault keeps none of the others from being sent.
      try {
        await sendFile(uri);
      } catch (error) {
        showError(error, log);
      }
    }
  };

  async function sendFile(uri: vscode.Uri): Promise<void> {
    const document = await openCsv(uri);
    const { version } = document;
    const report = await checker.checkNow(document, { forSending: true });
    if (report === undefined) throw changedMeanwhile(uri);
    if (report.counts.error > 0) {
      refuseToSend(document, report);
      return;
    }
    const target = await confirmedTarget(document, report);
    if (target === undefined) return;
    if (document.version !== version) throw changedMeanwhile(uri);
    await importer.send(document, report, target);
  }

  /** The stream that the user agrees to, with its secret; `undefined` when the user gives up. */
  async function confirmedTarget(
    document: vscode.TextDocument,
    report: CheckReport,
  ): Promise<Target | undefined> {
    let stream = await targets.selectedOrChosen();
    while (stream !== undefined) {
      const target = await targets.resolve(stream);
      if (target === undefined) return undefined;
      const decision = await confirmSending(document, report, target.stream);
      if (decision === 'send') return target;
      if (decision === 'cancel') return undefined;
      stream = await targets.choose();
    }
    return undefined;
  }
}

function changedMeanwhile(uri: vscode.Uri): UserError {
  return new UserError(
    vscode.l10n.t('{0} was changed in the meantime, so nothing was sent. Send it again.', shownName(uri)),
  );
}

/** A workspace that is not trusted sends nothing: whoever made it could have put anything into the file. */
async function isTrusted(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('Nothing is sent from a workspace that you do not trust.'),
    manage,
  );
  if (choice === manage) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}

import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import { shownName } from './files';

/** Offers the Problems view, with the file in front so that the view can be filtered to it. */
export async function offerProblems(
  document: vscode.TextDocument,
  message: string,
  severity: 'error' | 'warning',
): Promise<void> {
  const showProblems = vscode.l10n.t('Show Problems');
  const choice =
    severity === 'error'
      ? await vscode.window.showErrorMessage(message, showProblems)
      : await vscode.window.showWarningMessage(message, showProblems);
  if (choice !== showProblems) return;
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** Says that errors keep the file from being sent. Does not wait for an answer. */
export function refuseToSend(document: vscode.TextDocument, { counts }: CheckReport): void {
  const name = shownName(document.uri);
  const message =
    counts.error === 1
      ? vscode.l10n.t('{0} was not sent: it has 1 error. Correct it and send again.', name)
      : vscode.l10n.t(
          '{0} was not sent: it has {1} errors. Correct them and send again.',
          name,
          counts.error.toLocaleString(),
        );
  void offerProblems(document, message, 'error');
}

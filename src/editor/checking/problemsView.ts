import { showProblemsId } from '../commandIds';
import * as vscode from 'vscode';

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
  if (choice === showProblems) await showProblemsOf(document);
}

/** Puts the document in front and opens the Problems view. */
export async function showProblemsOf(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand(showProblemsId);
}

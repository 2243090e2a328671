import { showProblemsId } from '../commandIds';
import * as vscode from 'vscode';

const show = {
  error: vscode.window.showErrorMessage,
  warning: vscode.window.showWarningMessage,
  information: vscode.window.showInformationMessage,
};

/** Offers the Problems view, with the file in front so that the view can be filtered to it. */
export async function offerProblems(
  document: vscode.TextDocument,
  message: string,
  severity: keyof typeof show,
): Promise<void> {
  const showProblems = vscode.l10n.t('Show Problems');
  if ((await show[severity](message, showProblems)) === showProblems) await showProblemsOf(document);
}

/** Puts the document in front and opens the Problems view. */
export async function showProblemsOf(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand(showProblemsId);
}

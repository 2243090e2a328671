import * as vscode from 'vscode';
import { openText } from './openText';
import { until } from './until';

/**
 * Opens a CSV, which activates the extension, and resolves when it has been checked: what comes first in a host takes
 * longer than any test, and on a busy machine than a test may.
 * @throws Error when nothing is found in the file within a minute
 */
export async function ready(): Promise<void> {
  const document = await openText('firstName\n\n');
  await until('the first check', () => vscode.languages.getDiagnostics(document.uri).length > 0);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

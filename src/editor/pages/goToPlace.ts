import * as vscode from 'vscode';

/** Puts the cursor on a line (1-based) of the file, in the editor that shows it already if there is one. */
export async function goToLine(uri: vscode.Uri, line: number): Promise<void> {
  try {
    const visible = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.toString() === uri.toString(),
    );
    const start = new vscode.Position(line - 1, 0);
    await vscode.window.showTextDocument(uri, {
      viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
      selection: new vscode.Range(start, start),
    });
  } catch {
    // Closed without saving, moved or deleted: the contacts on the page are all that is left of it.
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} can no longer be opened.', vscode.workspace.asRelativePath(uri)),
    );
  }
}

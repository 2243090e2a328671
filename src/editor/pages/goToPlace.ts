import * as vscode from 'vscode';
import { isThere, shownName } from '../files';
import { toast } from '../toast';

/** A place in a file as people count: from 1. */
export interface Place {
  readonly line: number;
  /** In UTF-16 units; the line's beginning when absent. */
  readonly column?: number | undefined;
}

/** Puts the cursor there, in the editor that shows the file already if there is one. */
export async function goToPlace(uri: vscode.Uri, { line, column = 1 }: Place): Promise<void> {
  if (!(await isThere(uri))) {
    // Closed without saving, moved or deleted: the page is all that is left of it.
    void toast('warning', vscode.l10n.t('{0} can no longer be opened.', shownName(uri)));
    return;
  }
  const visible = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const place = new vscode.Position(line - 1, column - 1);
  await openFile(uri, {
    viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(place, place),
  });
}

/** Shows a file. Not by `showTextDocument`: an extension is given no document above 50 MB, and yet the editor shows it. */
export async function openFile(uri: vscode.Uri, options?: vscode.TextDocumentShowOptions): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', uri, options);
}

import * as vscode from 'vscode';
import type { Results } from '../../protocol/results';
import type { FileRows } from './fileRows';
import type { ResultsPanels } from './resultsPanels';

/** Has the results page mark the row in which the cursor is in its file. */
export class CursorRow implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable;

  constructor(
    private readonly panels: Pick<ResultsPanels, 'order' | 'results' | 'onDidTell'>,
    private readonly rows: Pick<FileRows, 'at' | 'onDidChange'>,
  ) {
    this.subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor)),
      rows.onDidChange((document) => this.follow(editorOf((open) => open === document))),
      panels.onDidTell(({ fileUri }) => this.follow(editorOf(({ uri }) => uri.toString() === fileUri))),
    );
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private follow(editor: vscode.TextEditor | undefined): void {
    for (const results of this.panels.results) {
      if (editor?.document.uri.toString() === results.fileUri) this.mark(editor, results);
    }
  }

  private mark({ document, selection }: vscode.TextEditor, { importId }: Results): void {
    const row = this.rows.at(document, selection.active.line);
    const place = row?.record.begun.id === importId ? row.place : undefined;
    this.panels.order(importId, { do: 'mark', ...(place !== undefined && { place }) });
  }
}

function editorOf(isWanted: (document: vscode.TextDocument) => boolean): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => isWanted(document));
}

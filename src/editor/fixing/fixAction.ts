import * as vscode from 'vscode';
import type { TextEdit } from '../../core/fixes';
import { editsOf } from './sameText';
import { toWorkspaceEdit } from './workspaceEdits';

/** Works out edits; `undefined` once the signal is aborted. */
export type Work = (
  signal: AbortSignal,
) => readonly TextEdit[] | undefined | Promise<readonly TextEdit[] | undefined>;

/** An entry of the menu of fixes whose edits are worked out when it is chosen, and only for the text it was made for. */
export class FixAction extends vscode.CodeAction {
  private readonly version: number;

  constructor(
    title: string,
    kind: vscode.CodeActionKind,
    private readonly document: vscode.TextDocument,
    private readonly work: Work,
  ) {
    super(title, kind);
    this.version = document.version;
  }

  /** Fills in the edit; leaves the action without one, so that it does nothing, when the text is another by now. */
  async resolve(token: vscode.CancellationToken): Promise<void> {
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    try {
      const edits = await editsOf(this.document, this.version, () => this.work(abort.signal));
      if (edits !== undefined) this.edit = toWorkspaceEdit(this.document, edits);
    } finally {
      subscription.dispose();
    }
  }
}

import * as vscode from 'vscode';
import type { TextEdit } from '../../core/fixes';
import { shownName } from '../files';
import { applyTo } from './sameText';
import { toWorkspaceEdit } from './workspaceEdits';
import { UserError } from '../errors';

/**
 * Makes the edits in one undo step.
 * @param version of the document whose text the edits are for
 * @throws UserError when the document has another text by now; it is then left as it is
 */
export async function applyFix(
  document: vscode.TextDocument,
  version: number,
  edits: readonly TextEdit[],
): Promise<void> {
  // VS Code compares the version as well, and refuses when an edit of the user's was quicker.
  const done = await applyTo(document, version, () =>
    vscode.workspace.applyEdit(toWorkspaceEdit(document, edits)),
  );
  if (!done) throw changedMeanwhile(document.uri);
}

/** What is said when the text is no longer the one that the fix was made for. */
export function changedMeanwhile(uri: vscode.Uri): UserError {
  return new UserError(vscode.l10n.t('Nothing was fixed: {0} changed meanwhile. Try again.', shownName(uri)));
}

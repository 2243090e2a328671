import * as vscode from 'vscode';
import type { TextEdit } from '../../core/fixes/fix';
import { toRange } from '../checking/diagnostics';

/** VS Code takes long over very many edits; above this number one replacement is quicker for all that it copies. */
const mostEdits = 2000;

/**
 * The edits as VS Code takes them: one undo step.
 * @param edits do not overlap, in the order of the text that the document has now
 */
export function toWorkspaceEdit(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const few = edits.length > mostEdits ? [inOne(document.getText(), edits)] : edits;
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    few.map(({ range, text }) => vscode.TextEdit.replace(toRange(document, range), text)),
  );
  return edit;
}

/** Replaces the text from the first edit to the last one; nothing before or behind is touched. */
function inOne(text: string, edits: readonly TextEdit[]): TextEdit {
  const start = edits[0]?.range.start ?? 0;
  const parts: string[] = [];
  let end = start;
  for (const edit of edits) {
    parts.push(text.slice(end, edit.range.start), edit.text);
    end = edit.range.end;
  }
  return { range: { start, end }, text: parts.join('') };
}

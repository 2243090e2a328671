import * as vscode from 'vscode';
import { plainText } from '../plainText';
import { shownName } from '../files';
import { likelyEncodings, type Encoding } from './encodings';
import { bytesOfLines, isLostForGood, linesWithLostLetters, replacement } from './lostLetters';
import { UserError } from '../errors';
import type { Handler } from '../commandIds';

interface EncodingItem extends vscode.QuickPickItem {
  /** Absent: VS Code's own list of all encodings. */
  readonly encoding?: Encoding;
}

/**
 * Reopen with Encoding: offers the encodings in which no letter is lost, each with a line of the file as it would
 * then read. Only the menu of fixes leads here, with the file.
 */
export function reopenWithEncoding(): Handler {
  return async (uri) => {
    if (typeof uri !== 'string') return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    refuseUnsaved(document);
    const items = [...(await fitting(document)), { label: vscode.l10n.t('Another Encoding…') }];
    const choice = await vscode.window.showQuickPick<EncodingItem>(items, {
      title: vscode.l10n.t('Reopen {0} with Encoding', shownName(document.uri)),
      placeHolder: vscode.l10n.t('Which line reads as it should?'),
    });
    if (choice === undefined) return;
    await vscode.window.showTextDocument(document);
    if (choice.encoding === undefined) {
      await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
      return;
    }
    // Edits may have been made while the list was open.
    refuseUnsaved(document);
    await vscode.workspace.openTextDocument(document.uri, { encoding: choice.encoding.id });
  };
}

/** Reopening reads the file afresh: what is not saved would be gone, and what is saved has lost its letters. */
function refuseUnsaved(document: vscode.TextDocument): void {
  if (!document.isDirty) return;
  throw new UserError(
    vscode.l10n.t(
      '{0} has unsaved edits, which reopening would throw away. Undo them first; saving them would lose the letters for good.',
      shownName(document.uri),
    ),
  );
}

async function fitting(document: vscode.TextDocument): Promise<readonly EncodingItem[]> {
  const lines = linesWithLostLetters(document.getText());
  const bytes = bytesOfLines(await vscode.workspace.fs.readFile(document.uri), lines);
  if (isLostForGood(bytes)) {
    throw new UserError(
      vscode.l10n.t(
        'The letters were lost before {0} was saved, so no encoding brings them back. Export the file again from where it comes from.',
        shownName(document.uri),
      ),
    );
  }
  const items: EncodingItem[] = [];
  for (const encoding of likelyEncodings().filter(({ id }) => id !== document.encoding)) {
    const text = await vscode.workspace.decode(bytes, { encoding: encoding.id });
    if (text.includes(replacement)) continue;
    items.push({ label: encoding.label, detail: plainText(text.split('\n')[0] ?? '', 80), encoding });
  }
  return items;
}

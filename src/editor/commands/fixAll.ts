import * as vscode from 'vscode';
import type { Checker } from '../checking/checker';
import { applyFix } from '../fixing/apply';
import type { FileFixes } from '../fixing/fileFixes';
import { workOut } from '../fixing/workOut';
import { chosenFiles, shownName } from '../files';
import { openSmallCsv } from '../checking/openCsv';
import type { Handler } from '../commandIds';

/** Fix All: everything that loses and invents nothing, in one undo step, and says how much it was. */
export function fixAll(checker: Pick<Checker, 'sheetOf'>, fixes: FileFixes): Handler {
  return async (...args) => {
    for (const uri of chosenFiles(args)) {
      const document = await openSmallCsv(uri);
      const count = await workOut(document, (signal) => fix(document, signal));
      if (count === undefined) return;
      // Not awaited, so that the next file is mended meanwhile.
      void vscode.window.showInformationMessage(outcome(shownName(uri), count));
    }
  };

  async function fix(document: vscode.TextDocument, signal: AbortSignal): Promise<number | undefined> {
    const { version } = document;
    const edits = await fixes.safe(checker.sheetOf(document), document.uri, signal);
    if (edits === undefined) return undefined;
    if (edits.length > 0) await applyFix(document, version, edits);
    return edits.length;
  }
}

function outcome(name: string, count: number): string {
  if (count === 0) {
    return vscode.l10n.t(
      'Nothing in {0} can be fixed without a decision of yours. Press Ctrl+. on a marked cell to see what can be done.',
      name,
    );
  }
  return count === 1
    ? vscode.l10n.t('Fixed 1 cell or row in {0}.', name)
    : vscode.l10n.t('Fixed {0} cells or rows in {1}.', count.toLocaleString(), name);
}

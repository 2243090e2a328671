import * as vscode from 'vscode';
import type { Undo } from '../settings';

/** Says what was done, and takes it back if the user wants that. Does not wait for an answer. */
export function offerUndo(message: string, undo: Undo): void {
  const label = vscode.l10n.t('Undo');
  void vscode.window.showInformationMessage(message, label).then(async (choice) => {
    if (choice === label) await undo();
  });
}

import * as vscode from 'vscode';
import { counted } from '../counted';
import type { Ledgers } from '../ledgers';

/**
 * Warns once when earlier imports are not known on this machine. Does not wait for an answer, and loads nothing when
 * there were none.
 */
export async function tellLostHistory(ledgers: Pick<Ledgers, 'lost'>): Promise<void> {
  const count = await ledgers.lost();
  if (count === 0) return;
  void vscode.window.showWarningMessage(
    counted(
      vscode.l10n.t(
        '{count, plural, one {This computer has no record of your earlier import, so its rows are not recognised.} other {This computer has no record of your # earlier imports, so their rows are not recognised.}}',
      ),
      { count },
    ),
  );
}

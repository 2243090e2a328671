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
        '{count, plural, one {Rows you sent before are not recognised on this machine: it has no record of your earlier import.} other {Rows you sent before are not recognised on this machine: it has no record of your # earlier imports.}} Its container may have been rebuilt.',
      ),
      { count },
    ),
  );
}

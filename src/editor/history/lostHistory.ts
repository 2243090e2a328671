import * as vscode from 'vscode';
import { counted } from '../counted';
import type { Ledgers } from '../ledgers';

/**
 * Warns of earlier imports that are not known here, in each window until somebody has read it: a message with a button
 * stays until it is answered. Does not wait for that, and loads nothing when there were none.
 */
export async function tellLostHistory(ledgers: Pick<Ledgers, 'lost' | 'readLost'>): Promise<void> {
  const lost = await ledgers.lost();
  if (lost === undefined || lost.isRead) return;
  void warn(lost.count, ledgers);
}

async function warn(count: number, ledgers: Pick<Ledgers, 'readLost'>): Promise<void> {
  const read = vscode.l10n.t('I Understand');
  const choice = await vscode.window.showWarningMessage(
    counted(
      vscode.l10n.t(
        '{count, plural, one {The record of your earlier import is gone here, so rows you sent before can be sent twice.} other {The records of your # earlier imports are gone here, so rows you sent before can be sent twice.}} The container may have been rebuilt.',
      ),
      { count },
    ),
    read,
  );
  if (choice === read) await ledgers.readLost();
}

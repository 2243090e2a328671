import * as vscode from 'vscode';
import type { ImportRecord } from '../../core/delivery/index';
import { fullId } from '../commandIds';
import { loadDelivery } from '../loadDelivery';
import { summaryMessage } from '../sending/outcomeMessages';
import type { Ledgers } from '../ledgers';
import { forgetImport, importLabel, isAnyLeft } from './pickImport';

/** More messages at once would not all be seen; the others are in the list of Resume Import. */
const mostMessages = 2;

/**
 * Offers to resume imports that were cut off: the window, the extension host or the machine went down in the middle of
 * them. Does not wait for answers, and loads nothing when no import is known.
 */
export async function offerInterrupted(ledgers: Ledgers): Promise<void> {
  if (!(await ledgers.exist())) return;
  const { history, claims } = await ledgers.open();
  const cutOff = await history.cutOff();
  for (const { record } of cutOff) {
    // A sandbox ends with its window, and its contacts with it.
    if (record.begun.stream.sandbox) await history.removeCutOff(record, claims);
  }
  const { actionOutcomes } = await loadDelivery();
  let offered = 0;
  for (const { record } of cutOff) {
    if (offered === mostMessages) return;
    if (record.begun.stream.sandbox || !(await isAnyLeft(record, ledgers, actionOutcomes.resume))) continue;
    offered++;
    void offer(record, ledgers);
  }
}

async function offer(record: ImportRecord, ledgers: Ledgers): Promise<void> {
  const resume = vscode.l10n.t('Resume Import…');
  const forget = vscode.l10n.t('Forget');
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'The import {0} was interrupted. {1}',
      importLabel(record),
      summaryMessage(record.toldCounts),
    ),
    resume,
    forget,
  );
  if (choice === resume) await vscode.commands.executeCommand(fullId('resumeImport'), record.begun.id);
  if (choice === forget) await forgetImport(record.begun.id, ledgers);
}

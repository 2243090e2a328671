import * as vscode from 'vscode';
import type { Finding } from '../../core/checks';
import { toRange } from '../checking/diagnostics';
import { findingMessage } from '../checking/findingMessage';
import { findAgain, isFindingRef } from './findingRef';
import type { FreshReports } from './freshReports';
import { fullId, type Handler } from '../commandIds';

/** Explain Number: selects the cell, ready to be typed over, and says why no digits are offered. */
export function explainNumber(reports: FreshReports): Handler {
  return async (ref) => {
    if (!isFindingRef(ref)) return;
    const { document, finding } = await findAgain(ref, reports);
    await vscode.window.showTextDocument(document, { selection: toRange(document, finding.range) });
    // Not awaited: a message that nobody answers keeps no command running.
    void tell(finding);
  };
}

async function tell(finding: Finding): Promise<void> {
  const explain = vscode.l10n.t('Explain This Problem');
  if ((await vscode.window.showInformationMessage(findingMessage(finding), explain)) !== explain) return;
  await vscode.commands.executeCommand(fullId('explainRule'), finding.code);
}

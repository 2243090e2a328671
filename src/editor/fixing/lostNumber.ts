import * as vscode from 'vscode';
import type { Finding } from '../../core/checks/finding';
import { toRange } from '../checking/diagnostics';
import { findingMessage } from '../checking/findingMessage';
import { findAgain, isFindingRef } from './findingRef';
import type { FreshReports } from './freshReports';
import type { Handler } from '../commandIds';

/** What the menu offers for a number whose digits are lost, in place of a fix; `undefined` for any other finding. */
export function lostNumberTitle(finding: Finding): string | undefined {
  if (finding.code !== 'phone.mangled') return undefined;
  if (finding.how === 'exponent')
    return vscode.l10n.t('Why this number cannot be fixed: its digits are lost');
  if (finding.how === 'date') return vscode.l10n.t('Why this number cannot be fixed: it has become a date');
  return undefined;
}

/** Explain Number: selects the cell, ready to be typed over, and says why no digits are offered. */
export function explainNumber(reports: FreshReports): Handler {
  return async (ref) => {
    if (!isFindingRef(ref)) return;
    const { document, finding } = await findAgain(ref, reports);
    await vscode.window.showTextDocument(document, { selection: toRange(document, finding.range) });
    // Not awaited: a message that nobody answers keeps no command running.
    void vscode.window.showInformationMessage(findingMessage(finding));
  };
}

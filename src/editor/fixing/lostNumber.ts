import * as vscode from 'vscode';
import { toRange } from '../checking/diagnostics';
import { findingMessage } from '../checking/findingMessage';
import { findAgain, isFindingRef } from './findingRef';
import type { FreshReports } from './freshReports';
import type { Handler } from '../commandIds';

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

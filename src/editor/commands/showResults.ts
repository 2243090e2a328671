import * as vscode from 'vscode';
import type { ResultsPanel } from '../results/resultsPanel';
import { UserError } from '../errors';
import type { Handler } from '../commandIds';

/** Show Last Results. */
export function showResults(panel: ResultsPanel): Handler {
  return async () => {
    if (await panel.showLast()) return;
    throw new UserError(vscode.l10n.t('There are no results yet. Send a CSV first.'));
  };
}

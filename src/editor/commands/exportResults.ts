import * as vscode from 'vscode';
import type { Handler } from '../commandIds';
import { UserError } from '../errors';
import { exportResults as exportThese } from '../results/exportResults';
import { onlyRows } from '../results/exportTable';
import { lastResults } from '../results/lastResults';
import type { ResultsPanel } from '../results/resultsPanel';

/**
 * Export Results…: as CSV, as JSON, or a summary to be copied.
 * Takes an import's id, otherwise the last results of the file in front; and which of their rows, by their places among
 * `Results.rows`, otherwise all.
 */
export function exportResults(panel: Pick<ResultsPanel, 'of' | 'last'>): Handler {
  return async (id, places) => {
    const results = typeof id === 'string' ? await panel.of(id) : await lastResults(panel);
    if (results === undefined)
      throw new UserError(vscode.l10n.t('The results of this import are no longer kept.'));
    await exportThese(Array.isArray(places) ? onlyRows(results, new Set<unknown>(places)) : results);
  };
}

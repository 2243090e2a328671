import * as vscode from 'vscode';
import { parse } from '../../protocol/parse';
import { requestSchema, type Results } from '../../protocol/results';
import type { Handler } from '../commandIds';
import type { PastResults } from '../history/pastResults';
import { importIdOf } from '../importId';
import { exportResults as exportThese, type ExportParts } from '../results/exportResults';
import { lastResults } from '../results/lastResults';
import type { ResultsPanels } from '../results/resultsPanels';

/**
 * Export Results…: as CSV, as JSON, or a summary to be copied.
 * Takes an import, otherwise the last results of the file in front; and the page's request, which says what of them is
 * shown and selected there. Without it, the page that shows them is asked for one.
 */
export function exportResults(
  panels: Pick<ResultsPanels, 'last' | 'order' | 'of'>,
  past: Pick<PastResults, 'of'>,
  whole: ExportParts['whole'],
): Handler {
  const exportOf = async (results: Results, asked?: unknown) => {
    // What is over is not read again: it may not even be kept.
    const newer = async () =>
      results.running === '' ? results : ((await panels.of(results.importId)) ?? results);
    // VS Code hands a menu's command the selected items as well, which are no request.
    const request = parse(requestSchema, asked);
    const parts = { newer, whole };
    if (request?.type === 'export') await exportThese(results, parts, request);
    else if (!panels.order(results.importId, { do: 'export' })) await exportThese(results, parts);
  };
  const others = {
    label: (name: string) => vscode.l10n.t('Export Results of {0}…', name),
    run: exportOf,
  };
  return async (item, asked) => {
    const id = importIdOf(item);
    await exportOf(id === undefined ? await lastResults(panels, others) : await past.of(id), asked);
  };
}

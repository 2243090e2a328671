import type { Handler } from '../commandIds';
import type { PastResults } from '../history/pastResults';
import { importIdOf } from '../importId';
import { exportResults as exportThese } from '../results/exportResults';
import { onlyRows } from '../results/exportTable';
import { lastResults } from '../results/lastResults';
import type { ResultsPanels } from '../results/resultsPanels';

/**
 * Export Results…: as CSV, as JSON, or a summary to be copied.
 * Takes an import, otherwise the last results of the file in front; and which of their rows, by their places among
 * `Results.rows`, otherwise all.
 */
export function exportResults(panels: Pick<ResultsPanels, 'last'>, past: Pick<PastResults, 'of'>): Handler {
  return async (item, places) => {
    const id = importIdOf(item);
    const results = id === undefined ? await lastResults(panels) : await past.of(id);
    // VS Code hands a menu's command the selected items as well, which are no places.
    const isPart = Array.isArray(places) && places.every((place) => typeof place === 'number');
    await exportThese(isPart ? onlyRows(results, new Set<unknown>(places)) : results);
  };
}

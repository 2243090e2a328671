import type { ResultsPanel } from '../results/resultsPanel';
import type { Handler } from '../commandIds';
import { lastResults } from '../results/lastResults';

/** Show Last Results: those of the file in front, if it has some. They take the focus. */
export function showResults(panel: ResultsPanel): Handler {
  return async () => panel.open(await lastResults(panel));
}

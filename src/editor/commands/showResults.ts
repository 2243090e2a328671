import type { Handler } from '../commandIds';
import type { PastResults } from '../history/pastResults';
import { importIdOf } from '../importId';
import { lastResults } from '../results/lastResults';
import type { ResultsPanel } from '../results/resultsPanel';

/** Show Last Results: those of the file in front, if it has some. Takes an import, too. They take the focus. */
export function showResults(panel: ResultsPanel, past: Pick<PastResults, 'of'>): Handler {
  return async (item) => {
    const id = importIdOf(item);
    await panel.open(id === undefined ? await lastResults(panel) : await past.of(id));
  };
}

import type { Handler } from '../commandIds';
import type { FollowUps } from '../history/followUps';
import { importIdOf } from '../importId';
import { lastResults } from '../results/lastResults';
import type { ResultsPanel } from '../results/resultsPanel';

/** Show Last Results: those of the file in front, if it has some. Takes an import, too. They take the focus. */
export function showResults(panel: ResultsPanel, followUps: Pick<FollowUps, 'results'>): Handler {
  return async (item) => {
    const id = importIdOf(item);
    await panel.open(id === undefined ? await lastResults(panel) : await followUps.results(id, panel));
  };
}

import type { Handler } from '../commandIds';
import type { PastResults } from '../history/pastResults';
import { importIdOf } from '../importId';
import { lastResults } from '../results/lastResults';
import type { ResultsPanels } from '../results/resultsPanels';

/** Show Last Results: those of the file in front, if it has some. Takes an import, too. They take the focus. */
export function showResults(panels: ResultsPanels, past: Pick<PastResults, 'of'>): Handler {
  return async (item) => {
    const id = importIdOf(item);
    await panels.open(id === undefined ? await lastResults(panels) : await past.of(id));
  };
}

import type { Handler } from '../commandIds';
import type { FindOnStream } from '../history/findOnStream';
import { importIdOf } from '../importId';

/** Find Them on the Stream…: finds an import's rows again of which only the outcome is known. For the page of results. */
export function findOnStream(finder: Pick<FindOnStream, 'find'>): Handler {
  return async (item) => {
    const id = importIdOf(item);
    if (id !== undefined) await finder.find(id);
  };
}

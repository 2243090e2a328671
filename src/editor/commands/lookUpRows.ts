import type { Handler } from '../commandIds';
import type { FollowUps } from '../history/followUps';
import { importIdOf } from '../importId';

/** Look Them Up…: looks for an import's rows that may exist or did not come back. For an item of the list of imports. */
export function lookUpRows(followUps: Pick<FollowUps, 'lookUp'>): Handler {
  return async (item) => {
    const id = importIdOf(item);
    if (id !== undefined) await followUps.lookUp(id);
  };
}

import type { FollowUps } from '../history/followUps';
import type { Ledgers } from '../ledgers';
import { chosenRun } from '../history/pickRun';
import type { Handler } from '../commandIds';

/** Find the Refused Rows…: which rows of refused requests are at fault; the others are sent. Takes the import's id, or asks. */
export function findRefused(followUps: FollowUps, ledgers: Ledgers): Handler {
  return async (id) => {
    const run = await chosenRun(id, ledgers, 'refused');
    if (run !== undefined) await followUps.findRefused(run);
  };
}

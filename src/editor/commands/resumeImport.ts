import type { FollowUps } from '../history/followUps';
import type { Ledgers } from '../ledgers';
import { chosenRun } from '../history/pickRun';
import type { Handler } from '../commandIds';

/** Resume Import…: looks for rows whose outcome is unknown, then sends what is left. Takes the import's id, or asks. */
export function resumeImport(followUps: FollowUps, ledgers: Ledgers): Handler {
  return async (id) => {
    const run = await chosenRun(id, ledgers, 'notSent', 'unknown', 'absent');
    if (run !== undefined) await followUps.resume(run);
  };
}

import type { FollowUps } from '../history/followUps';
import type { Ledgers } from '../ledgers';
import { chosenRun } from '../history/pickRun';
import type { ResultsPanel } from '../results/resultsPanel';
import type { Handler } from '../commandIds';

/** Save the Rest as CSV…: the rows of an import that were left, each with the reason. Takes the import's id, or asks. */
export function saveRest(followUps: FollowUps, ledgers: Ledgers, panel: ResultsPanel): Handler {
  return async (id) => {
    const run = await chosenRun(id, ledgers, 'notSent', 'refused', 'absent');
    if (run === undefined) return;
    const shown = panel.current?.runId === run ? panel.current.rows : [];
    const reasons = shown.flatMap(({ line, message }) =>
      line === null || message === '' ? [] : [[line, message] as const],
    );
    await followUps.saveRest(run, new Map(reasons));
  };
}

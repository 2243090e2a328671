import { EncodedRows } from '../../protocol/encodedPage';
import type { FollowUps } from '../history/followUps';
import type { Ledgers } from '../ledgers';
import { pickImport } from '../history/pickImport';
import type { ResultsPanels } from '../results/resultsPanels';
import type { Handler } from '../commandIds';

/** Save the Rest as CSV…: the rows of an import that were left, each with the reason. Takes the import's id, or asks. */
export function saveRest(followUps: FollowUps, ledgers: Ledgers, panels: ResultsPanels): Handler {
  return async (id) => {
    const importId = await pickImport(id, ledgers, 'saveRest');
    if (importId === undefined) return;
    const results = await panels.of(importId);
    const kept = Array.from(new EncodedRows(results?.rows ?? [])).flatMap((row) =>
      row.place === null ? [] : [[row.place, row] as const],
    );
    await followUps.saveRest(importId, new Map(kept));
  };
}

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { ImportRun, ImportRow, ImportEnd } from '../../../src/core/delivery';
import type { RecordedOutcomes } from './recordedOutcomes';
import { outgoingOf } from './rows';

/** Does one thing of an import, as every follow-up of the extension does: with the import's own ledger. */
export type FollowUp = (work: (run: ImportRun) => Promise<ImportEnd>) => Promise<unknown>;

/**
 * Does what can be done for the rows of an import, until there is nothing left: looks for the unknown, sends what was not
 * sent or is absent, searches the refused.
 * @param followUp may fail or be cut off in between, but not for ever
 */
export async function settleAll(claims: RecordedOutcomes, followUp: FollowUp): Promise<void> {
  let searched: readonly ImportRow[] = [];
  for (let round = 0; round < 20; round++) {
    const again = claims.rowsWith('unknown', 'absent');
    const left = claims.rowsWith('notSent');
    if (again.length > 0 || left.length > 0) await followUp((run) => run.sendAgain(outgoingOf(left), again));
    const refused = claims.rowsWith('refused');
    // One that was refused by itself is searched once more, for that may have been a mishap, too.
    if (refused.length > 0 && !isDeepStrictEqual(refused, searched)) {
      await followUp((run) => run.findRefused(outgoingOf([]), refused));
      searched = refused;
    } else if (claims.rowsWith('unknown', 'notSent', 'absent').length === 0) return;
  }
  assert.fail('it does not come to an end');
}

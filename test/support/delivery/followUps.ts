import assert from 'node:assert/strict';
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
    const unknown = claims.rowsWith('unknown');
    if (unknown.length > 0) await followUp((run) => run.lookUp(unknown));
    const left = claims.rowsWith('notSent', 'absent');
    if (left.length > 0) await followUp((run) => run.send(outgoingOf(left)));
    const refused = claims.rowsWith('refused');
    if (refused.some((row) => !searched.includes(row))) {
      await followUp((run) => run.findRefused(outgoingOf([]), refused));
      searched = claims.rowsWith('refused');
    } else if (claims.rowsWith('unknown', 'notSent', 'absent').length === 0) return;
  }
  assert.fail('it does not come to an end');
}

import type { Claim } from './claims/claim';
import { ClaimLost, isTakenOver } from './claims/claimedJournal';
import type { ImportHistory } from './ledger/history';
import type { ImportLedger } from './ledger/importLedger';
import type { SessionEnd } from './outcomeActions';
import type { ImportEnd } from './run/outcome';
import { unknown } from './run/ports';
import type { ImportReport } from './run/report';
import { inSlices, type ImportSource } from './source/source';

/** An import that is about to end. */
export interface EndingImport {
  readonly ledger: Pick<ImportLedger, 'id' | 'end' | 'leave'>;
  readonly claim: Pick<Claim, 'isHeld' | 'wasRemoved' | 'release'>;
  readonly history: Pick<ImportHistory, 'read' | 'remove'>;
  readonly report: ImportReport;
  readonly source: Pick<ImportSource, 'groups'>;
}

/**
 * Does what there is to do of an import, ends its ledger, and lets others have the stream. What may have left is told by
 * the ledger: its report is set right by it, and a ledger is deleted only when it says that nothing has. A window whose
 * claim was taken over leaves the ledger to whoever has it now.
 * @param importNow the import as it is when the work is done: its file may be another one then
 */
export async function endImport(
  work: () => Promise<ImportEnd>,
  importNow: () => EndingImport,
): Promise<SessionEnd> {
  let end: SessionEnd;
  try {
    end = await work();
  } catch (error) {
    end = error instanceof ClaimLost ? { why: 'takenOver' } : { why: 'brokeOff', error };
  }
  const ending = importNow();
  const { ledger, claim } = ending;
  try {
    if (end.why !== 'takenOver' && (await isTakenOver(claim))) end = { why: 'takenOver' };
    if (end.why !== 'takenOver') {
      await ledger.end();
      await askLedger(ending, end);
    }
  } catch (error) {
    // A ledger that can no longer be written is what ended it: what is known is told all the same.
    if (end.why !== 'brokeOff') end = { why: 'brokeOff', error };
  }
  await ledger.leave().catch(() => undefined);
  await claim.release();
  return end;
}

/** Deletes a ledger that tells of nothing that left; rows of which it tells more than the report does are unknown. */
async function askLedger({ ledger, claim, history, report, source }: EndingImport, end: SessionEnd) {
  // It may be of a million rows, and otherwise each of them was told and written down.
  if (end.why !== 'brokeOff' && report.count('notSent') < report.rowCount) return;
  const record = (await history.read(ledger.id))?.record;
  if (record === undefined) return;
  if (record.hasNeverLeft) {
    if (await claim.isHeld()) await history.remove(ledger.id);
  } else if (record.count('notSent') < report.count('notSent')) {
    for await (const group of inSlices(source.groups())) {
      for (const row of group) {
        const isUntold =
          report.outcomeAt(row.index) === 'notSent' && record.outcomeAt(row.index) !== 'notSent';
        if (isUntold) report.settle(row, unknown);
      }
    }
  }
}

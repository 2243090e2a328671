import type { Reopened } from '../../core/delivery/index';
import { UserError } from '../errors';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import type { WholeImport } from '../results/wholeImport';
import type { Preparer } from '../sending/preparer';
import type { Sendable } from '../sending/sendable';
import { reopenImport } from './reopenImport';

/** All rows of an import: from its ledger, and from its file where that is still to be had; `undefined` without a ledger. */
export async function wholeImport(
  importId: string,
  ledgers: Ledgers,
  preparer: Preparer,
): Promise<WholeImport | undefined> {
  const { history } = await ledgers.open();
  const known = await history.read(importId);
  if (known === undefined) return undefined;
  const reopened = await beside(importId, ledgers, preparer);
  const { leftOutIn, recordedRows } = await loadDelivery();
  const { record } = reopened ?? known;
  return {
    rowCount: record.begun.rows,
    hasFile: reopened !== undefined,
    notSent: reopened
      ? { heldBack: reopened.heldBack, leftOutOf: leftOutIn(reopened) }
      : { heldBack: new Map() },
    outcomeAt: (place) => record.outcomeAt(place),
    rows: () => recordedRows(record, reopened),
  };
}

/** The import beside its file, also as long as it goes on; `undefined` where the file is gone, or another one by now. */
async function beside(
  importId: string,
  ledgers: Ledgers,
  preparer: Preparer,
): Promise<Reopened<Sendable> | undefined> {
  try {
    return await reopenImport(importId, ledgers, preparer, { isOwn: true });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

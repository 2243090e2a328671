import { StorageError } from '../../files/storageError';
import type { ImportJournal } from '../run/ports';
import type { Claim } from './claim';

/** Another window has taken over the stream: this one gave no sign of life for long, as when the machine slept. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

/** What tells whether a window may still write about an import. */
export type HeldClaim = Pick<Claim, 'isHeld' | 'wasRemoved'>;

/**
 * The journal of an import whose stream is claimed. Once another window has taken that over nothing is written any more,
 * for it may have gone on with the import, and knows better: everything then throws {@link ClaimLost}. When the claim was
 * removed with the storage, and nobody has it, what is known can still be written, but nothing leaves any more: `sending`
 * throws a {@link StorageError}.
 */
export function claimedJournal(journal: ImportJournal, claim: HeldClaim): ImportJournal {
  const assertHeld = async () => {
    if (!(await claim.isHeld())) throw claim.wasRemoved ? new StorageError('ENOENT') : new ClaimLost();
  };
  const unlessTakenOver = async (write: () => Promise<void>) => {
    if (await isTakenOver(claim)) throw new ClaimLost();
    await write();
  };
  return {
    sending: async (rows) => {
      await assertHeld();
      await journal.sending(rows);
      // The disk takes its time, and the machine may have slept over it.
      await assertHeld();
    },
    settled: (...settled) => unlessTakenOver(() => journal.settled(...settled)),
    missed: (...missed) => unlessTakenOver(() => journal.missed(...missed)),
  };
}

/** Whether another window has the claim, or may have it. */
export async function isTakenOver(claim: HeldClaim): Promise<boolean> {
  return !(await claim.isHeld()) && !claim.wasRemoved;
}

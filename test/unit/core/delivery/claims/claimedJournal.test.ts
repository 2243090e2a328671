import assert from 'node:assert/strict';
import { ClaimLost, claimedJournal } from '../../../../../src/core/delivery/claims/claimedJournal';
import { NotedLog } from '../../../../support/delivery/parts';
import { rowsOf } from '../../../../support/delivery/rows';

describe('the journal of a claimed stream', () => {
  let notes: string[];
  let claim: { held: boolean[]; wasRemoved: boolean; isHeld(): Promise<boolean> };
  beforeEach(() => {
    notes = [];
    claim = {
      held: [],
      wasRemoved: false,
      isHeld() {
        return Promise.resolve(this.held.shift() ?? false);
      },
    };
  });
  const journal = () => claimedJournal(new NotedLog(notes), claim);
  const write = {
    sending: () => journal().sending(rowsOf(1)),
    settled: () => journal().settled(rowsOf(1), [{ outcome: 'notSent' }]),
    missed: () => journal().missed(rowsOf(1), 0),
  };

  it('takes everything as long as the claim is held', async () => {
    claim.held = [true, true, true, true];
    for (const each of Object.values(write)) await each();
    assert.deepEqual(notes, ['sending 0', 'settled 0 notSent', 'missed 0']);
  });

  for (const [what, each] of Object.entries(write)) {
    it(`takes nothing any more when another window has taken over: ${what}`, async () => {
      await assert.rejects(each(), ClaimLost);
      assert.deepEqual(notes, []);
    });
  }

  it('lets nothing leave when the claim was lost while that was written down', async () => {
    claim.held = [true, false];
    await assert.rejects(write.sending(), ClaimLost);
    assert.deepEqual(notes, ['sending 0']);
  });

  it('takes what is known, and lets nothing leave, when the claim was removed and nobody has it', async () => {
    claim.wasRemoved = true;
    await assert.rejects(write.sending(), { name: 'StorageError', code: 'ENOENT' });
    await write.settled();
    await write.missed();
    assert.deepEqual(notes, ['settled 0 notSent', 'missed 0']);
  });
});

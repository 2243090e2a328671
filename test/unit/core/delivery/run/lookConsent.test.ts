import assert from 'node:assert/strict';
import type { LongLook } from '../../../../../src/core/delivery';
import { LookConsent } from '../../../../../src/core/delivery/run/lookConsent';
import { RequestQueue } from '../../../../../src/core/delivery/run/requestQueue';
import { importing } from '../../../../support/delivery/importing';
import { contactOf, rowAt } from '../../../../support/delivery/rows';
import { failed, failure, paged, ScriptedCalls } from '../../../../support/delivery/scriptedCalls';

describe('a look that takes long', () => {
  function consent(answer: boolean) {
    const asked: LongLook[] = [];
    const confirmLook = (look: LongLook) => {
      asked.push(look);
      return Promise.resolve(answer);
    };
    return { asked, confirmLook };
  }

  it('is asked about once, when it takes more than two minutes at the pace', async () => {
    for (const answer of [true, false]) {
      const { asked, confirmLook } = consent(answer);
      const looks = new LookConsent({ queue: new RequestQueue(61), confirmLook });
      assert.equal(await looks.mayRead(3, 120), true);
      assert.equal(await looks.mayRead(3, undefined), true);
      assert.deepEqual(asked, []);
      assert.equal(await looks.mayRead(3, 121), answer);
      assert.equal(await looks.mayRead(2, 500), answer);
      assert.equal(await looks.mayRead(2, 1), true);
      assert.deepEqual(asked, [{ rows: 3, reads: 121, ms: 121_000 }]);
    }
  });

  it('is not asked about where nobody is there to be asked', async () => {
    assert.equal(await new LookConsent({ queue: new RequestQueue(1) }).mayRead(1, 1_000), true);
  });

  for (const answer of [true, false]) {
    it(`${answer ? 'is taken' : 'leaves its rows unknown, and the rest goes on,'} as the user says`, async () => {
      const { asked, confirmLook } = consent(answer);
      const queue = Object.assign(new RequestQueue(Infinity), { msFor: () => Promise.resolve(120_001) });
      let reads = 0;
      const lost = failure('server', { status: 500, effect: 'unknown' });
      const calls = new ScriptedCalls(
        () => failed(lost),
        ({ skip }) => {
          reads++;
          return skip === 0
            ? paged({ contacts: [contactOf(rowAt(0))], totalResults: 1_000 })
            : failed(failure('notFound'));
        },
      );
      const { parts, send } = importing(2, calls, { confirmLook, queue });
      await send();
      assert.deepEqual(parts.outcomes, ['present', 'unknown']);
      assert.deepEqual(asked, [{ rows: 2, reads: 1_000, ms: 120_001 }]);
      assert.equal(reads > 1, answer);
    });
  }
});

import assert from 'node:assert/strict';
import { ImportRun } from '../../../../../src/core/delivery';
import { RequestQueue } from '../../../../../src/core/delivery/run/requestQueue';
import { settled, stopClock } from '../../../../support/delivery/clock';
import { create, first, importing, times } from '../../../../support/delivery/importing';
import { TestParts } from '../../../../support/delivery/parts';
import { outgoingOf, rowsOf } from '../../../../support/delivery/rows';
import { failed, failure, ScriptedCalls } from '../../../../support/delivery/scriptedCalls';

const mistaken = new TypeError('a mistake');
const throwing = () => {
  throw mistaken;
};

describe('the end of a delivery', () => {
  describe('the user', () => {
    it('ends the import after the request that is on its way, whose outcome is known', async () => {
      const calls = new ScriptedCalls((request) => {
        parts.stopping.abort();
        assert.equal(request.signal.aborted, false);
        return create(request);
      });
      const { parts, send } = importing(4, calls);
      assert.deepEqual(await send(), { why: 'cancelled' });
      assert.deepEqual(parts.outcomes, ['created', 'created', 'notSent', 'notSent']);
      assert.equal(parts.notes.at(-1), 'settled 0 created 1 created');
    });

    it('cannot undo what was the last request', async () => {
      const calls = new ScriptedCalls((request) => {
        parts.stopping.abort();
        return create(request);
      });
      const { parts, send } = importing(2, calls);
      assert.deepEqual(await send(), { why: 'done' });
    });

    it('need not wait for the pace to end it', async () => {
      const clock = stopClock();
      try {
        const calls = new ScriptedCalls(create);
        const { parts, send } = importing(4, calls, { queue: new RequestQueue(1) });
        const end = send();
        await settled();
        assert.deepEqual(parts.activities.at(-1), { kind: 'pacing', ms: 61_000, perMinute: 1 });
        parts.stopping.abort();
        // Without any time passing.
        assert.deepEqual(await end, { why: 'cancelled' });
        await clock.tickAsync(120_000);
        assert.deepEqual(calls.imports, [[0, 1]]);
        assert.deepEqual(parts.outcomes, ['created', 'created', 'notSent', 'notSent']);
      } finally {
        clock.uninstall();
      }
    });

    it('may end it before anything leaves', async () => {
      const { parts, send } = importing(4, new ScriptedCalls(create));
      parts.stopping.abort();
      assert.deepEqual(await send(), { why: 'cancelled' });
      assert.deepEqual(parts.notes, []);
    });

    it('may give up a request just before it leaves: then it was not sent', async () => {
      const calls = new ScriptedCalls(() => failed(failure('cancelled')));
      const { parts, send } = importing(4, calls);
      parts.givingUp.abort();
      assert.deepEqual(await send(), { why: 'failed', failure: failure('cancelled') });
      assert.deepEqual(parts.outcomes, times(4, 'notSent'));
      assert.equal(parts.notes.at(-1), 'settled 0 notSent 1 notSent');
    });
  });

  describe('when the ledger cannot be written', () => {
    const full = new Error('no space left');
    const log = (fails: 'sending' | 'settled') => ({
      sending: () => (fails === 'sending' ? Promise.reject(full) : Promise.resolve()),
      settled: () => (fails === 'settled' ? Promise.reject(full) : Promise.resolve()),
      missed: () => Promise.resolve(),
    });

    it('lets no request leave of which it could not say so', async () => {
      const calls = new ScriptedCalls(create);
      const { parts, send } = importing(4, calls, { journal: log('sending') });
      await assert.rejects(send(), full);
      assert.deepEqual(calls.imports, []);
      assert.deepEqual(parts.outcomes, times(4, 'notSent'));
    });

    it('tells what is known, and sends nothing more', async () => {
      const calls = new ScriptedCalls(create);
      const { parts, send } = importing(4, calls, { journal: log('settled') });
      await assert.rejects(send(), full);
      assert.deepEqual(calls.imports, [[0, 1]]);
      assert.deepEqual(parts.outcomes, ['created', 'created', 'notSent', 'notSent']);
    });

    it('does not try again what came to nothing', async () => {
      const calls = new ScriptedCalls(first(failure('rateLimit')));
      const { parts, send } = importing(2, calls, { journal: log('settled') });
      await assert.rejects(send(), full);
      assert.deepEqual(calls.imports, [[0, 1]]);
      assert.deepEqual(parts.outcomes, times(2, 'notSent'));
    });
  });

  it('claims nothing of rows whose request was broken by a mistake after it left', async () => {
    const mistake = new TypeError('the log is closed');
    const calls = new ScriptedCalls((request) => {
      if (request.number === 1) throw mistake;
      return create(request);
    });
    const { parts, send } = importing(6, calls);
    await assert.rejects(send(), mistake);
    assert.deepEqual(parts.outcomes, ['created', 'created', 'unknown', 'unknown', 'notSent', 'notSent']);
    assert.equal(parts.notes.at(-1), 'import');
  });

  it('lets nothing leave when the ids of earlier imports cannot be read', async () => {
    const locked = new Error('the secret storage is locked');
    const calls = new ScriptedCalls(create);
    const { parts, send } = importing(2, calls, { knownIds: () => Promise.reject(locked) });
    await assert.rejects(send(), locked);
    assert.deepEqual(calls.imports, []);
    assert.deepEqual([parts.outcomes, parts.notes], [times(2, 'notSent'), []]);
  });

  for (const [what, breakIt] of [
    ['is watched', (parts: TestParts) => Object.assign(parts, { watch: throwing })],
    ['was answered', (parts: TestParts) => Object.assign(parts.plans, { e164: throwing })],
  ] as const) {
    it(`claims nothing of rows that may have left when anything breaks while it ${what}`, async () => {
      const { parts, send } = importing(4, new ScriptedCalls(create));
      Object.assign(parts, { plans: { ...parts.plans } });
      breakIt(parts);
      await assert.rejects(send(), mistaken);
      assert.deepEqual(parts.outcomes, ['unknown', 'unknown', 'notSent', 'notSent']);
    });
  }

  it('throws when the rows cannot be read, and what was sent before is known', async () => {
    const calls = new ScriptedCalls(create);
    const rows = rowsOf(4);
    const parts = new TestParts(rows, calls, { limits: { rows: 1, bytes: 900_000 } });
    const gone = new Error('the file is gone');
    function* groups() {
      yield rows.slice(0, 2);
      throw gone;
    }
    await assert.rejects(new ImportRun(parts).send({ ...outgoingOf([]), rows: groups() }), gone);
    assert.deepEqual(parts.outcomes, ['created', 'notSent', 'notSent', 'notSent']);
  });
});

import assert from 'node:assert/strict';
import { create, first, importing, times } from '../../../../support/delivery/importing';
import { knownIds } from '../../../../support/delivery/knowledge';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';
import {
  answered,
  failed,
  failure,
  ScriptedCalls,
  type ScriptedImport,
} from '../../../../support/delivery/scriptedCalls';

describe('a delivery', () => {
  it('sends batch after batch, and writes down what it does before and after', async () => {
    const calls = new ScriptedCalls(create);
    const { parts, send } = importing(3, calls);
    assert.deepEqual(await send(), { why: 'done' });
    assert.deepEqual(parts.notes, [
      'sending 0 1',
      'import',
      'settled 0 created 1 created',
      'sending 2',
      'import',
      'settled 2 created',
    ]);
    assert.deepEqual(parts.claims.of(1), { outcome: 'created', contact: contactOf(rowAt(1)) });
    assert.deepEqual(parts.activities, [
      { kind: 'sending', rows: 2 },
      { kind: 'sending', rows: 1 },
    ]);
    assert.equal(parts.answeredContacts, 3);
  });

  it('does nothing for no rows', async () => {
    const { parts, send } = importing(0, new ScriptedCalls(create));
    assert.deepEqual(await send(), { why: 'done' });
    assert.deepEqual(parts.notes, []);
  });

  it('tells of contacts that no row explains, and of rows that no contact does', async () => {
    const stranger = contactOf(rowAt(99));
    const calls = new ScriptedCalls(() => answered([stranger, contactOf(rowAt(1))]));
    const { parts, send } = importing(2, calls);
    assert.deepEqual(await send(), { why: 'done' });
    assert.deepEqual(parts.outcomes, ['notReturned', 'created']);
    assert.deepEqual(parts.unmatched, [stranger]);
    assert.equal(parts.answeredContacts, 2);
  });

  describe('a request that was too large', () => {
    /** Takes no more than so many rows. */
    const most = (limit: number) => (request: ScriptedImport) =>
      request.places.length > limit ? failed(failure('tooLarge')) : create(request);

    it('is halved, and what comes after it is not larger than what went through', async () => {
      const calls = new ScriptedCalls(most(3));
      const { parts, send } = importing(20, calls, { size: 8 });
      assert.deepEqual(await send(), { why: 'done' });
      assert.deepEqual(
        calls.imports.map((places) => places.length),
        [8, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
      );
      assert.deepEqual(parts.outcomes, times(20, 'created'));
      assert.deepEqual(
        calls.imports.slice(2).flat(),
        rowsOf(20).map(({ index }) => index),
      );
      assert.equal(parts.limits.rows, 2);
    });

    it('is halved unevenly where it must be, down to one row', async () => {
      const calls = new ScriptedCalls(most(1));
      const { parts, send } = importing(7, calls, { size: 5 });
      assert.deepEqual(await send(), { why: 'done' });
      assert.deepEqual(calls.imports, [
        [0, 1, 2, 3, 4],
        [0, 1, 2],
        [0, 1],
        [0],
        [1],
        [2],
        [3],
        [4],
        [5],
        [6],
      ]);
      assert.deepEqual(parts.outcomes, times(7, 'created'));
    });

    it('is refused, in the words of the stream, when it holds one row; the others go on', async () => {
      const isTooLarge = failure('tooLarge', { serverWords: 'too long' });
      const calls = new ScriptedCalls((request) =>
        request.places.includes(2) ? failed(isTooLarge) : create(request),
      );
      const { parts, send } = importing(6, calls, { size: 4 });
      assert.deepEqual(await send(), { why: 'done' });
      assert.deepEqual(parts.claims.of(2), { outcome: 'refused', words: 'too long' });
      assert.deepEqual(parts.claims.rowsWith('created').length, 5);
      assert.deepEqual(calls.imports, [[0, 1, 2, 3], [0, 1], [2, 3], [2], [3], [4], [5]]);
    });

    it('is written down as not sent before its halves leave', async () => {
      const { parts, send } = importing(2, new ScriptedCalls(most(1)));
      await send();
      assert.deepEqual(parts.notes.slice(0, 4), [
        'sending 0 1',
        'import',
        'settled 0 notSent 1 notSent',
        'sending 0',
      ]);
    });

    it('has not been sent when the user stops before its halves', async () => {
      const calls = new ScriptedCalls(() => {
        parts.stopping.abort();
        return failed(failure('tooLarge'));
      });
      const { parts, send } = importing(4, calls);
      assert.deepEqual(await send(), { why: 'cancelled' });
      assert.deepEqual(parts.outcomes, times(4, 'notSent'));
      assert.equal(calls.imports.length, 1);
    });
  });

  describe('a request that nothing came of', () => {
    for (const reason of ['rateLimit', 'unreachable', 'unknownHost', 'certificate'] as const) {
      it(`${reason}: is made again, and written down each time`, async () => {
        const calls = new ScriptedCalls(first(failure(reason), failure(reason)));
        const { parts, send } = importing(3, calls);
        assert.deepEqual(await send(), { why: 'done' });
        assert.deepEqual(parts.outcomes, times(3, 'created'));
        const lost = ['sending 0 1', 'import', 'settled 0 notSent 1 notSent'];
        assert.deepEqual(parts.notes.slice(0, 9), [
          ...lost,
          ...lost,
          'sending 0 1',
          'import',
          'settled 0 created 1 created',
        ]);
      });

      it(`${reason}: ends the import when it was made often enough; the rest is not sent`, async () => {
        const lasting = failure(reason);
        const tries = reason === 'rateLimit' ? 5 : 4;
        const calls = new ScriptedCalls((request) =>
          request.number === 0 ? create(request) : failed(lasting),
        );
        const { parts, send } = importing(6, calls);
        assert.deepEqual(await send(), { why: 'failed', failure: lasting });
        assert.deepEqual(parts.outcomes, ['created', 'created', ...times(4, 'notSent')]);
        assert.deepEqual(calls.imports, [[0, 1], ...times(tries, [2, 3])]);
      });
    }

    it('is not made again when the user stops meanwhile', async () => {
      const calls = new ScriptedCalls(() => {
        parts.stopping.abort();
        return failed(failure('rateLimit', { retryAfterMs: 60_000 }));
      });
      const { parts, send } = importing(4, calls);
      assert.deepEqual(await send(), { why: 'cancelled' });
      assert.deepEqual(parts.outcomes, times(4, 'notSent'));
      assert.deepEqual(parts.notes.at(-1), 'settled 0 notSent 1 notSent');
    });
  });

  it('ends at once where nothing else would work; the batch and the rest are not sent', async () => {
    const hopeless = failure('credentials', { status: 401 });
    const calls = new ScriptedCalls((request) => (request.number === 1 ? failed(hopeless) : create(request)));
    const { parts, send } = importing(6, calls);
    assert.deepEqual(await send(), { why: 'failed', failure: hopeless });
    assert.deepEqual(parts.outcomes, ['created', 'created', ...times(4, 'notSent')]);
    assert.deepEqual(parts.notes.slice(-3), ['sending 2 3', 'import', 'settled 2 notSent 3 notSent']);
  });

  it('ends at once where servers point elsewhere once the work is done; those rows are unknown', async () => {
    const moved = failure('redirect', { status: 302, effect: 'unknown' });
    const calls = new ScriptedCalls((request) => (request.number === 1 ? failed(moved) : create(request)));
    const { parts, send } = importing(6, calls);
    assert.deepEqual(await send(), { why: 'failed', failure: moved });
    assert.deepEqual(parts.outcomes, ['created', 'created', 'unknown', 'unknown', 'notSent', 'notSent']);
    assert.deepEqual(calls.pages, []);
  });

  it('ends where it is to wait for more than a quarter of an hour; the batch is not sent', async () => {
    const limited = failure('rateLimit', { status: 429, retryAfterMs: 2 * 3_600_000 });
    const calls = new ScriptedCalls(() => failed(limited));
    const { parts, send } = importing(2, calls);
    assert.deepEqual(await send(), { why: 'failed', failure: limited });
    assert.deepEqual(parts.outcomes, ['notSent', 'notSent']);
    assert.equal(calls.imports.length, 1);
  });

  it('asks for the ids of earlier imports once, and takes what is known for present', async () => {
    let asked = 0;
    const earlier = () => {
      asked++;
      return Promise.resolve(knownIds(['id1']));
    };
    const { parts, send } = importing(4, new ScriptedCalls(create), { knownIds: earlier });
    await send();
    assert.deepEqual(parts.outcomes, ['created', 'present', 'created', 'created']);
    assert.equal(asked, 1);
  });

  it('takes a contact that an earlier request created for present', async () => {
    const shown = [contactOf(rowAt(0), 'a'), contactOf(rowAt(1), 'a')];
    const calls = new ScriptedCalls(({ number }) => answered(shown.slice(number, number + 1)));
    const { parts, send } = importing(2, calls, { size: 1 });
    await send();
    assert.deepEqual(parts.outcomes, ['created', 'present']);
  });

  it('goes on after a batch that was refused', async () => {
    const refused = failure('validation', { serverWords: 'row 3: bad' });
    const calls = new ScriptedCalls(first(refused, failure('csvFormat')));
    const { parts, send } = importing(5, calls);
    assert.deepEqual(await send(), { why: 'done' });
    const note = { kind: 'batch' };
    assert.deepEqual(parts.claims.of(0), { outcome: 'refused', words: 'row 3: bad', note });
    assert.deepEqual(parts.claims.of(2), { outcome: 'refused', note });
    assert.deepEqual(parts.outcomes, [...times(4, 'refused'), 'created']);
    assert.deepEqual(calls.imports, [[0, 1], [2, 3], [4]]);
    assert.deepEqual(calls.pages, []);
  });
});

import assert from 'node:assert/strict';
import { ImportRun } from '../../../../../src/core/delivery';
import { create, first, importing, times } from '../../../../support/delivery/importing';
import { contactOf, rowAt } from '../../../../support/delivery/rows';
import { failed, failure, paged, pagesOf, ScriptedCalls } from '../../../../support/delivery/scriptedCalls';

describe('a request without an answer', () => {
  const lost = failure('connectionLost', { effect: 'unknown' });

  it('is never made again: its rows are looked for, and the import goes on', async () => {
    const calls = new ScriptedCalls(
      first(lost),
      pagesOf(() => [contactOf(rowAt(1))]),
    );
    const { parts, send } = importing(3, calls);
    assert.deepEqual(await send(), { why: 'done' });
    assert.deepEqual(parts.claims.of(1), { outcome: 'present', contact: contactOf(rowAt(1)) });
    assert.deepEqual(parts.outcomes, ['absent', 'present', 'created']);
    assert.deepEqual(parts.notes, [
      'sending 0 1',
      'import',
      'settled 0 unknown 1 unknown',
      'list',
      'list',
      'settled 0 absent 1 present',
      'sending 2',
      'import',
      'settled 2 created',
    ]);
  });

  it('ends the import where the stream cannot be asked; found rows are known all the same', async () => {
    const calls = new ScriptedCalls(first(lost), ({ skip }) =>
      skip === 0 ? paged({ contacts: [contactOf(rowAt(0))], hasMore: true }) : failed(failure('notFound')),
    );
    const { parts, send } = importing(4, calls);
    assert.deepEqual(await send(), { why: 'failed', failure: lost });
    assert.deepEqual(parts.outcomes, ['present', 'unknown', 'notSent', 'notSent']);
    assert.deepEqual(calls.imports, [[0, 1]]);
    assert.equal(parts.notes.at(-1), 'settled 0 present');
  });

  it('ends the import where the list does not add up', async () => {
    const calls = new ScriptedCalls(first(lost), () => paged({ contacts: [], totalResults: 5 }));
    const { parts, send } = importing(4, calls);
    assert.deepEqual(await send(), { why: 'failed', failure: lost });
    assert.deepEqual(parts.outcomes, ['unknown', 'unknown', 'notSent', 'notSent']);
  });

  it('stays unknown when the user has given it up', async () => {
    const calls = new ScriptedCalls(({ signal }) => {
      parts.stopping.abort();
      parts.givingUp.abort();
      assert.equal(signal.aborted, true);
      return failed(failure('cancelled', { effect: 'unknown' }));
    });
    const { parts, send } = importing(4, calls);
    assert.deepEqual(await send(), { why: 'cancelled' });
    assert.deepEqual(parts.outcomes, ['unknown', 'unknown', 'notSent', 'notSent']);
    assert.deepEqual(calls.pages, []);
  });

  it('stays unknown when the user stops while it is looked for', async () => {
    const calls = new ScriptedCalls(first(lost), () => {
      parts.stopping.abort();
      return failed(failure('cancelled'));
    });
    const { parts, send } = importing(4, calls);
    assert.deepEqual(await send(), { why: 'cancelled' });
    assert.deepEqual(parts.outcomes, ['unknown', 'unknown', 'notSent', 'notSent']);
    assert.equal(calls.pages.length, 1);
  });
});

describe('a look for unknown rows', () => {
  it('settles them, and writes that down', async () => {
    const calls = new ScriptedCalls(
      create,
      pagesOf(() => [contactOf(rowAt(0))]),
    );
    const { parts } = importing(2, calls);
    assert.deepEqual(await new ImportRun(parts).lookUp(parts.claims.rows), { why: 'done' });
    assert.deepEqual(parts.outcomes, ['present', 'absent']);
    assert.deepEqual(parts.notes, ['list', 'list', 'settled 0 present 1 absent']);
  });

  it('tries a read again that may pass, and says why when it does not', async () => {
    const lasting = failure('server', { status: 500 });
    const calls = new ScriptedCalls(create, () => failed(lasting));
    const { parts } = importing(2, calls);
    assert.deepEqual(await new ImportRun(parts).lookUp(parts.claims.rows), {
      why: 'failed',
      failure: lasting,
    });
    assert.equal(calls.pages.length, 4);
    assert.deepEqual(parts.notes, times(4, 'list'));
  });

  it('is not done when the list does not add up', async () => {
    const calls = new ScriptedCalls(create, () => paged({ contacts: [contactOf(rowAt(0))], hasMore: true }));
    const { parts } = importing(2, calls);
    assert.deepEqual(await new ImportRun(parts).lookUp(parts.claims.rows), {
      why: 'failed',
      failure: failure('notContacts'),
    });
    assert.equal(parts.claims.of(0).outcome, 'present');
    assert.deepEqual(parts.notes.at(-1), 'settled 0 present');
  });

  it('is ended by the user', async () => {
    const calls = new ScriptedCalls(create, () => {
      parts.stopping.abort();
      return failed(failure('cancelled'));
    });
    const { parts } = importing(2, calls);
    assert.deepEqual(await new ImportRun(parts).lookUp(parts.claims.rows), { why: 'cancelled' });
    assert.deepEqual(parts.notes, ['list']);
  });
});

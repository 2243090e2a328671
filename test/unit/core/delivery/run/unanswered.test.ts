import assert from 'node:assert/strict';
import { ImportRun } from '../../../../../src/core/delivery';
import { create, first, importing, times } from '../../../../support/delivery/importing';
import { contactOf, rowAt } from '../../../../support/delivery/rows';
import {
  answered,
  failed,
  failure,
  paged,
  pagesOf,
  ScriptedCalls,
} from '../../../../support/delivery/scriptedCalls';

describe('a request without an answer', () => {
  const lost = failure('connectionLost', { effect: 'unknown' });

  it('is never made again: the import goes on, and its rows are looked for in the end', async () => {
    const calls = new ScriptedCalls(
      first(lost),
      pagesOf(() => [contactOf(rowAt(1)), contactOf(rowAt(2))]),
    );
    const { parts, send } = importing(3, calls);
    assert.deepEqual(await send(), { why: 'done' });
    assert.deepEqual(parts.claims.of(1), { outcome: 'present', contact: contactOf(rowAt(1)) });
    assert.deepEqual(parts.outcomes, ['absent', 'present', 'created']);
    assert.deepEqual(parts.notes, [
      'sending 0 1',
      'import',
      'settled 0 unknown 1 unknown',
      'sending 2',
      'import',
      'settled 2 created',
      // A look reads the list, and what is behind its end.
      'list',
      'list',
      'settled 1 present',
      'missed 0',
      'list',
      'list',
      'missed 0',
      'settled 0 absent',
    ]);
  });

  it('is why the import fails when the stream cannot be asked; found rows are known all the same', async () => {
    const calls = new ScriptedCalls(first(lost), ({ skip }) =>
      skip === 0 ? paged({ contacts: [contactOf(rowAt(0))], hasMore: true }) : failed(failure('notFound')),
    );
    const { parts, send } = importing(4, calls);
    assert.deepEqual(await send(), { why: 'failed', failure: lost });
    assert.deepEqual(parts.outcomes, ['present', 'unknown', 'created', 'created']);
    assert.equal(parts.notes.at(-1), 'settled 0 present');
  });

  it('is why it fails when the list does not prove to be whole', async () => {
    for (const page of [
      { contacts: [], totalResults: 5 },
      // What this import has just created is not on it.
      { contacts: [], totalResults: 0 },
    ]) {
      const calls = new ScriptedCalls(first(lost), () => paged(page));
      const { parts, send } = importing(4, calls);
      assert.deepEqual(await send(), { why: 'failed', failure: lost });
      assert.deepEqual(parts.outcomes, ['unknown', 'unknown', 'created', 'created']);
    }
  });

  it('ends the import when the next one has none either, whatever is found out of them', async () => {
    const stored: number[] = [];
    const calls = new ScriptedCalls(
      ({ places }) => {
        stored.push(...places);
        return failed(lost);
      },
      pagesOf(() => stored.map((place) => contactOf(rowAt(place)))),
    );
    const { parts, send } = importing(6, calls);
    assert.deepEqual(await send(), { why: 'failed', failure: lost });
    assert.deepEqual(parts.outcomes, [...times(4, 'present'), 'notSent', 'notSent']);
    // Unless it was the last one, too.
    stored.length = 0;
    const whole = importing(4, calls);
    assert.deepEqual(await whole.send(), { why: 'done' });
  });

  it('does so no more once an answer came in between, be it a refusal', async () => {
    const calls = new ScriptedCalls(
      first(lost, failure('validation'), lost),
      pagesOf(() => [0, 1, 4, 5, 6, 7].map((place) => contactOf(rowAt(place)))),
    );
    const { parts, send } = importing(8, calls);
    assert.deepEqual(await send(), { why: 'done' });
    assert.equal(calls.imports.length, 4);
    assert.deepEqual(parts.claims.rowsWith('present').length, 4);
  });

  it('is what an answer is that is certain of no row: after two in a row no further request is made', async () => {
    const unclear = { ...answered([]), value: { contacts: [], refusals: [], isPartial: true } };
    const inconclusive = failure('inconclusive', { effect: 'unknown' });
    const calls = new ScriptedCalls(() => unclear);
    const { parts, send } = importing(10, calls);
    assert.deepEqual(await send(), { why: 'failed', failure: inconclusive });
    assert.deepEqual(parts.outcomes, [...times(4, 'unknown'), ...times(6, 'notSent')]);
    // One of them may be a request that got none at all.
    const mixed = new ScriptedCalls(({ number }) => (number === 0 ? failed(lost) : unclear));
    const other = importing(10, mixed);
    assert.deepEqual(await other.send(), { why: 'failed', failure: inconclusive });
    assert.equal(mixed.imports.length, 2);
  });

  it('is none that is certain of one row', async () => {
    const calls = new ScriptedCalls(({ places }) => {
      const contacts = places.slice(1).map((place) => contactOf(rowAt(place)));
      return { ...answered(contacts), value: { contacts, refusals: [], isPartial: true } };
    });
    const { parts, send } = importing(8, calls);
    assert.deepEqual(await send(), { why: 'done' });
    assert.deepEqual(parts.outcomes, times(4, ['unknown', 'created']).flat());
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
    assert.deepEqual(parts.outcomes, ['unknown', 'unknown', 'created', 'created']);
    assert.equal(calls.pages.length, 1);
  });
});

describe('a look for unknown rows', () => {
  /** Their request was over long ago. */
  const over = { pastAt: () => ({ request }), created: [] };
  const request = { startedAt: 0, endedAt: 1 };

  it('settles them, and writes that down', async () => {
    const calls = new ScriptedCalls(
      create,
      pagesOf(() => [contactOf(rowAt(0))]),
    );
    const { parts } = importing(2, calls, { past: over });
    assert.deepEqual(await new ImportRun(parts).lookUp(parts.claims.rows), { why: 'done' });
    assert.deepEqual(parts.outcomes, ['present', 'absent']);
    const look = ['list', 'list', 'missed 1'];
    assert.deepEqual(parts.notes, [
      ...['list', 'list', 'settled 0 present', 'missed 1'],
      ...look,
      'settled 1 absent',
    ]);
  });

  it('tries a read again that may pass, and says why when it does not', async () => {
    const lasting = failure('server', { status: 500 });
    const calls = new ScriptedCalls(create, () => failed(lasting));
    const { parts } = importing(2, calls, { past: over });
    assert.deepEqual(await new ImportRun(parts).lookUp(parts.claims.rows), {
      why: 'failed',
      failure: lasting,
    });
    assert.equal(calls.pages.length, 4);
    assert.deepEqual(parts.notes, times(4, 'list'));
  });

  it('is not done when the list does not add up', async () => {
    const calls = new ScriptedCalls(create, () => paged({ contacts: [contactOf(rowAt(0))], hasMore: true }));
    const { parts } = importing(2, calls, { past: over });
    assert.deepEqual(await new ImportRun(parts).lookUp(parts.claims.rows), {
      why: 'failed',
      failure: failure('notContacts'),
    });
    assert.equal(parts.claims.of(0).outcome, 'present');
    assert.equal(parts.claims.of(1).outcome, 'notSent');
  });

  it('is ended by the user', async () => {
    const calls = new ScriptedCalls(create, () => {
      parts.stopping.abort();
      return failed(failure('cancelled'));
    });
    const { parts } = importing(2, calls, { past: over });
    assert.deepEqual(await new ImportRun(parts).lookUp(parts.claims.rows), { why: 'cancelled' });
    assert.deepEqual(parts.notes, ['list']);
  });
});

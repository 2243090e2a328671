import assert from 'node:assert/strict';
import type { Outcome } from '../../../../src/core/delivery';
import {
  actionOutcomes,
  closedAtFirst,
  countsOf,
  endReport,
  type EndReport,
  type ImportOutcome,
  type SessionEnd,
} from '../../../../src/core/delivery/outcomeActions';
import { outcomes } from '../../../../src/core/delivery/run/outcome';
import { failure } from '../../../support/delivery/scriptedCalls';

/** What is reported of an import with these rows. */
function report(
  rows: readonly Outcome[],
  end: SessionEnd = { why: 'done' },
  more: Partial<Omit<ImportOutcome, 'counts'>> = {},
): EndReport {
  return endReport(end, {
    counts: countsOf(rows),
    closed: closedAtFirst(0, 0),
    isRefusedAlone: false,
    ...more,
  });
}

describe('what the end of an import means', () => {
  for (const [rows, kind, effect] of [
    [['created', 'created'], 'allCreated', 'known'],
    [['created', 'notReturned'], 'notReturned', 'known'],
    [['notReturned'], 'notReturned', 'known'],
    [['created', 'unknown'], 'unknown', 'doubt'],
    [['notReturned', 'unknown'], 'unknown', 'doubt'],
    [['refused', 'unknown', 'present'], 'unknown', 'doubt'],
    [['created', 'notSent'], 'mixed', 'known'],
    [['created', 'present'], 'mixed', 'known'],
    [['created', 'notReturned', 'refused'], 'mixed', 'known'],
    [['notReturned', 'notSent'], 'mixed', 'known'],
    [['absent'], 'mixed', 'known'],
  ] as const) {
    it(`${kind}, with ${effect} effect, for ${rows.join(', ')}`, () => {
      const found = report(rows);
      assert.deepEqual([found.meaning, found.effect, found.hasLeft], [{ kind }, effect, true]);
    });
  }

  it('that it failed, was cancelled or broke off, whatever became of the rows', () => {
    const error = new Error('ENOSPC');
    const gone = failure('notFound');
    for (const rows of [['created'], ['unknown', 'notSent'], ['notSent']] as const) {
      assert.deepEqual(report(rows, { why: 'cancelled' }).meaning, { kind: 'cancelled' });
      assert.deepEqual(report(rows, { why: 'failed', failure: gone }).meaning, {
        kind: 'failed',
        failure: gone,
      });
      assert.deepEqual(report(rows, { why: 'brokeOff', error }).meaning, { kind: 'brokeOff', error });
    }
  });

  it('that another window has the stream, whatever is known here', () => {
    assert.deepEqual(report(['created', 'unknown'], { why: 'takenOver' }).meaning, { kind: 'takenOver' });
  });

  it('that there is nothing to look back on when no row left', () => {
    const { effect, hasLeft, actions } = report(['notSent', 'notSent'], { why: 'cancelled' });
    assert.deepEqual([effect, hasLeft, actions], ['nothing', false, []]);
    assert.equal(report(['notSent', 'unknown'], { why: 'cancelled' }).effect, 'doubt');
  });
});

describe('what is offered after an import', () => {
  const actions = (rows: readonly Outcome[], more: Partial<Omit<ImportOutcome, 'counts'>> = {}) =>
    report(rows, { why: 'done' }, more).actions;

  it('goes by the outcomes of its rows, the most pressing first', () => {
    const offered = Object.fromEntries(outcomes.map((outcome) => [outcome, actions(['created', outcome])]));
    assert.deepEqual(offered, {
      created: [],
      notReturned: ['resume'],
      refused: ['findRefused', 'saveRest'],
      unknown: ['resume'],
      present: [],
      absent: ['resume', 'saveRest'],
      notSent: ['resume', 'saveRest'],
    });
    assert.deepEqual(actions(['unknown', 'refused', 'notSent']), ['resume', 'findRefused', 'saveRest']);
  });

  it('leaves out rows that are held back: a resume would not send them', () => {
    const closed = (heldBack: number, leftOut = 0) => ({ closed: closedAtFirst(heldBack, leftOut) });
    assert.deepEqual(actions(['created', 'notSent'], closed(1)), ['saveRest']);
    assert.deepEqual(actions(['created', 'notSent'], closed(0, 1)), []);
    assert.deepEqual(actions(['created', 'notSent', 'notSent'], closed(1, 1)), ['saveRest']);
    assert.deepEqual(actions(['created', 'notSent', 'notSent'], closed(0, 1)), ['resume', 'saveRest']);
    assert.deepEqual(actions(['created', 'notSent', 'notSent'], closed(1)), ['resume', 'saveRest']);
    assert.deepEqual(actions(['created', 'notSent', 'unknown'], closed(1)), ['resume', 'saveRest']);
  });

  it('saves rows whose number is there under another name', () => {
    const counts = { ...countsOf(['created', 'present']), otherNames: 1 };
    const { actions } = endReport(
      { why: 'done' },
      { counts, closed: closedAtFirst(0, 0), isRefusedAlone: false },
    );
    assert.deepEqual(actions, ['saveRest']);
  });

  it('does not search for rows that are known to be refused by themselves', () => {
    assert.deepEqual(actions(['created', 'refused'], { isRefusedAlone: true }), ['saveRest']);
  });

  it('never saves to be sent again what may be on the stream', () => {
    for (const outcome of ['unknown', 'created', 'present', 'notReturned'] as const)
      assert.equal(actionOutcomes.saveRest.includes(outcome), false, outcome);
  });
});

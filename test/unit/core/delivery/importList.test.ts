import assert from 'node:assert/strict';
import type { ImportSummary, Outcome } from '../../../../src/core/delivery';
import { importsByDay, lookOf, mayLookUp, possibleActions } from '../../../../src/core/delivery/importList';
import { countsOf } from '../../../../src/core/delivery/outcomeActions';

const summary = (more: Partial<ImportSummary> = {}, ...rows: readonly Outcome[]): ImportSummary => ({
  ...{ id: 'a', at: '2026-01-01T10:00:00.000Z', rows: rows.length, key: 'key', fileUri: 'file:///a.csv' },
  ...{ stream: { name: 'Test', host: 'https://a.example', streamId: 'st-1' }, state: 'ended', pid: 1 },
  counts: countsOf(rows),
  hasRefusedWhole: false,
  ...more,
});

const otherName = { ...countsOf(['created', 'present']), otherNames: 1 };

describe('the list of imports', () => {
  it('is by day where the user is, each in order', () => {
    const local = (day: number, hour: number) => new Date(2026, 0, day, hour).toISOString();
    const all = [local(3, 23), local(3, 0), local(1, 12)].map((at, index) =>
      summary({ at, id: String(index) }),
    );
    assert.deepEqual(
      importsByDay(all).map(({ day, imports }) => [new Date(day).getDate(), imports.map(({ id }) => id)]),
      [
        [3, ['0', '1']],
        [1, ['2']],
      ],
    );
  });

  it('shows the worst of what became of the rows', () => {
    assert.equal(lookOf(summary({ state: 'goingOn' }, 'refused')), 'goingOn');
    assert.equal(lookOf(summary({ state: 'cutOff' }, 'created')), 'cutOff');
    assert.equal(lookOf(summary({}, 'created', 'unknown', 'refused')), 'refused');
    assert.equal(lookOf(summary({}, 'notSent', 'unknown')), 'unknown');
    assert.equal(lookOf(summary({}, 'created', 'absent')), 'incomplete');
    assert.equal(lookOf(summary({ state: 'forgotten' }, 'unknown')), 'forgotten');
    assert.equal(lookOf(summary({}, 'created', 'present')), 'complete');
    assert.equal(lookOf(summary({ counts: otherName })), 'incomplete');
  });

  it('offers what there are rows for, nothing of what goes on or was forgotten', () => {
    assert.deepEqual(possibleActions(summary({}, 'created', 'present')), []);
    assert.deepEqual(possibleActions(summary({ counts: otherName })), ['saveRest']);
    assert.deepEqual(possibleActions(summary({}, 'refused')), ['saveRest'], 'by itself');
    const whole = { hasRefusedWhole: true };
    assert.deepEqual(possibleActions(summary(whole, 'refused')), ['findRefused', 'saveRest']);
    assert.deepEqual(possibleActions(summary({ state: 'cutOff' }, 'unknown')), ['resume']);
    for (const state of ['goingOn', 'forgotten'] as const)
      assert.deepEqual(possibleActions(summary({ state, ...whole }, 'refused', 'unknown')), []);
  });

  it('offers to look up rows that may exist or did not come back, of what is over', () => {
    for (const outcome of ['unknown', 'notReturned'] as const) {
      assert.ok(mayLookUp(summary({}, 'created', outcome)));
      assert.ok(mayLookUp(summary({ state: 'cutOff' }, outcome)));
      for (const state of ['goingOn', 'forgotten'] as const)
        assert.ok(!mayLookUp(summary({ state }, outcome)));
    }
    assert.ok(!mayLookUp(summary({}, 'created', 'refused', 'present', 'absent', 'notSent')));
  });
});

import assert from 'node:assert/strict';
import { createFormat } from '../../../src/webview/shared/format';
import { Announcer, shareDone } from '../../../src/webview/results/announcer';
import { Table } from '../../../src/webview/results/table';
import { goesOn, upkeepOf } from '../../../src/webview/results/upkeep';
import { packRows } from '../../../src/protocol/packRows';
import type { sampleRows } from '../../support/page/results';
import { contact, missing, packed, resultsOf } from '../../support/page/results';

const waiting = (count: number) =>
  Array.from({ length: count }, (_, place) => missing(place, { outcome: 'waiting' }));

describe('results page: while an import goes on', () => {
  const running = 'Sending 8 contacts to SANDBOX';
  const state = (rows: ReturnType<typeof sampleRows>, now = running) => resultsOf(rows, { running: now });

  it('is heard to begin, at each quarter, and to end', () => {
    const announcer = new Announcer(createFormat('en'));
    const rows = [...waiting(8)];
    const heard: (string | undefined)[] = [announcer.next(state(rows))];
    for (let place = 0; place < 8; place++) {
      rows[place] = place === 3 ? missing(place, { outcome: 'refused' }) : contact(place);
      heard.push(announcer.next(state(rows)));
    }
    heard.push(announcer.next(state(rows, '')));
    assert.deepEqual(heard, [
      running,
      undefined,
      '25% of the rows are done.',
      undefined,
      '50% of the rows are done.',
      undefined,
      '75% of the rows are done.',
      undefined,
      '100% of the rows are done.',
      'The import has ended. Refused: 1, Created: 7',
    ]);
    assert.equal(announcer.next(state(rows, '')), undefined);
  });

  it('says nothing of an import that was over when it was opened, and of one that goes on says so', () => {
    assert.equal(new Announcer(createFormat('en')).next(state([contact(0)], '')), undefined);
    const half = [contact(0), ...waiting(1)];
    const announcer = new Announcer(createFormat('en'));
    assert.equal(announcer.next(state(half)), running);
    assert.equal(announcer.next(state(half)), undefined);
  });

  it('is as far as rows have an outcome of those that are sent at all', () => {
    assert.equal(shareDone(state([contact(0), missing(1, { outcome: 'notSent' }), ...waiting(3)])), 0.25);
    assert.equal(shareDone(state([contact(0), missing(1, { outcome: 'unknown' })])), undefined);
  });

  it('moves no row while the import goes on or somebody reads, and asks before it does', () => {
    const over = { isRunning: false, isReading: false };
    const byName = { column: 'name', descending: false } as const;
    for (const now of [over, { ...over, isRunning: true }, { ...over, isReading: true }]) {
      assert.equal(
        upkeepOf(undefined, now, () => true),
        'stay',
      );
      assert.equal(
        upkeepOf(byName, now, () => true),
        'stay',
        'an import changes no name',
      );
      const moving = now === over ? 'renew' : 'offer';
      assert.equal(
        upkeepOf(undefined, now, () => false),
        moving,
      );
      for (const column of ['outcome', 'why', 'status', 'id', 'createdAt'] as const)
        assert.equal(
          upkeepOf({ column, descending: true }, now, () => {
            assert.equal(now.isRunning, false, 'is not sorted with every answer');
            return false;
          }),
          moving,
        );
    }
  });

  it('moves no row when others come behind all that are shown', () => {
    assert.equal(goesOn([], [4]), true);
    assert.equal(goesOn([1, 3], [1, 3, 4]), true);
    for (const after of [[], [1], [3, 4], [1, 2, 3]]) assert.equal(goesOn([1, 3], after), false);
  });

  it('filters, sorts, searches and counts rows as they are by now', () => {
    const list = [contact(0), ...waiting(3).slice(1)];
    const rows = packed(list);
    const table = new Table(rows, resultsOf(list).counts, createFormat('en'));
    const sort = { column: 'outcome', descending: false } as const;
    assert.deepEqual(table.view({ filter: '', sort }), [0, 1, 2]);
    assert.deepEqual(table.view({ filter: 'no such country' }), []);
    const news = list.with(2, missing(2, { outcome: 'refused', message: 'No such country' }));
    rows.put(0, packRows(news));
    table.renew(resultsOf(news).counts);
    assert.deepEqual(table.view({ filter: '', sort }), [2, 0, 1]);
    assert.deepEqual(table.view({ filter: 'no such country' }), [2]);
    assert.deepEqual(table.view({ filter: '', outcome: 'waiting' }), [1]);
    assert.deepEqual(
      table.story.groups.map(({ outcome, count }) => [outcome, count]),
      [['refused', 1]],
    );
  });
});

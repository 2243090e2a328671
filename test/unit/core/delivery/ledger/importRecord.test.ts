import assert from 'node:assert/strict';
import { type Entry } from '../../../../../src/core/delivery/ledger/entries';
import { ImportRecord } from '../../../../../src/core/delivery/ledger/importRecord';
import { about, outcomesOf } from '../../../../support/delivery/ledgers';

function recordOf(rows: number, ...entries: readonly Entry[]): ImportRecord {
  const record = new ImportRecord({ t: 'run', v: 1, at: 'x', pid: 11, ...about(rows) });
  for (const entry of entries) record.add(entry);
  return record;
}

const send = (rows: string): Entry => ({ t: 'send', rows });
const out = (rows: string, outcomes: string, ...ids: string[]): Entry => ({ t: 'out', rows, outcomes, ids });

describe('the record of an import', () => {
  it('knows rows that did not leave as not sent, and those that left and were not heard of as unknown', () => {
    assert.deepEqual(outcomesOf(recordOf(3)), ['notSent', 'notSent', 'notSent']);
    assert.deepEqual(outcomesOf(recordOf(3, send('1-2'))), ['notSent', 'unknown', 'unknown']);
  });

  it('believes the last word on each row', () => {
    const record = recordOf(
      4,
      send('0-3'),
      out('0-3', 's4'),
      send('0-1'),
      out('1', 'r1'),
      send('2'),
      out('2', 'c1', 'x'),
    );
    assert.deepEqual(outcomesOf(record), ['unknown', 'refused', 'created', 'notSent']);
  });

  it('knows whether it is open which of the refused rows are at fault', () => {
    const whole = recordOf(3, send('0-1'), out('0-1', 'r1i1'));
    assert.equal(whole.hasRefusedWhole, true);
    whole.add(send('0'));
    whole.add(out('0', 'i1'));
    assert.deepEqual([whole.hasRefusedWhole, whole.counts.refused], [false, 2]);
  });

  it('gives the ids to the created rows, in order', () => {
    const record = recordOf(5, send('0-4'), out('0-4', 'c1n1c2p1', 'a', 'b', 'c'));
    assert.deepEqual(outcomesOf(record), ['created', 'notReturned', 'created', 'created', 'present']);
    assert.deepEqual(
      [...record.ids],
      [
        [0, 'a'],
        [2, 'b'],
        [3, 'c'],
      ],
    );
  });

  it('takes a row without an outcome, or a created one without an id, as far as it goes', () => {
    const record = recordOf(3, out('0-2', 'c2', 'a'));
    assert.deepEqual(outcomesOf(record), ['created', 'created', 'unknown']);
    assert.deepEqual([...record.ids], [[0, 'a']]);
  });

  it('knows rows by their hashes, as far as those were written', () => {
    const [a, b, c] = ['a'.repeat(22), 'b'.repeat(22), 'c'.repeat(22)];
    const record = recordOf(
      4,
      { t: 'rows', from: 0, hashes: a + b },
      { t: 'rows', from: 2, hashes: `${c}dd` },
    );
    assert.deepEqual(
      [0, 1, 2, 3, 9].map((place) => record.hashAt(place)),
      [a, b, c, '', ''],
    );
  });

  it('knows what else was told of rows, as long as nothing later was told of them', () => {
    const told = { ...out('0-7', 'c2p1n1u3r1', 'a', 'b'), notes: 'x1n1o1d1s1t1r1x1' } as const;
    const kinds = (record: ImportRecord) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((place) => record.noteAt(place)?.kind);
    assert.deepEqual(kinds(recordOf(8, told)), [
      ...[undefined, 'storedAs', 'otherName', 'deleted', 'status', 'createdAt', 'repeatedId', 'batch'],
    ]);
    assert.deepEqual(kinds(recordOf(8, told, out('1-6', 'p6'), send('7'))), Array(8).fill(undefined));
  });

  it('counts', () => {
    const record = recordOf(4, out('0-2', 'c2r1', 'a', 'b'));
    assert.equal(record.count('created'), 2);
    assert.equal(record.count('created', 'notSent'), 3);
    assert.equal(record.count(), 0);
  });

  it('knows who is at work on it, whether it ended, and whether anybody wants to hear of it', () => {
    const record = recordOf(1);
    assert.deepEqual([record.pid, record.ended, record.forgotten], [11, false, false]);
    record.add({ t: 'end', at: 'x' });
    record.add({ t: 'forget' });
    assert.deepEqual([record.pid, record.ended, record.forgotten], [11, true, true]);
    record.add({ t: 'resume', at: 'x', pid: 12 });
    assert.deepEqual([record.pid, record.ended, record.forgotten], [12, false, false]);
  });

  it('takes no notice of another first line', () => {
    const record = recordOf(2, send('0'));
    record.add({ t: 'run', v: 1, at: 'y', pid: 99, ...about(7) });
    assert.deepEqual([record.pid, record.begun.rows, record.outcomeAt(0)], [11, 2, 'unknown']);
  });
});

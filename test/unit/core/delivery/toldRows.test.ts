import assert from 'node:assert/strict';
import { Hasher, type ImportRow, type Outcome } from '../../../../src/core/delivery';
import { encodeOutcomes } from '../../../../src/core/delivery/ledger/rowCodes';
import { ImportRecord } from '../../../../src/core/delivery/ledger/importRecord';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import { OutcomeMarks } from '../../../../src/core/delivery/outcomeMarks';
import { foundAgain, toldRows } from '../../../../src/core/delivery/toldRows';
import { about } from '../../../support/delivery/ledgers';
import { rowAt, rowsOf } from '../../../support/delivery/rows';

const hasher = new Hasher('a key', createPhoneNumbers());

/** An import of these rows that came to as many of them as there are outcomes. */
function recordOf(rows: readonly ImportRow[], ...told: readonly Outcome[]): ImportRecord {
  const record = new ImportRecord({ t: 'run', v: 1, at: 'x', pid: 1, ...about(rows.length) });
  const hashes = rows.slice(0, told.length).map(({ values }) => hasher.row(values));
  record.add({ t: 'rows', from: 0, hashes: hashes.join('') });
  record.add({ t: 'out', rows: `0-${told.length - 1}`, outcomes: encodeOutcomes(told), ids: ['id'] });
  return record;
}

/** Line, from 0, outcome, which import told, and the place there. */
async function told(rows: readonly ImportRow[], ...records: readonly ImportRecord[]) {
  const marked = await toldRows({ groups: () => [rows] }, records, hasher);
  return marked.map(({ first, outcome, told: by, place }) => [first, outcome, by, place]);
}

describe('what imports tell of a file', () => {
  it('stands with its row, wherever that is now', async () => {
    const [a, b, c] = rowsOf(3) as [ImportRow, ImportRow, ImportRow];
    const record = recordOf([a, b, c], 'created', 'refused', 'unknown');
    const moved = [
      { ...c, line: 2 },
      { ...rowAt(9), line: 3 },
      { ...b, line: 4, record: `"x\ny"${b.record}` },
    ];
    assert.deepEqual(await told(moved, record), [
      [1, 'unknown', 0, 2],
      [3, 'refused', 0, 1],
    ]);
    const [, last] = await toldRows({ groups: () => [moved] }, [record], hasher);
    assert.deepEqual([last?.last, last?.lastLength], [4, `y"${b.record}`.length]);
  });

  it('is what the latest import tells that sent the row', async () => {
    const rows = rowsOf(3);
    const first = recordOf(rows, 'created', 'refused', 'refused');
    const second = recordOf(rows, 'notSent', 'notSent', 'created');
    assert.deepEqual(await told(rows, second, first), [
      [1, 'created', 1, 0],
      [2, 'refused', 1, 1],
      [3, 'created', 0, 2],
    ]);
  });

  it('tells apart what was found under another name, also by a summary', async () => {
    const rows = rowsOf(3);
    const record = recordOf(rows, 'present', 'present', 'created');
    const entry = {
      t: 'out',
      ids: ['id'],
      rows: '0-2',
      outcomes: encodeOutcomes(['present', 'present', 'created']),
    } as const;
    record.add({ ...entry, notes: 'o1x1n1' });
    assert.deepEqual(
      (await told(rows, record)).map(([, outcome]) => outcome),
      ['otherName', 'present', 'created'],
    );
    assert.deepEqual([record.toldCounts.otherNames, record.counts.present], [1, 2]);
    // What was found out later replaces it.
    record.add({ ...entry, rows: '0', outcomes: encodeOutcomes(['present']) });
    assert.equal(record.toldCounts.otherNames, 0);
  });

  it('is, of several rows that are alike, one each', async () => {
    const rows = [rowAt(4), { ...rowAt(4), line: 9 }];
    assert.deepEqual(await told(rows, recordOf(rows, 'created', 'refused')), [
      [5, 'created', 0, 0],
      [8, 'refused', 0, 1],
    ]);
  });

  it('is that it was not sent, of rows to which the latest import did not come', async () => {
    const rows = rowsOf(3);
    assert.deepEqual(await told(rows, recordOf(rows, 'created')), [
      [1, 'created', 0, 0],
      [2, 'notSent', 0, 1],
      [3, 'notSent', 0, 2],
    ]);
  });

  it('is nothing where the file was never sent, whose rows are not even read then', async () => {
    const groups = () => assert.fail('read');
    assert.deepEqual(await toldRows({ groups }, [], hasher), []);
  });
});

describe('rows whose marks are gone', () => {
  /** As {@link told}, after marks were made of the rows, and all but those on some lines went. */
  async function again(
    before: readonly ImportRow[],
    kept: readonly number[],
    now: readonly ImportRow[],
    ...records: readonly ImportRecord[]
  ) {
    const marked = await toldRows({ groups: () => [before] }, records, hasher);
    const marks = new OutcomeMarks(marked.filter(({ first }) => kept.includes(first)));
    const found = await foundAgain({ groups: () => [now] }, records, marks, hasher);
    return found.map(({ first, outcome, told: by, place }) => [first, outcome, by, place]);
  }

  it('are found again where they were moved, beside those that kept theirs', async () => {
    const [a, b, c] = rowsOf(3) as [ImportRow, ImportRow, ImportRow];
    const record = recordOf([a, b, c], 'created', 'refused', 'unknown');
    const moved = [a, { ...c, line: 3 }, { ...b, line: 4 }];
    assert.deepEqual(await again([a, b, c], [1], moved, record), [
      [1, 'created', 0, 0],
      [2, 'unknown', 0, 2],
      [3, 'refused', 0, 1],
    ]);
  });

  it('are not those that were edited, nor other ones in their place', async () => {
    const [a, b] = rowsOf(2) as [ImportRow, ImportRow];
    const record = recordOf([a, b, rowAt(2)], 'created', 'refused');
    const edited = { ...rowAt(8), line: b.line };
    assert.deepEqual(await again([a, b], [1], [a, edited], record), [[1, 'created', 0, 0]]);
  });

  it('do not take the place of one that is alike and kept its mark', async () => {
    const rows = [rowAt(4), { ...rowAt(4), line: 9 }];
    const record = recordOf(rows, 'created', 'refused');
    const now = [rowAt(4), { ...rowAt(4), line: 9 }, { ...rowAt(4), line: 11 }];
    assert.deepEqual(await again(rows, [8], now, record), [
      [5, 'created', 0, 0],
      [8, 'refused', 0, 1],
    ]);
  });

  it('are told by the latest import that did not leave them out', async () => {
    const rows = rowsOf(2);
    const first = recordOf(rows, 'created', 'refused');
    const second = recordOf(rows, 'notSent', 'unknown');
    assert.deepEqual(await again(rows, [], rows, second, first), [
      [1, 'created', 1, 0],
      [2, 'unknown', 0, 1],
    ]);
  });
});

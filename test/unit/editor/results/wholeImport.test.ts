import assert from 'node:assert/strict';
import { Hasher, ImportHistory, ImportLedger, recordedRows, reopen } from '../../../../src/core/delivery';
import type { RowResult } from '../../../../src/core/delivery';
import { resultRow } from '../../../../src/editor/results/resultRows';
import { countsOfWhole, rowsOfWhole, type WholeImport } from '../../../../src/editor/results/wholeImport';
import type { ResultRow, Results, RowOutcome } from '../../../../src/protocol/results';
import { plans } from '../../../support/delivery/knowledge';
import { about } from '../../../support/delivery/ledgers';
import { MemoryLedgerStore } from '../../../support/delivery/memoryStore';
import { contactOf, outgoingOf, rowAt, rowsOf } from '../../../support/delivery/rows';
import { contact, missing, resultsOf } from '../../../support/page/results';

const hasher = new Hasher('a key', plans);
const outcomes: readonly RowResult[] = [
  { outcome: 'created', contact: contactOf(rowAt(0)) },
  { outcome: 'refused', note: { kind: 'batch' } },
  { outcome: 'created', contact: contactOf(rowAt(2)) },
  { outcome: 'unknown' },
  { outcome: 'refused', note: { kind: 'batch' } },
];

/** An import of six rows, the last of which never left. `inFile`: the places of those that the file still has; none without a file. */
async function wholeOf(inFile?: readonly number[]): Promise<WholeImport> {
  const store = new MemoryLedgerStore();
  const ledger = await ImportLedger.begin(store, about(6, { key: hasher.key }));
  await ledger.rows(
    0,
    rowsOf(6).map(({ values }) => hasher.row(values)),
  );
  await ledger.settled(rowsOf(5), outcomes);
  await ledger.end();
  const history = new ImportHistory(store);
  const record = (await history.read('import-1'))?.record ?? assert.fail();
  const rows = (inFile ?? []).map((place, index) => ({ ...rowAt(place), index, line: index + 2 }));
  const source = {
    ...outgoingOf([]),
    digest: new Uint8Array(32),
    rowCount: rows.length,
    groups: () => [rows],
  };
  const contentOf = () => Promise.resolve({ source, heldBack: new Map<number, string>() });
  const found = inFile && (await reopen('import-1', { history, hasher, contentOf }));
  const reopened = found?.ok === true ? found.reopened : undefined;
  return {
    rowCount: 6,
    hasFile: reopened !== undefined,
    notSent: { heldBack: new Map() },
    outcomeAt: (place) => record.outcomeAt(place),
    rows: () => recordedRows(record, reopened),
  };
}

/** Of which only the second row is listed, with what the stream said of it; and a contact of no row. */
const words = 'No.';
const listed: Results = {
  ...resultsOf([
    missing(1, { outcome: 'refused', message: words }),
    contact(9, { outcome: 'unmatched', line: null, place: null }),
  ]),
  rowCount: 6,
  rowsNotListed: 5,
};

async function rowsIn(whole: WholeImport, results = listed, outcome?: RowOutcome): Promise<ResultRow[]> {
  const rows: ResultRow[] = [];
  const rowOf = (...[settled, notSent]: Parameters<Parameters<typeof rowsOfWhole>[2]['rowOf']>) =>
    resultRow(settled, notSent, ({ kind }) => kind);
  for await (const group of rowsOfWhole(whole, results, { rowOf, outcome })) rows.push(...group);
  return rows;
}

describe('an import of which only some rows are listed', () => {
  it('is exported with all of them, by what the history and the file tell, and with what is listed', async () => {
    const whole = await wholeOf([0, 1, 2, 3, 4, 5]);
    const rows = await rowsIn(whole);
    assert.deepEqual(
      rows.map(({ line, outcome, message }) => [line, outcome, message]),
      [
        [2, 'created', ''],
        [3, 'refused', words],
        [4, 'created', ''],
        [5, 'unknown', ''],
        [6, 'refused', ''],
        [7, 'notSent', ''],
        [null, 'unmatched', ''],
      ],
    );
    assert.deepEqual([rows[2]?.id, rows[2]?.firstName], [contactOf(rowAt(2)).id, rowAt(2).values.firstName]);
    const counts = await countsOfWhole(whole, listed);
    const all = [counts.created, counts.refused, counts.unknown, counts.notSent, counts.unmatched];
    assert.deepEqual(all, [2, 2, 1, 1, 1]);
  });

  it('is exported with rows that the file no longer has, and without any file', async () => {
    const some = await rowsIn(await wholeOf([5, 2]));
    assert.deepEqual(
      some.map(({ place, line, outcome }) => [place, line, outcome]),
      [
        [5, 2, 'notSent'],
        [2, 3, 'created'],
        [0, null, 'created'],
        // As it is listed.
        [1, 3, 'refused'],
        [3, null, 'unknown'],
        [4, null, 'refused'],
        [null, null, 'unmatched'],
      ],
    );
    const none = await rowsIn(await wholeOf());
    assert.equal(none.length, 7);
    assert.deepEqual([none[0]?.id, none[0]?.firstName], [contactOf(rowAt(0)).id, '']);
  });

  it('is exported by outcome, listed or not', async () => {
    const whole = await wholeOf([0, 1, 2, 3, 4, 5]);
    const linesOf = async (outcome: RowOutcome) =>
      (await rowsIn(whole, listed, outcome)).map(({ line }) => line);
    assert.deepEqual(await linesOf('created'), [2, 4]);
    assert.deepEqual(await linesOf('refused'), [3, 6]);
    assert.deepEqual(await linesOf('unmatched'), [null]);
    const counts = await countsOfWhole(whole, listed, 'refused');
    assert.deepEqual([counts.refused, counts.created, counts.unmatched], [2, 0, 0]);
  });

  it('has rows that wait as long as it goes on, but for those that are held back', async () => {
    const whole = await wholeOf([0, 1, 2, 3, 4, 5]);
    const running = { ...listed, running: 'Sending' };
    assert.equal((await rowsIn(whole, running))[5]?.outcome, 'waiting');
    assert.equal((await countsOfWhole(whole, running)).waiting, 1);
    const held = { ...whole, notSent: { heldBack: new Map([[5, 'no name']]) } };
    assert.deepEqual((await rowsIn(held, running))[5]?.message, 'no name');
    assert.equal((await countsOfWhole(held, running)).notSent, 1);
  });
});

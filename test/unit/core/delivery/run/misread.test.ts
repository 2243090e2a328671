import assert from 'node:assert/strict';
import {
  doubtfulRows,
  Hasher,
  hashesOf,
  ImportHistory,
  ImportLedger,
  ImportRun,
  plannedContent,
  plansFor,
  type ImportRow,
} from '../../../../../src/core/delivery';
import { create } from '../../../../support/delivery/importing';
import { knownIds } from '../../../../support/delivery/knowledge';
import { about } from '../../../../support/delivery/ledgers';
import { MemoryLedgerStore } from '../../../../support/delivery/memoryStore';
import { TestParts } from '../../../../support/delivery/parts';
import { contactOf, header, outgoingOf, rowAt, rowsOf } from '../../../../support/delivery/rows';
import {
  answered,
  failed,
  failure,
  pagesOf,
  ScriptedCalls,
} from '../../../../support/delivery/scriptedCalls';
import { plans as numberPlans } from '../../../../support/delivery/knowledge';

/** Rows of which one has a text that does not read as it was checked. */
function rowsWithFault(count: number, at: number): ImportRow[] {
  return rowsOf(count).map((row) =>
    row.index === at ? { ...row, record: row.record.replace(',Mr,', ',Mrs,') } : row,
  );
}

const misread = (index: number) => ({
  why: 'misread',
  mismatch: { what: 'value', row: { index, line: index + 2 }, column: 3 },
});

function partsOf(rows: readonly ImportRow[], calls: ScriptedCalls): TestParts {
  return new TestParts(rows, calls, { limits: { rows: 2, bytes: 900_000 } });
}

describe('a request that does not hold what was checked', () => {
  it('does not leave, nor does anything behind it; nothing is written down of its rows', async () => {
    const rows = rowsWithFault(6, 3);
    const calls = new ScriptedCalls(create);
    const parts = partsOf(rows, calls);
    assert.deepEqual(await new ImportRun(parts).send(outgoingOf(rows)), misread(3));
    assert.deepEqual(calls.imports, [[0, 1]]);
    assert.deepEqual(parts.outcomes, [
      'created',
      'created',
      ...['notSent', 'notSent'],
      ...['notSent', 'notSent'],
    ]);
    assert.deepEqual(parts.notes, ['sending 0 1', 'import', 'settled 0 created 1 created']);
    assert.equal(parts.activities.length, 1);
  });

  it('does not leave as the whole text either', async () => {
    const rows = rowsOf(2);
    const calls = new ScriptedCalls(create);
    const parts = partsOf(rows, calls);
    const whole = [header, rowAt(0).record, '', rowAt(1).record.replace('row1', 'row2')].join('\r\n');
    assert.deepEqual(
      await new ImportRun(parts).send(outgoingOf(rows, { whole: { text: whole, records: [1, 3] } })),
      {
        why: 'misread',
        mismatch: { what: 'value', row: { index: 1, line: 3 }, column: 1 },
      },
    );
    assert.deepEqual([calls.imports, parts.notes, parts.outcomes], [[], [], ['notSent', 'notSent']]);
  });

  it('does not leave when its header is another one', async () => {
    const rows = rowsOf(2);
    const calls = new ScriptedCalls(create);
    const parts = partsOf(rows, calls);
    const content = outgoingOf(rows, { header: header.replace('firstName', 'lastName') });
    const mismatch = { what: 'header', column: 1 };
    assert.deepEqual(await new ImportRun(parts).send(content), { why: 'misread', mismatch });
    assert.deepEqual([calls.imports, parts.notes], [[], []]);
  });

  it('does not leave as a half of one that was too large', async () => {
    const rows = rowsOf(4);
    const calls = new ScriptedCalls((request) => {
      // The text of a row turns to something else while the first request is on its way.
      Object.assign(rows[3] ?? {}, { record: rowAt(9).record });
      return request.places.length > 2 ? failed(failure('tooLarge')) : create(request);
    });
    const parts = new TestParts(rows, calls);
    assert.deepEqual(await new ImportRun(parts).send(outgoingOf(rows)), {
      why: 'misread',
      mismatch: { what: 'value', row: { index: 3, line: 5 }, column: 1 },
    });
    assert.deepEqual(calls.imports, [
      [0, 1, 2, 3],
      [0, 1],
    ]);
    assert.deepEqual(parts.outcomes, ['created', 'created', 'notSent', 'notSent']);
  });

  it('ends a search for refused rows; those that are not sent again stay refused', async () => {
    const rows = rowsWithFault(4, 2);
    const calls = new ScriptedCalls(
      create,
      pagesOf(() => [contactOf(rowAt(50))]),
    );
    // Their request was over long ago.
    const past = { pastAt: () => ({ request: { startedAt: 0, endedAt: 1 } }), created: [] };
    const parts = new TestParts(rows, calls, { limits: { rows: 2, bytes: 900_000 }, past });
    for (const row of rows) parts.settle(row, { outcome: 'refused' });
    assert.deepEqual(await new ImportRun(parts).findRefused(outgoingOf([]), rows), misread(2));
    assert.deepEqual(calls.imports, [[0], [1]]);
    assert.deepEqual(parts.outcomes, ['created', 'created', 'refused', 'refused']);
  });

  it('stops an import whose other rows can be sent by another one, which knows what became of all of them', async () => {
    const store = new MemoryLedgerStore();
    const hasher = new Hasher('a key', numberPlans);
    const rows = rowsWithFault(10, 7);
    const source = { ...outgoingOf(rows), digest: new Uint8Array(32), rowCount: 10, groups: () => [rows] };
    const history = new ImportHistory(store);
    const plans = async (heldBack: ReadonlyMap<number, string>) =>
      await plansFor(
        { source, heldBack },
        2,
        await history.earlierOn(about(10).stream, hasher.key, () => hashesOf(source, hasher)),
        hasher,
      );

    const ledger = await ImportLedger.begin(store, about(10, { key: hasher.key }));
    const old = contactOf(rowAt(1));
    const calls = new ScriptedCalls(
      (request) =>
        [
          answered([contactOf(rowAt(0)), old]),
          failed(failure('timeout', { effect: 'unknown' })),
          failed(failure('validation')),
        ][request.number] ?? create(request),
    );
    const earlier = () => Promise.resolve(knownIds([old.id]));
    const more = { journal: ledger, limits: { rows: 2, bytes: 900_000 }, knownIds: earlier };
    const stopped = new ImportRun(new TestParts(rows, calls, more));
    const content = await plannedContent(source, (await plans(new Map())).all, ledger, hasher);
    assert.deepEqual(await stopped.send(content), misread(7));
    await ledger.end();
    assert.deepEqual(calls.imports, [
      [0, 1],
      [2, 3],
      [4, 5],
    ]);

    const { all, fresh, counts } = await plans(new Map([[7, 'misread']]));
    assert.deepEqual(counts, { created: 1, present: 1, doubtful: 4, refused: 0 });
    assert.ok(fresh);
    const left = rows.filter((row) => fresh.includes(row)).map(({ index }) => index);
    assert.deepEqual(left, [2, 3, 4, 5, 6, 8, 9]);
    for (const plan of [all, fresh]) {
      const lookedFor = [...(await doubtfulRows(source, plan)).keys()];
      assert.deepEqual(
        lookedFor.map(({ index }) => index),
        [2, 3, 4, 5],
      );
    }
  });
});

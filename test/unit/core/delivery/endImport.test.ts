import assert from 'node:assert/strict';
import {
  endImport,
  ImportHistory,
  ImportLedger,
  ImportReport,
  type ImportEnd,
} from '../../../../src/core/delivery';
import { ClaimLost } from '../../../../src/core/delivery/claims/claimedJournal';
import { unknown } from '../../../../src/core/delivery/run/ports';
import { about } from '../../../support/delivery/ledgers';
import { MemoryLedgerStore } from '../../../support/delivery/memoryStore';
import { rowsOf } from '../../../support/delivery/rows';

const rows = rowsOf(3);
const done: ImportEnd = { why: 'done' };

describe('the end of an import', () => {
  let store: MemoryLedgerStore;
  let ledger: ImportLedger;
  let report: ImportReport;
  let claim: { held: boolean; wasRemoved: boolean; released: boolean };
  beforeEach(async () => {
    store = new MemoryLedgerStore();
    ledger = await ImportLedger.begin(store, about(3));
    await ledger.rows(
      0,
      rows.map(({ index }) => `hash of ${index}`.padEnd(22, '.')),
    );
    report = new ImportReport(3);
    claim = { held: true, wasRemoved: false, released: false };
  });

  async function end(work: () => Promise<ImportEnd> = () => Promise.resolve(done)) {
    return await endImport(work, () => ({
      ledger,
      report,
      history: new ImportHistory(store),
      source: { groups: () => [rows] },
      claim: {
        isHeld: () => Promise.resolve(claim.held),
        wasRemoved: claim.wasRemoved,
        release: () => {
          claim.released = true;
          return Promise.resolve();
        },
      },
    }));
  }

  const lines = () => (store.texts.get('import-1') ?? []).map((line) => /"t":"(\w+)"/.exec(line)?.[1]);
  const outcomes = () => rows.map(({ index }) => report.outcomeAt(index));

  it('is written down, and the stream is free then', async () => {
    await ledger.settled(rows, [unknown, unknown, unknown]);
    for (const row of rows) report.settle(row, unknown);
    assert.deepEqual(await end(), done);
    assert.deepEqual([lines(), claim.released], [['run', 'rows', 'out', 'end'], true]);
    assert.deepEqual(store.opened, []);
  });

  it('of which nothing has left, as its ledger tells too, leaves none', async () => {
    assert.deepEqual(await end(), done);
    assert.deepEqual([[...store.texts.keys()], store.opened, claim.released], [[], [], true]);
  });

  it('leaves its ledger when that cannot tell, or its claim was removed', async () => {
    claim = { held: false, wasRemoved: true, released: false };
    assert.deepEqual(await end(), done);
    assert.deepEqual(lines(), ['run', 'rows', 'end']);
    store.texts.set('import-1', ['damaged', ...(store.texts.get('import-1') ?? [])]);
    claim = { held: true, wasRemoved: false, released: false };
    ledger = await ImportLedger.resume(store, 'import-1');
    await end();
    assert.deepEqual(lines().at(-1), 'end');
  });

  it('tells of rows that may have left, by the ledger, whatever the report says, and the ledger stays', async () => {
    await ledger.sending(rows.slice(1));
    const error = new Error('the secret storage is locked');
    assert.deepEqual(await end(() => Promise.reject(error)), { why: 'brokeOff', error });
    assert.deepEqual(outcomes(), ['notSent', 'unknown', 'unknown']);
    assert.deepEqual(lines(), ['run', 'rows', 'send', 'end']);
  });

  for (const [what, work] of [
    ['when something was to be written', () => Promise.reject(new ClaimLost())],
    ['in the end', () => Promise.resolve(done)],
    ['when something else broke', () => Promise.reject(new Error('broken'))],
  ] as const) {
    it(`is another window's to tell when that has taken over: found out ${what}`, async () => {
      claim.held = false;
      const before = lines();
      assert.deepEqual(await end(work), { why: 'takenOver' });
      // Neither written to nor deleted, though nothing had left from here, nor kept alive.
      assert.deepEqual([lines(), store.opened, claim.released], [before, [], true]);
    });
  }

  it('is told with what is known when it cannot be written down', async () => {
    for (const row of rows) report.settle(row, unknown);
    store.broken = new Error('no space left');
    assert.deepEqual(await end(), { why: 'brokeOff', error: store.broken });
    assert.deepEqual(
      [outcomes(), store.opened, claim.released],
      [['unknown', 'unknown', 'unknown'], [], true],
    );
    const first = new Error('the first');
    ledger = await ImportLedger.begin(Object.assign(store, { broken: undefined }), about(3, { id: 'other' }));
    store.broken = new Error('the second');
    assert.deepEqual(await end(() => Promise.reject(first)), { why: 'brokeOff', error: first });
  });
});

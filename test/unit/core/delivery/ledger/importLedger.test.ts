import assert from 'node:assert/strict';
import { forget, ImportLedger } from '../../../../../src/core/delivery';
import { readEntry } from '../../../../../src/core/delivery/ledger/entries';
import { useStoppedClock } from '../../../../support/delivery/clock';
import { about } from '../../../../support/delivery/ledgers';
import { MemoryLedgerStore } from '../../../../support/delivery/memoryStore';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';

describe('the ledger of an import', () => {
  const clock = useStoppedClock();
  const at = '2026-01-15T12:00:00.000Z';
  const now = () => Date.parse(at);

  function parsed(store: MemoryLedgerStore) {
    return (store.texts.get('import-1') ?? []).map((line) => readEntry(line));
  }

  it('says what is sent where, and every step of it, in order', async () => {
    const store = new MemoryLedgerStore();
    const ledger = await ImportLedger.begin(store, about(3), now);
    assert.equal(ledger.id, 'import-1');
    await ledger.rows(0, ['hash0------number0----', 'hash1------number1----', 'hash2------number2----']);
    await ledger.sending(rowsOf(3));
    const created = { outcome: 'created', contact: contactOf(rowAt(1)) } as const;
    const present = { outcome: 'present', contact: contactOf(rowAt(2)) } as const;
    const refused = { outcome: 'refused', words: 'row0 is bad' } as const;
    await ledger.settled(rowsOf(3), [refused, created, present], {
      startedAt: now() - 1_500,
      endedAt: now(),
    });
    await ledger.missed([rowAt(0)], now());
    await ledger.settled([rowAt(0)], [{ outcome: 'absent' }]);
    await ledger.settled([rowAt(0)], [{ outcome: 'unknown' }], { endedAt: now() });
    await ledger.end();
    assert.deepEqual(parsed(store), [
      { t: 'run', v: 1, at, pid: process.pid, ...about(3) },
      { t: 'rows', from: 0, hashes: 'hash0------number0----hash1------number1----hash2------number2----' },
      { t: 'send', rows: '0-2', at },
      { t: 'out', rows: '0-2', outcomes: 'i1c1p1', ids: ['id1'], at, ms: 1_500 },
      { t: 'missed', rows: '0', at },
      { t: 'out', rows: '0', outcomes: 'a1', ids: [] },
      { t: 'out', rows: '0', outcomes: 'u1', ids: [], at },
      { t: 'end', at },
    ]);
  });

  it('holds no name, no number, and no word of the stream', async () => {
    const store = new MemoryLedgerStore();
    const ledger = await ImportLedger.begin(store, about(1), now);
    await ledger.sending(rowsOf(1));
    await ledger.settled(rowsOf(1), [{ outcome: 'refused', words: 'row0 is bad' }]);
    const texts = { storedAs: 'row0 test', status: 'bad', createdAt: '9000000000' } as const;
    for (const [kind, text] of Object.entries(texts) as [keyof typeof texts, string][])
      await ledger.settled(rowsOf(1), [{ outcome: 'unknown', note: { kind, text } }]);
    await ledger.end();
    const text = (store.texts.get('import-1') ?? []).join();
    assert.doesNotMatch(text, /row0|test|9000000000|bad/);
    const told = parsed(store).flatMap((entry) => (entry?.t === 'out' ? [entry.notes] : []));
    assert.deepEqual(told, [undefined, 'n1', 's1', 't1']);
  });

  it('goes on in the same ledger, and says until when somebody may have been at work on it', async () => {
    const store = new MemoryLedgerStore();
    await (await ImportLedger.begin(store, about(1), now)).end();
    // The next sign of life would have come five seconds after the last one, and nobody lives longer than until now.
    for (const [touched, seen] of [
      [now() - 60_000, '2026-01-15T11:59:05.000Z'],
      [now() - 1_000, at],
    ] as const) {
      store.touched.set('import-1', touched);
      const ledger = await ImportLedger.resume(store, 'import-1', now);
      await ledger.end();
      assert.deepEqual(parsed(store).slice(-2), [
        { t: 'resume', at, pid: process.pid, seen },
        { t: 'end', at },
      ]);
    }
  });

  it('says that what is left is not wanted', async () => {
    const store = new MemoryLedgerStore();
    await (await ImportLedger.begin(store, about(1), now)).end();
    await forget(store, 'import-1');
    assert.deepEqual(parsed(store).at(-1), { t: 'forget' });
    assert.deepEqual(store.opened, []);
  });

  it('gives signs of life until it ends', async () => {
    const store = new MemoryLedgerStore();
    const ledger = await ImportLedger.begin(store, about(1), now);
    const touched = () => store.touched.get('import-1');
    const begun = touched() ?? 0;
    await clock().tickAsync(4_999);
    assert.equal(touched(), begun);
    await clock().tickAsync(1);
    assert.equal(touched(), begun + 5_000);
    await clock().tickAsync(10_000);
    assert.equal(touched(), begun + 15_000);
    await ledger.end();
    assert.deepEqual([clock().countTimers(), store.opened], [0, []]);
  });

  it('does not mind a sign of life that fails', async () => {
    class Lifeless extends MemoryLedgerStore {
      override async open(id: string) {
        return { ...(await super.open(id)), touch: () => Promise.reject(new Error('the drive is gone')) };
      }
    }
    const store = new Lifeless();
    const ledger = await ImportLedger.begin(store, about(1), now);
    await clock().tickAsync(5_000);
    await ledger.end();
  });

  it('is closed, and gives no sign of life, when its end, or its beginning, cannot be written', async () => {
    const full = new Error('no space left');
    const store = new MemoryLedgerStore();
    const ledger = await ImportLedger.begin(store, about(1), now);
    store.broken = full;
    await assert.rejects(ledger.end(), full);
    await assert.rejects(ImportLedger.begin(store, about(1, { id: 'import-2' }), now), full);
    // Half a line would be taken for a ledger that was damaged.
    assert.deepEqual(await store.list(), ['import-1']);
    await assert.rejects(ImportLedger.resume(store, 'import-1', now), full);
    await assert.rejects(forget(store, 'import-1'), full);
    assert.deepEqual([clock().countTimers(), store.opened], [0, []]);
  });
});

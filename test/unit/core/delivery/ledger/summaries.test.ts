import assert from 'node:assert/strict';
import fs from 'node:fs';
import { FileLedgerStore, forget, ImportHistory, ImportLedger } from '../../../../../src/core/delivery';
import { useFolder } from '../../../../support/delivery/folder';
import { about } from '../../../../support/delivery/ledgers';
import { MemoryLedgerStore } from '../../../../support/delivery/memoryStore';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';

/** Counts how often ledgers are read. */
class CountingStore extends MemoryLedgerStore {
  reads: string[] = [];
  override async *lines(id: string): AsyncGenerator<string> {
    this.reads.push(id);
    yield* super.lines(id);
  }
}

const at = (minute: number) => () => Date.UTC(2026, 0, 1, 10, minute);

/** An import of three rows of which one was created, begun in that minute. */
async function leave(store: MemoryLedgerStore, id: string, minute: number, ends = true): Promise<void> {
  const ledger = await ImportLedger.begin(store, about(3, { id }), at(minute));
  await ledger.sending(rowsOf(1));
  await ledger.settled(rowsOf(1), [{ outcome: 'created', contact: contactOf(rowAt(0)) }]);
  if (ends) await ledger.end();
}

describe('summaries of imports', () => {
  const folder = useFolder();
  let store: CountingStore;
  beforeEach(() => (store = new CountingStore()));
  const ids = async (history: ImportHistory) => (await history.summaries()).map(({ id }) => id);

  it('name file, stream, counts and state of each, the latest first', async () => {
    await leave(store, 'a', 1);
    await leave(store, 'b', 2);
    await forget(store, 'b');
    const [b, a] = await new ImportHistory(store).summaries();
    assert.equal(b?.id, 'b');
    assert.equal(b.state, 'forgotten');
    assert.deepEqual(
      { ...a, counts: { created: a?.counts.created, notSent: a?.counts.notSent } },
      {
        ...{ id: 'a', at: '2026-01-01T10:01:00.000Z', fileUri: 'file:///contacts.csv', rows: 3, key: 'key' },
        ...{ stream: { name: 'Test', host: 'https://a.example', streamId: 'st-1' }, pid: process.pid },
        ...{ counts: { created: 1, notSent: 2 }, hasRefusedWhole: false, state: 'ended' },
      },
    );
  });

  it('tell what goes on from what was cut off', async () => {
    await leave(store, 'a', 1, false);
    const now = store.touched.get('a') ?? 0;
    const stateIn = async (ms: number) =>
      (await new ImportHistory(store, () => now + ms).summaries()).map(({ state }) => state);
    assert.deepEqual(await stateIn(1_000), ['goingOn']);
    assert.deepEqual(await stateIn(60_000), ['cutOff']);
  });

  it('are made of ledgers that have changed alone, also in the next window', async () => {
    await leave(store, 'a', 1);
    await leave(store, 'b', 2);
    const history = new ImportHistory(store);
    await history.summaries();
    store.reads = [];
    assert.deepEqual(await ids(history), ['b', 'a']);
    assert.deepEqual(await ids(new ImportHistory(store)), ['b', 'a']);
    assert.deepEqual(store.reads, []);
    await forget(store, 'a');
    assert.equal((await history.summaries())[1]?.state, 'forgotten');
    await store.delete('b');
    assert.deepEqual(await ids(history), ['a']);
    assert.deepEqual(store.reads, ['a']);
  });

  it('of what goes on are made each time', async () => {
    await leave(store, 'a', 1, false);
    const history = new ImportHistory(store);
    assert.equal((await history.summaries())[0]?.state, 'goingOn');
    assert.equal(store.keptSummaries, undefined);
    store.reads = [];
    await history.summaries();
    assert.deepEqual(store.reads, ['a']);
  });

  it('are made anew where what was kept is damaged, line by line, or of another version', async () => {
    await leave(store, 'a', 1);
    await leave(store, 'b', 2);
    const good = (await new ImportHistory(store).summaries(), store.keptSummaries ?? '');
    for (const [harmed, reads] of [
      [good.replace('"id":"a"', '"id":"c"'), ['a']],
      [good.slice(good.indexOf('\n') + 1), ['a', 'b']],
      ['', ['a', 'b']],
    ] as const) {
      store.keptSummaries = harmed;
      store.reads = [];
      assert.deepEqual(await ids(new ImportHistory(store)), ['b', 'a']);
      assert.deepEqual(store.reads.toSorted(), reads);
      assert.equal(store.keptSummaries.length, good.length);
    }
  });

  it('are a file beside the ledgers that only its owner may read, and is none of them', async () => {
    const files = new FileLedgerStore(folder());
    await (await ImportLedger.begin(files, about(1, { id: 'a' }))).end();
    assert.equal((await new ImportHistory(files).summaries()).length, 1);
    assert.deepEqual(fs.readdirSync(folder()).toSorted(), ['a.jsonl', 'summaries']);
    assert.deepEqual(await files.list(), ['a']);
    assert.ok((await files.summaries())?.includes('contacts.csv'));
    if (process.platform !== 'win32') assert.equal(fs.statSync(`${folder()}/summaries`).mode & 0o777, 0o600);
  });
});

import assert from 'node:assert/strict';
import { ImportHistory, ImportLedger, importsOfFile, moveFiles } from '../../../../src/core/delivery';
import { about } from '../../../support/delivery/ledgers';
import { MemoryLedgerStore } from '../../../support/delivery/memoryStore';
import { rowsOf } from '../../../support/delivery/rows';

const untitled = 'untitled:/contacts.csv';
const saved = 'file:///contacts.csv';
const renamed = 'file:///people.csv';

/** Ledgers of imports of these files that ended; the ids are their places. */
async function storeOf(...uris: readonly string[]): Promise<MemoryLedgerStore> {
  const store = new MemoryLedgerStore();
  for (const [id, uri] of uris.entries()) {
    const ledger = await ImportLedger.begin(store, about(2, { id: String(id), file: { uri, hash: 'x' } }));
    await ledger.sending(rowsOf(1));
    await ledger.end();
  }
  return store;
}

const from = (old: string, now: string) => (uri: string) => (uri === old ? now : undefined);

describe('a file that was moved', () => {
  it('keeps its imports, and again when it is moved once more', async () => {
    const store = await storeOf(untitled, untitled, 'file:///b.csv');
    const history = new ImportHistory(store);
    const idsOf = async (uri: string) => {
      const ids: string[] = [];
      for await (const { begun } of importsOfFile(uri, history, 'key')) ids.push(begun.id);
      return ids.toSorted();
    };
    assert.equal(await moveFiles(from(untitled, saved), history, store), 2);
    assert.deepEqual([await idsOf(saved), await idsOf(untitled)], [['0', '1'], []]);
    assert.equal(await moveFiles(from(saved, renamed), history, store), 2);
    assert.deepEqual([await idsOf(renamed), await idsOf('file:///b.csv')], [['0', '1'], ['2']]);
    assert.equal(await moveFiles(from(saved, renamed), history, store), 0);
  });

  it('is found by what goes on with the import, whose rows are what they were', async () => {
    const store = await storeOf(untitled);
    const history = new ImportHistory(store);
    await moveFiles(from(untitled, saved), history, store);
    const { record, isAlive } = (await history.read('0')) ?? assert.fail();
    assert.equal(record.fileUri, saved);
    assert.deepEqual([isAlive, record.ended, record.count('unknown')], [false, true, 1]);
    assert.deepEqual(await history.cutOff(), []);
  });

  it('makes no ledger of an import that was deleted meanwhile', async () => {
    const store = await storeOf(untitled);
    const history = new ImportHistory(store);
    const summaries = await history.summaries();
    await store.delete('0');
    assert.equal(
      await moveFiles(from(untitled, saved), { summaries: () => Promise.resolve(summaries) }, store),
      0,
    );
    assert.deepEqual(await store.list(), []);
  });
});

import assert from 'node:assert/strict';
import { ImportHistory, ImportLedger, importsOfFile, type ImportRecord } from '../../../../src/core/delivery';
import { about } from '../../../support/delivery/ledgers';
import { MemoryLedgerStore } from '../../../support/delivery/memoryStore';

describe('imports of a file', () => {
  it('are those to the stream of its last one, with the key in use, the latest first', async () => {
    const store = new MemoryLedgerStore();
    const file = { uri: 'file:///contacts.csv', hash: 'x' };
    const elsewhere = { name: 'Other', host: 'https://b.example', streamId: 'st-2' };
    for (const [minute, [id, more]] of [
      ['first', {}],
      ['elsewhere', { stream: elsewhere }],
      ['otherKey', { key: 'lost' }],
      ['second', {}],
      ['otherFile', { file: { ...file, uri: 'file:///b.csv' } }],
    ].entries() as ArrayIterator<[number, [string, object]]>) {
      const ledger = await ImportLedger.begin(store, about(1, { id, ...more }), () =>
        Date.UTC(2026, 0, 1, 1, minute),
      );
      await ledger.end();
    }
    const history = new ImportHistory(store);
    const idsOf = async (until?: string) => {
      const ids: string[] = [];
      for await (const { begun } of importsOfFile(file.uri, history, 'key', { until })) ids.push(begun.id);
      return ids;
    };
    assert.deepEqual(await idsOf(), ['second', 'first']);
    assert.deepEqual(await idsOf('first'), ['second']);
    assert.deepEqual(await idsOf('second'), []);
    assert.deepEqual(await idsOf('not of this file'), ['second', 'first']);
  });

  it('tell nothing while they go on where only those that are over are wanted', async () => {
    const store = new MemoryLedgerStore();
    const ledger = await ImportLedger.begin(store, about(1));
    const history = new ImportHistory(store);
    const count = async (isOver: boolean) => {
      const imports: ImportRecord[] = [];
      const asked = importsOfFile('file:///contacts.csv', history, 'key', { isOver });
      for await (const record of asked) imports.push(record);
      return imports.length;
    };
    assert.deepEqual(
      [await count(false), await count(true), await history.isOver('import-1')],
      [1, 0, false],
    );
    await ledger.end();
    assert.deepEqual([await count(true), await history.isOver('import-1')], [1, true]);
  });
});

import assert from 'node:assert/strict';
import { Hasher, type ImportRow } from '../../../../src/core/delivery';
import { ImportRecord } from '../../../../src/core/delivery/ledger/importRecord';
import { RowsByHash } from '../../../../src/core/delivery/rowsByHash';
import { about } from '../../../support/delivery/ledgers';
import { rowAt, rowsOf } from '../../../support/delivery/rows';
import { plans } from '../../../support/delivery/knowledge';

describe('rows by hash', () => {
  const hasher = new Hasher('a key', plans);

  async function byHashOf(rows: readonly ImportRow[], known = rows.length): Promise<RowsByHash> {
    const record = new ImportRecord({ t: 'run', v: 1, at: 'x', pid: 1, ...about(rows.length) });
    const hashes = rows.slice(0, known).map(({ values }) => hasher.row(values));
    record.add({ t: 'rows', from: 0, hashes: hashes.join('') });
    return await RowsByHash.of(record, hasher);
  }

  it('finds rows wherever they stand now, with their place in the import', async () => {
    const byHash = await byHashOf(rowsOf(3));
    const moved = { ...rowAt(2), index: 0, line: 7 };
    assert.deepEqual(byHash.take(moved), { ...moved, index: 2 });
    assert.equal(byHash.missing, 2);
    assert.equal(byHash.take({ ...rowAt(0), index: 5 })?.index, 0);
  });

  it('does not find a row that is new, or was edited', async () => {
    const byHash = await byHashOf(rowsOf(2));
    assert.equal(byHash.take(rowAt(9)), undefined);
    assert.equal(byHash.take({ ...rowAt(1), values: { ...rowAt(1).values, salutation: 'Mrs' } }), undefined);
    assert.equal(byHash.missing, 2);
  });

  it('lets each of several equal rows stand for one of the import, in order', async () => {
    const byHash = await byHashOf([rowAt(4), rowAt(7), rowAt(4)]);
    const take = () => byHash.take(rowAt(4))?.index;
    assert.deepEqual([take(), take(), take()], [0, 2, undefined]);
    assert.equal(byHash.missing, 1);
  });

  it('knows nothing of rows whose hashes were not written down', async () => {
    const byHash = await byHashOf(rowsOf(3), 1);
    assert.equal(byHash.missing, 1);
    assert.equal(byHash.take(rowAt(1)), undefined);
  });

  it('tells which were not found, those that were never named too', async () => {
    const byHash = await byHashOf([...rowsOf(4), rowAt(9)], 4);
    byHash.take(rowAt(1));
    const left: number[] = [];
    for await (const place of byHash.placesLeft()) left.push(place);
    assert.deepEqual(left, [0, 2, 3, 4]);
  });
});

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { hashLength, keyedLength, numberIn } from '../../../../../src/core/delivery/ledger/entries';
import { hashBytes, hashIn, writeHash } from '../../../../../src/core/delivery/ledger/hashBytes';
import { HashTable } from '../../../../../src/core/delivery/ledger/hashTable';
import { RowsByNumber } from '../../../../../src/core/delivery/ledger/rowsByNumber';

const randomHash = () => randomBytes(17).toString('base64url').slice(0, hashLength);
/** What is the same of all hashes with the same bytes. */
const kept = (hash: string) => {
  const bytes = Buffer.alloc(hashBytes);
  assert.equal(writeHash(hash, bytes, 0), hashBytes);
  return hashIn(bytes, 0);
};

describe('hashes, millions of them', () => {
  const hashes = Array.from({ length: 20_000 }, randomHash);

  it('are known by 64 bits of each half', () => {
    for (const hash of hashes.slice(0, 100)) {
      const again = kept(hash);
      assert.equal(again.length, hashLength);
      assert.equal(kept(again), again);
      for (const half of [0, keyedLength])
        assert.equal(again.slice(half, half + 10), hash.slice(half, half + 10));
    }
  });

  it('keep what is known by each, whole or by its number, though the tables grow', () => {
    const table = new HashTable();
    const names = [...hashes, ...hashes.map(numberIn)];
    for (const [index, name] of names.entries()) table.set(name, index + 1);
    for (const name of names.slice(0, 5_000)) table.set(name, 0);
    assert.equal(table.size, names.length);
    for (const [index, name] of names.entries()) assert.equal(table.get(name), index < 5_000 ? 0 : index + 1);
    for (const hash of hashes) assert.equal(table.get(kept(hash)), table.get(hash));
    for (let other = 0; other < 1_000; other++) assert.equal(table.get(randomHash()), undefined);
    assert.deepEqual([...new HashTable().keys()], []);
    assert.deepEqual(new Set(Array.from(table.keys(), (key) => key)).size, names.length);
  });

  it('are found by their numbers, across blocks', () => {
    const rows = new RowsByNumber();
    const [number = ''] = hashes.map(numberIn);
    const alike = Array.from({ length: 5_000 }, () => randomHash().slice(0, keyedLength) + number);
    for (const [index, hash] of hashes.slice(1, 5_001).entries()) {
      rows.add(hash);
      rows.add(alike[index] ?? '');
    }
    assert.deepEqual(rows.with(number).toSorted(), alike.map(kept).toSorted());
    assert.deepEqual(rows.with(numberIn(hashes[1] ?? '')), [kept(hashes[1] ?? '')]);
    assert.deepEqual(rows.with(numberIn(randomHash())), []);
  });
});

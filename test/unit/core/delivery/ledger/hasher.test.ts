import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Hasher, newHashKey, RowsByHash, type ImportRow } from '../../../../../src/core/delivery';
import { ImportRecord } from '../../../../../src/core/delivery/ledger/importRecord';
import { about } from '../../../../support/delivery/ledgers';
import { rowAt, rowsOf } from '../../../../support/delivery/rows';

describe('the hasher', () => {
  const hasher = new Hasher('a key');
  const { values } = rowAt(1);

  it('gives a row 11 characters by its values, wherever its columns stand', () => {
    assert.match(hasher.row(values), /^[\w-]{11}$/);
    const turned = Object.fromEntries(Object.entries(values).reverse());
    assert.equal(hasher.row(turned), hasher.row({ ...values }));
  });

  it('stays what it is, or older ledgers could not be read', () => {
    assert.equal(hasher.row(values), 'TbkTyBeh-wj');
    assert.equal(hasher.key, 'leJ4rpPsQcY');
  });

  it('tells every value from another, and from the one in the next column', () => {
    const all = [
      values,
      { ...values, firstName: 'row2' },
      { ...values, firstName: '', lastName: 'row1test' },
      { ...values, firstName: 'row1","test', lastName: '' },
      { ...values, cellPhoneExtension: '' },
      {},
    ].map((one) => hasher.row(one));
    assert.equal(new Set(all).size, all.length);
  });

  it('takes a missing column for an empty one', () => {
    const { salutation, ...rest } = values;
    assert.equal(salutation, 'Mr');
    assert.equal(hasher.row(rest), hasher.row({ ...values, salutation: '' }));
  });

  it('tells nothing without the key, and which key it was with it', () => {
    const other = new Hasher('another key');
    const digest = createHash('sha256').update('file').digest();
    assert.notEqual(other.row(values), hasher.row(values));
    assert.notEqual(other.file(digest), hasher.file(digest));
    assert.notEqual(other.key, hasher.key);
    assert.equal(new Hasher('a key').key, hasher.key);
    assert.equal(new Hasher('a key').file(digest), hasher.file(digest));
    assert.match(hasher.file(digest), /^[\w-]{11}$/);
  });

  it('makes keys of 256 bits, each another one', () => {
    assert.match(newHashKey(), /^[\w-]{43}$/);
    assert.notEqual(newHashKey(), newHashKey());
  });
});

describe('places by hash', () => {
  const hasher = new Hasher('a key');

  function placesOf(rows: readonly ImportRow[], known = rows.length): RowsByHash {
    const record = new ImportRecord({ t: 'run', v: 1, at: 'x', pid: 1, ...about(rows.length) });
    const hashes = rows.slice(0, known).map(({ values }) => hasher.row(values));
    record.add({ t: 'rows', from: 0, hashes: hashes.join('') });
    return new RowsByHash(record, hasher);
  }

  it('finds rows wherever they stand now, with their place in the import', () => {
    const places = placesOf(rowsOf(3));
    const moved = { ...rowAt(2), index: 0, line: 7 };
    assert.deepEqual(places.take(moved), { ...moved, index: 2 });
    assert.equal(places.missing, 2);
    assert.equal(places.take({ ...rowAt(0), index: 5 })?.index, 0);
  });

  it('does not find a row that is new, or was edited', () => {
    const places = placesOf(rowsOf(2));
    assert.equal(places.take(rowAt(9)), undefined);
    assert.equal(places.take({ ...rowAt(1), values: { ...rowAt(1).values, salutation: 'Mrs' } }), undefined);
    assert.equal(places.missing, 2);
  });

  it('lets each of several equal rows stand for one of the import, in order', () => {
    const places = placesOf([rowAt(4), rowAt(7), rowAt(4)]);
    const take = () => places.take(rowAt(4))?.index;
    assert.deepEqual([take(), take(), take()], [0, 2, undefined]);
    assert.equal(places.missing, 1);
  });

  it('knows nothing of rows whose hashes were not written down', () => {
    const places = placesOf(rowsOf(3), 1);
    assert.equal(places.missing, 1);
    assert.equal(places.take(rowAt(1)), undefined);
  });
});

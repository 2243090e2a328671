import assert from 'node:assert/strict';
import { outcomeBuckets, stretchesOf } from '../../../src/webview/results/buckets';
import { contact, missing, packed, sampleRows } from '../../support/page/results';

describe('results page: outcomes along the file', () => {
  it('has a stretch for each row of a short file, and none for a contact that no row explains', () => {
    const rows = packed([
      contact(0),
      missing(1),
      contact(2, { outcome: 'unmatched', line: null, place: null }),
    ]);
    assert.deepEqual(outcomeBuckets(rows, 2, 300), [
      { outcome: 'created', row: 0, last: 0 },
      { outcome: 'notReturned', row: 1, last: 1 },
    ]);
    assert.deepEqual(outcomeBuckets(packed([]), 0, 300), []);
  });

  it('shows the worst outcome of a stretch, and leads to its first row', () => {
    const rows = sampleRows(6_000).map((row, place) => {
      if (place === 4_010 || place === 4_015) return missing(place, { outcome: 'refused' });
      return place === 4_005 || place === 5_999 ? missing(place) : row;
    });
    const buckets = outcomeBuckets(packed(rows), rows.length, 300);
    assert.equal(buckets.length, 300);
    assert.deepEqual(buckets[200], { outcome: 'refused', row: 4_010, last: 4_015 });
    assert.deepEqual(buckets[299], { outcome: 'notReturned', row: 5_999, last: 5_999 });
    assert.equal(buckets.filter((bucket) => bucket?.outcome === 'created').length, 298);
    assert.deepEqual(stretchesOf(buckets), [
      { outcome: 'created', row: 0, last: 3_999, from: 0, to: 200 },
      { outcome: 'refused', row: 4_010, last: 4_015, from: 200, to: 201 },
      { outcome: 'created', row: 4_020, last: 5_979, from: 201, to: 299 },
      { outcome: 'notReturned', row: 5_999, last: 5_999, from: 299, to: 300 },
    ]);
  });

  it('goes by the place in the file, and is empty where no row is listed', () => {
    const rows = packed([missing(999_999), contact(0)]);
    const buckets = outcomeBuckets(rows, 1_000_000, 10);
    assert.deepEqual(buckets[9], { outcome: 'notReturned', row: 0, last: 0 });
    assert.deepEqual(buckets[0], { outcome: 'created', row: 1, last: 1 });
    assert.equal(stretchesOf(buckets).length, 2);
    assert.deepEqual(buckets.slice(1, 9), new Array(8).fill(undefined));
  });
});

import assert from 'node:assert/strict';
import { PlacedIds } from '../../../../../src/core/delivery/ledger/placedIds';

describe('ids by place', () => {
  it('are those that were set last, of any length and in any script', () => {
    const ids = new PlacedIds(200_000);
    const expected = new Map<number, string>();
    const set = (place: number, id: string) => {
      ids.set(place, id);
      expected.set(place, id);
    };
    // More than fits into one block, and one that alone is more than that.
    for (let place = 0; place < 150_000; place++) set(place, `63c7cfaf196ce928529b-${place}`);
    for (const id of ['', 'ü😀', 'x'.repeat(3_000_000), 'last']) set(160_000 + (id.length % 1_000), id);
    set(7, 'another');
    assert.equal(ids.size, expected.size);
    assert.deepEqual(
      [...ids],
      Array.from(expected).sort(([a], [b]) => a - b),
    );
    assert.deepEqual([ids.get(7), ids.get(199_999), ids.get(200_000)], ['another', undefined, undefined]);
  });
});

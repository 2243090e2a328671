import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noKeys } from '../../../../../src/core/checks/live/blockState';
import { DuplicateIndex, type DuplicateHolder } from '../../../../../src/core/checks/live/duplicateIndex';
import { CompactTable } from '../../../../../src/core/checks/live/compactTable';
import { finished } from '../../../../support/finished';
import { runs } from '../../../../support/long';

/** What is to be known of the duplicates, found by looking at all keys in order. */
function duplicatesIn(holders: readonly DuplicateHolder[]): number[][] {
  const seen = new Set<number>();
  return holders.map(({ keys }) =>
    [...keys].flatMap((key, record) => {
      if (key === 0) return [];
      if (seen.has(key)) return [record];
      seen.add(key);
      return [];
    }),
  );
}

describe('the blocks that hold numbers', () => {
  it('know which records repeat one, whatever blocks come to hold', () => {
    const key = fc.oneof(fc.constant(0), fc.nat(5), fc.nat(40), fc.nat(2 ** 40));
    const change = fc.record({
      holder: fc.nat(4),
      from: fc.nat(6),
      takes: fc.nat(6),
      puts: fc.array(key, { maxLength: 4 }),
      forgets: fc.nat(15).map((chance) => chance === 0),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 40, maxLength: 40 }), (changes) => {
        const holders = Array.from({ length: 5 }, (_, index) => ({
          index,
          keys: noKeys,
          duplicates: [] as readonly number[],
        }));
        const known = new DuplicateIndex();
        for (const { holder: index, from, takes, puts, forgets } of changes) {
          const holder = holders[index];
          assert.ok(holder);
          const keys = forgets ? [] : [...holder.keys].toSpliced(from, takes, ...puts);
          const after = Float64Array.from(keys);
          finished(known.reserve(after.length + holder.keys.length));
          known.set(holder, after);
          assert.deepEqual(holder.keys, after);
          assert.deepEqual(
            holders.map(({ duplicates }) => duplicates),
            duplicatesIn(holders),
          );
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it('know the first one of those that hold a number', () => {
    const [a, b, c] = [2, 0, 1].map((index) => ({ index, keys: noKeys, duplicates: [] }));
    assert.ok(a && b && c);
    const known = new DuplicateIndex();
    for (const holder of [a, b, c]) known.set(holder, Float64Array.of(0, 7));
    assert.equal(known.firstWith(7, a), b);
    known.set(b, noKeys);
    assert.equal(known.firstWith(7, a), c);
    assert.deepEqual([a.duplicates, b.duplicates, c.duplicates], [[1], [], []]);
  });

  it('are told, those too that hold no number alone', () => {
    const [a, b] = [0, 1].map((index) => ({ index, keys: noKeys, duplicates: [] }));
    assert.ok(a && b);
    const known = new DuplicateIndex();
    for (const holder of [a, b]) known.set(holder, Float64Array.of(7));
    assert.deepEqual([...known.holders], [a, b]);
    known.set(a, noKeys);
    assert.deepEqual([...known.holders], [b]);
  });

  it('make room for as many numbers as there come', () => {
    const known = new DuplicateIndex();
    const holders = Array.from({ length: 40 }, (_, index) => ({ index, keys: noKeys, duplicates: [] }));
    for (const holder of holders) {
      const keys = Float64Array.from({ length: 100 }, (_, record) => 1 + record + 100 * holder.index);
      finished(known.reserve(keys.length));
      known.set(holder, keys);
    }
    const late = { index: 99, keys: noKeys, duplicates: [] as readonly number[] };
    known.set(late, Float64Array.of(1, 4000, 4001));
    assert.deepEqual(late.duplicates, [0, 1]);
  });
});

describe('a table of numbers', () => {
  it('holds as many numbers as were added and not removed', () => {
    const numbers: number[] = [];
    const table = new CompactTable((place) => numbers[place] ?? 0, 500);
    for (let place = 0; place < 500; place++) {
      numbers[place] = place * 2 ** 33 + 1;
      table.add(numbers[place] ?? 0, place);
    }
    for (let place = 0; place < 500; place += 2) table.remove(table.slotOf(numbers[place] ?? 0));
    assert.equal(table.size, 250);
    for (let place = 0; place < 500; place++) {
      const slot = table.slotOf(numbers[place] ?? 0);
      assert.equal(slot < 0 ? 'gone' : table.placeIn(slot), place % 2 === 0 ? 'gone' : place);
    }
  });
});

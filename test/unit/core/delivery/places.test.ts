import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlaceMap, PlaceSet } from '../../../../src/core/delivery/places';
import { runs } from '../../../support/long';

const place = fc.integer({ min: 0, max: 9_000 });

describe('what is known of places', () => {
  it('is what a Map would know', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.nat())), (entries) => {
        const [map, known] = [new Map<number, number>(), new PlaceMap<number>()];
        for (const [at, value] of entries) {
          map.set(at, value);
          known.set(at, value);
        }
        assert.deepEqual(
          [...known],
          [...map].toSorted(([a], [b]) => a - b),
        );
        assert.equal(known.size, map.size);
        for (const [at] of entries) assert.equal(known.get(at), map.get(at));
        assert.equal(known.has(9_001), false);
      }),
      { numRuns: runs(30) },
    );
  });

  it('and which they are, what a Set would', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, fc.boolean())), (changes) => {
        const [set, places] = [new Set<number>(), new PlaceSet(9_001)];
        for (const [at, isAdded] of changes)
          for (const each of [set, places])
            if (isAdded) each.add(at);
            else each.delete(at);
        assert.deepEqual(
          [...places],
          [...set].toSorted((a, b) => a - b),
        );
        assert.equal(places.size, set.size);
        for (const [at] of changes) assert.equal(places.has(at), set.has(at));
      }),
      { numRuns: runs(30) },
    );
  });
});

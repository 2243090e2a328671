import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paired } from '../../../../../src/core/checks/live/pairs';
import { Block } from '../../../../../src/core/csv/block';
import { common } from '../../../../../src/core/csv/runs';

const all = 'abcdefghij'.split('');
/** Blocks by name; one name is one block. */
const named = new Map([...all, 'X', 'Y', 'Z', 'W'].map((name) => [name, new Block(name, 0, 1)]));
const blocks = (names: readonly string[]) => names.map((name) => named.get(name) ?? assert.fail(name));

function pairsBetween(before: readonly string[], after: readonly string[]) {
  const [old, anew] = [blocks(before), blocks(after)];
  return paired(before, old, anew, common(old, anew));
}

function pairsOf(before: string, after: string): string {
  const { pairs, left } = pairsBetween(before.split(''), after.split(''));
  return `${pairs.map((known) => known ?? '-').join('')} ${left.join('')}`;
}

describe('what is known of blocks', () => {
  for (const [before, after, expected] of [
    ['', 'abc', '--- '],
    ['abc', '', ' abc'],
    ['abc', 'abc', 'abc '],
    ['abc', 'aXc', 'abc '],
    ['abc', 'aXYc', 'ab-c '],
    ['abcd', 'aXd', 'abd c'],
    ['abcde', 'aXcYe', 'abcde '],
    ['abcde', 'aXYcZe', 'ab-cde '],
    ['abcde', 'cX', 'cd abe'],
    ['abc', 'Xabc', '-abc '],
    ['abcd', 'bXcd', 'b-cd a'],
  ] as const) {
    it(`goes from ${before || 'none'} to ${after || 'none'} in order`, () => {
      assert.equal(pairsOf(before, after), expected);
    });
  }

  it('goes to the same block, is never lost, and stays in order', () => {
    const edit = fc.tuple(fc.subarray(all), fc.array(fc.nat(9), { maxLength: 4 }));
    fc.assert(
      fc.property(edit, ([stay, places]) => {
        const after = [...stay];
        for (const [at, place] of places.entries()) after.splice(place, 0, 'XYZW'[at] ?? '');
        const { pairs, left } = pairsBetween(all, after);
        for (const name of stay) assert.equal(pairs[after.indexOf(name)], name);
        const known = pairs.filter((name) => name !== undefined);
        assert.deepEqual(known, known.toSorted());
        assert.deepEqual([...known, ...left].toSorted(), all);
      }),
      { numRuns: 2000 },
    );
  });
});

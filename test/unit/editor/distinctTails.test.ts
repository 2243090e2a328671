import assert from 'node:assert/strict';
import { distinctTails } from '../../../src/editor/distinctTails';

describe('ends of paths', () => {
  it('are as long as it takes to tell them from each other', () => {
    for (const [paths, tails] of [
      [['/w/one'], ['one']],
      [
        ['/w/one', '/w/two'],
        ['one', 'two'],
      ],
      [
        ['/w/one', '/w/x/one', '/two'],
        ['w/one', 'x/one', 'two'],
      ],
      [
        ['/a/b/one', '/c/b/one/'],
        ['a/b/one', 'c/b/one'],
      ],
      // One that is the end of the other has no more to show.
      [
        ['/one', '/w/one'],
        ['one', 'w/one'],
      ],
      [
        ['/w/one', '/w/one'],
        ['w/one', 'w/one'],
      ],
    ] as const)
      assert.deepEqual(distinctTails(paths), tails);
  });
});

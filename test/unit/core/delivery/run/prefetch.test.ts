import assert from 'node:assert/strict';
import { prefetch } from '../../../../../src/core/delivery/run/prefetch';
import { settled } from '../../../../support/delivery/clock';

/** Numbers from 0 on, and how far they were asked for; `failsAt` throws there. */
class Numbers {
  asked = 0;
  ended = false;

  constructor(
    private readonly count: number,
    private readonly failsAt = Infinity,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<number> {
    try {
      for (let number = 0; number < this.count; number++) {
        this.asked++;
        await Promise.resolve();
        if (number === this.failsAt) throw new Error(`broken at ${number}`);
        yield number;
      }
    } finally {
      this.ended = true;
    }
  }
}

describe('working ahead', () => {
  it('gives everything in order', async () => {
    for (const count of [0, 1, 5]) {
      const numbers = new Numbers(count);
      const seen: number[] = [];
      for await (const number of prefetch(numbers)) seen.push(number);
      assert.deepEqual(
        seen,
        Array.from({ length: count }, (_, number) => number),
      );
      assert.equal(numbers.ended, true);
    }
  });

  it('has the next one made while the last one is used, and no further', async () => {
    const numbers = new Numbers(5);
    const iterator = prefetch(numbers);
    assert.equal((await iterator.next()).value, 0);
    await settled();
    assert.equal(numbers.asked, 2);
    await iterator.return();
  });

  it('throws what goes wrong when it is its turn', async () => {
    const seen: number[] = [];
    const use = async () => {
      for await (const number of prefetch(new Numbers(5, 2))) {
        // Time enough for the failure to come up before anybody waits for it.
        await settled();
        seen.push(number);
      }
    };
    await assert.rejects(use(), { message: 'broken at 2' });
    assert.deepEqual(seen, [0, 1]);
  });

  it('ends its source when no more is wanted, whatever came of the next one', async () => {
    for (const failsAt of [Infinity, 1]) {
      const numbers = new Numbers(5, failsAt);
      for await (const number of prefetch(numbers)) {
        await settled();
        assert.equal(number, 0);
        break;
      }
      assert.equal(numbers.ended, true);
    }
  });
});

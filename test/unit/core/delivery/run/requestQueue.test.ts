import assert from 'node:assert/strict';
import { mock } from 'node:test';
import fc from 'fast-check';
import { RequestQueue, RequestQueues } from '../../../../../src/core/delivery/run/requestQueue';
import { passTimeUntil, settled, stopClock, useStoppedClock } from '../../../../support/delivery/clock';
import { never } from '../../../../support/delivery';

/** What the queue counts in, in ms: see there. */
const window = 61_000;

describe('a request queue', () => {
  const clock = useStoppedClock();

  /** Tasks that note when they begin, in ms from now on, and last as long as they are told. */
  function noting() {
    const begun = Date.now();
    const times: number[] = [];
    const task =
      (lasts = 0) =>
      async () => {
        times.push(Date.now() - begun);
        if (lasts > 0) await new Promise((resolve) => setTimeout(resolve, lasts));
      };
    return { times, task };
  }

  it('lets as many through as it may, and the next when the first of them is out of the window', async () => {
    const queue = new RequestQueue(3);
    const { times, task } = noting();
    await passTimeUntil(clock(), Promise.all([1, 2, 3, 4].map(() => queue.pass(task(), never))));
    assert.deepEqual(times, [0, 0, 0, window]);
  });

  it('counts strictly: a burst at the end of a minute does not begin another one', async () => {
    const queue = new RequestQueue(3);
    const { times, task } = noting();
    const pass = () => passTimeUntil(clock(), queue.pass(task(), never));
    await pass();
    await clock().tickAsync(59_000);
    for (let count = 0; count < 4; count++) await pass();
    assert.deepEqual(times, [0, 59_000, 59_000, window, 59_000 + window]);
  });

  it('runs one task at a time, in the order in which they came', async () => {
    const queue = new RequestQueue(60);
    const { times, task } = noting();
    const order: number[] = [];
    const all = [50, 10, 0].map(async (lasts, index) => {
      await queue.pass(task(lasts), never);
      order.push(index);
    });
    await passTimeUntil(clock(), Promise.all(all));
    assert.deepEqual(order, [0, 1, 2]);
    assert.deepEqual(times, [0, 50, 60]);
  });

  it('gives what the task gives, and goes on after one that failed', async () => {
    const queue = new RequestQueue(60);
    const error = new Error('broken');
    await assert.rejects(
      queue.pass(() => Promise.reject(error), never),
      error,
    );
    assert.equal(await queue.pass(() => Promise.resolve('next'), never), 'next');
  });

  it('says that the pace makes a task wait and how long, and only then', async () => {
    const queue = new RequestQueue(1);
    const told: [string, number][] = [];
    const pass = (name: string, lasts: number) =>
      queue.pass(noting().task(lasts), never, (ms) => told.push([name, ms]));
    // The second waits for the first longer than for the pace.
    const all = Promise.all([pass('first', window + 1_000), pass('second', 0), pass('third', 0)]);
    await passTimeUntil(clock(), all);
    assert.deepEqual(told, [['third', window]]);
  });

  it('says how much is left of a wait that began before', async () => {
    const queue = new RequestQueue(2);
    const told: number[] = [];
    const pass = () =>
      passTimeUntil(
        clock(),
        queue.pass(
          () => Promise.resolve(),
          never,
          (ms) => told.push(ms),
        ),
      );
    await pass();
    await clock().tickAsync(20_000);
    for (let count = 0; count < 3; count++) await pass();
    // The second left after 20 s, the third and fourth when the first and second were out of the window.
    assert.deepEqual(told, [window - 20_000, 20_000]);
  });

  it('leaves the pace out where there is none', async () => {
    const queue = new RequestQueue(Infinity);
    for (let count = 0; count < 200; count++) await queue.pass(() => Promise.resolve(), never);
    assert.equal(clock().countTimers(), 0);
  });

  it('begins nothing for a signal that is aborted already', async () => {
    const queue = new RequestQueue(60);
    const reason = new Error('stop');
    const { times, task } = noting();
    await assert.rejects(queue.pass(task(), AbortSignal.abort(reason)), reason);
    assert.deepEqual(times, []);
  });

  it('ends the wait for the pace when it is aborted, and lets the next one through in its time', async () => {
    const queue = new RequestQueue(1);
    const { times, task } = noting();
    const stop = new AbortController();
    const reason = new Error('stop');
    await queue.pass(task(), never);
    const aborted = assert.rejects(queue.pass(task(), stop.signal), reason);
    const next = queue.pass(task(), never);
    await settled();
    await clock().tickAsync(30_000);
    stop.abort(reason);
    await aborted;
    await passTimeUntil(clock(), next);
    assert.equal(times.length, 2);
    assert.ok((times[1] ?? 0) >= window);
  });

  it('ends the wait for those before it when it is aborted; whoever comes next waits for them still', async () => {
    const queue = new RequestQueue(60);
    const { times, task } = noting();
    const stop = new AbortController();
    const first = queue.pass(task(5_000), never);
    const aborted = assert.rejects(queue.pass(task(), stop.signal), { name: 'AbortError' });
    const third = queue.pass(task(), never);
    await settled();
    stop.abort();
    await aborted;
    assert.deepEqual(times, [0]);
    await passTimeUntil(clock(), Promise.all([first, third]));
    assert.deepEqual(times, [0, 5_000]);
  });

  it('does not begin a task whose turn comes at the moment of the abort', async () => {
    const queue = new RequestQueue(1);
    const { times, task } = noting();
    const stop = new AbortController();
    await queue.pass(task(), never);
    const aborted = assert.rejects(queue.pass(task(), stop.signal), { name: 'AbortError' });
    await settled();
    setTimeout(() => stop.abort(), window);
    // All at once: the turn comes, and before anybody hears of it the signal is aborted.
    clock().tick(window);
    await aborted;
    assert.deepEqual(times, [0]);
  });

  it('does not touch a task that is running', async () => {
    const queue = new RequestQueue(60);
    const stop = new AbortController();
    const { times, task } = noting();
    const running = queue.pass(async () => {
      await task(1_000)();
      return 'done';
    }, stop.signal);
    await settled();
    assert.deepEqual(times, [0]);
    stop.abort();
    assert.equal(await passTimeUntil(clock(), running), 'done');
  });

  it('leaves no listener on a signal', async () => {
    const queue = new RequestQueue(2);
    const { signal } = new AbortController();
    const added = mock.method(signal, 'addEventListener');
    const removed = mock.method(signal, 'removeEventListener');
    for (let count = 0; count < 5; count++) {
      await passTimeUntil(
        clock(),
        queue.pass(() => Promise.resolve(), signal),
      );
    }
    const listeners = (calls: typeof added.mock.calls) =>
      calls.map(({ arguments: [, listener] }) => listener);
    assert.ok(added.mock.callCount() > 0);
    assert.deepEqual(listeners(removed.mock.calls), listeners(added.mock.calls));
  });
});

describe('the pace of a queue', () => {
  const ask = fc.record({
    after: fc.integer({ min: 0, max: 40_000 }),
    lasts: fc.integer({ min: 0, max: 5_000 }),
    aborts: fc.option(fc.integer({ min: 0, max: 70_000 })),
  });

  it('is never more than the limit in any 60 s, whenever tasks come, end and are given up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(ask, { maxLength: 40 }),
        async (limit, asks) => {
          const clock = stopClock();
          try {
            const queue = new RequestQueue(limit);
            const times: number[] = [];
            let active = 0;
            const all = asks.map(async ({ after, lasts, aborts }) => {
              await new Promise((resolve) => setTimeout(resolve, after));
              const stop = new AbortController();
              if (aborts !== null) setTimeout(() => stop.abort(), aborts);
              const task = async () => {
                assert.equal(++active, 1);
                times.push(Date.now());
                await new Promise((resolve) => setTimeout(resolve, lasts));
                active--;
              };
              await queue.pass(task, stop.signal).catch((error: unknown) => {
                if (error !== stop.signal.reason) throw error;
              });
            });
            await passTimeUntil(clock, Promise.all(all));
            for (const [index, time] of times.entries()) {
              assert.ok(time - (times[index - limit] ?? -Infinity) >= 60_000, times.join(' '));
            }
          } finally {
            clock.uninstall();
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('queues', () => {
  it('has one queue for each origin, and begins another when the pace changes', () => {
    const queues = new RequestQueues();
    const queue = queues.to('https://a.example', 60);
    assert.equal(queues.to('https://a.example', 60), queue);
    assert.notEqual(queues.to('https://b.example', 60), queue);
    const other = queues.to('https://a.example', 30);
    assert.notEqual(other, queue);
    assert.equal(queues.to('https://a.example', 30), other);
  });

  it('share the pace of each host with other windows', async () => {
    const asked: [string, number][] = [];
    const shared = {
      share: (...of: [string, number]) => Promise.resolve(asked.push(of)),
      take: (...of: [string, number]) => Promise.resolve(asked.push(of) && 0),
    };
    const queues = new RequestQueues(shared);
    await queues.to('https://a.example', 60).pass(() => Promise.resolve(), never);
    assert.equal(await queues.to('https://b.example', 30).msFor(4), 2 * window);
    assert.deepEqual(asked, [
      ['https://a.example', 60],
      ['https://b.example', 30],
    ]);
  });
});

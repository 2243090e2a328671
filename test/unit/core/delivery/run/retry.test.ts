import assert from 'node:assert/strict';
import { attempt, isEndOf } from '../../../../../src/core/delivery/run/retry';
import type { Answer, Failure } from '../../../../../src/core/delivery/failure';
import type { Activity, RetryPolicy } from '../../../../../src/core/delivery/run/ports';
import { defaultRetryPolicy } from '../../../../../src/core/delivery';
import { passTimeUntil, settled, useStoppedClock } from '../../../../support/delivery/clock';
import { failed, failure } from '../../../../support/delivery/scriptedCalls';

const done: Answer<string> = { ...failed(failure('server')), ok: true, value: 'done' };
const passing = new Set(['rateLimit', 'unreachable']);

/** Answers one after the other, and notes when each was asked for, in ms from now on. */
function asked(...answers: readonly Answer<string>[]) {
  const begun = Date.now();
  const times: number[] = [];
  const activities: Activity[] = [];
  const stopping = new AbortController();
  const once = () => {
    const answer = answers[times.push(Date.now() - begun) - 1];
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('asked too often'));
  };
  const start = (policy: RetryPolicy = defaultRetryPolicy, own: typeof once = once) =>
    attempt(own, {
      policy,
      stop: stopping.signal,
      mayPass: ({ reason }: Failure) => passing.has(reason),
      watch: (activity) => activities.push(activity),
    });
  return { times, activities, stopping, start };
}

const unreachable = failed(failure('unreachable'));
const limited = failed(failure('rateLimit'));

describe('attempts', () => {
  const clock = useStoppedClock();

  it('makes a request that succeeds once', async () => {
    const { start, times, activities } = asked(done);
    assert.equal(await start(), done);
    assert.deepEqual([times, activities], [[0], []]);
  });

  it('does not repeat one that failed for good', async () => {
    const refused = failed(failure('refused'));
    const { start, times, activities } = asked(refused);
    assert.equal(await start(), refused);
    assert.deepEqual([times, activities], [[0], []]);
  });

  it('waits ever longer for a connection, and gives the last failure when it was tried often enough', async () => {
    const last = failed(failure('unreachable', { systemCode: 'EHOSTUNREACH' }));
    const { start, times, activities } = asked(unreachable, unreachable, unreachable, last);
    assert.equal(await passTimeUntil(clock(), start()), last);
    assert.deepEqual(times, [0, 2_000, 6_000, 14_000]);
    assert.deepEqual(
      activities,
      [2_000, 4_000, 8_000].map((ms) => ({ kind: 'waiting', why: 'connection', ms })),
    );
  });

  it('waits until the minute is over where the stream names no time, not longer, and says so', async () => {
    const { start, times, activities } = asked(limited, limited, done);
    assert.equal(await passTimeUntil(clock(), start()), done);
    assert.deepEqual(times, [0, 60_000, 120_000]);
    assert.deepEqual(activities, [
      { kind: 'waiting', why: 'rateLimit', ms: 60_000 },
      { kind: 'waiting', why: 'rateLimit', ms: 60_000 },
    ]);
  });

  it('waits as long as the stream asks, be that no time', async () => {
    const after = (retryAfterMs: number) => failed(failure('rateLimit', { retryAfterMs }));
    const { start, times, activities } = asked(after(7_000), after(0), after(1_000), done);
    assert.equal(await passTimeUntil(clock(), start()), done);
    assert.deepEqual(times, [0, 7_000, 7_000, 8_000]);
    assert.deepEqual(
      activities.map((activity) => ('ms' in activity ? activity.ms : undefined)),
      [7_000, 0, 1_000],
    );
  });

  it('never waits longer than a quarter of an hour', async () => {
    const { start, times } = asked(failed(failure('rateLimit', { retryAfterMs: 1e12 })), done);
    assert.equal(await passTimeUntil(clock(), start()), done);
    assert.deepEqual(times, [0, 15 * 60_000]);
  });

  it('tries as often as there is policy for, for each kind of failure', async () => {
    const policy = { ...defaultRetryPolicy, rateLimitTries: 2, connectionTries: 3 };
    const limits = asked(limited, limited);
    assert.equal(await passTimeUntil(clock(), limits.start(policy)), limited);
    const connections = asked(unreachable, unreachable, unreachable);
    assert.equal(await passTimeUntil(clock(), connections.start(policy)), unreachable);
    const once = asked(unreachable);
    assert.equal(
      await once.start({ ...defaultRetryPolicy, rateLimitTries: 1, connectionTries: 1 }),
      unreachable,
    );
  });

  it('counts both kinds together, and lets pauses grow by the connections that failed', async () => {
    const { start, times } = asked(unreachable, limited, unreachable, limited, limited);
    assert.equal(await passTimeUntil(clock(), start()), limited);
    assert.deepEqual(times, [0, 2_000, 62_000, 66_000, 126_000]);
  });

  it('gives nothing when it was stopped before', async () => {
    const { start, times, stopping } = asked(done);
    stopping.abort();
    assert.equal(await start(), undefined);
    assert.deepEqual(times, []);
  });

  for (const [kind, answer] of Object.entries({ 'rate limit': limited, connection: unreachable })) {
    it(`keeps the last answer when it is stopped during the wait after a ${kind} failure`, async () => {
      const { start, times, stopping } = asked(answer, done);
      const work = start();
      await settled();
      await clock().tickAsync(1_000);
      stopping.abort();
      assert.equal(await work, answer);
      assert.deepEqual(times, [0]);
      assert.equal(clock().countTimers(), 0);
    });
  }

  it('does not lose an answer that comes at the very moment of the stop', async () => {
    for (const answer of [done, unreachable, limited, failed(failure('refused'))]) {
      const { start, stopping } = asked();
      const work = start(defaultRetryPolicy, () => {
        stopping.abort();
        return Promise.resolve(answer);
      });
      assert.equal(await work, answer);
    }
  });

  it('gives nothing when the request itself was stopped before it began, or else what came before', async () => {
    const first = asked();
    const stopped = () => {
      first.stopping.abort();
      return Promise.reject(first.stopping.signal.reason as Error);
    };
    assert.equal(await first.start(defaultRetryPolicy, stopped), undefined);
    const second = asked();
    let calls = 0;
    const work = second.start(defaultRetryPolicy, () => {
      if (++calls === 1) return Promise.resolve(unreachable);
      second.stopping.abort();
      return Promise.reject(second.stopping.signal.reason as Error);
    });
    assert.equal(await passTimeUntil(clock(), work), unreachable);
  });

  it('throws what the request throws, stopped or not, and does not repeat it', async () => {
    for (const error of [new Error('disk full'), new TypeError('a mistake')]) {
      const { start, stopping } = asked();
      let calls = 0;
      const broken = () => {
        calls++;
        return Promise.reject(error);
      };
      await assert.rejects(start(defaultRetryPolicy, broken), error);
      const late = () => {
        stopping.abort();
        return broken();
      };
      await assert.rejects(start(defaultRetryPolicy, late), error);
      assert.equal(calls, 2);
    }
  });
});

describe('attempts in real time', () => {
  it("knows Node's own error for a wait that was ended", async () => {
    const { start, stopping } = asked(limited);
    const work = start();
    await settled();
    stopping.abort(new Error('the user'));
    assert.equal(await work, limited);
  });
});

describe('the end of a signal', () => {
  const reason = new Error('stop');
  const stopped = AbortSignal.abort(reason);
  const wrapped = Object.assign(new Error('aborted'), { name: 'AbortError' });

  it('is told by its reason, or by an AbortError around it', () => {
    assert.equal(isEndOf(stopped, reason), true);
    assert.equal(isEndOf(stopped, wrapped), true);
  });

  it('is no other error, and none while the signal is not aborted', () => {
    assert.equal(isEndOf(stopped, new Error('stop')), false);
    assert.equal(isEndOf(stopped, 'AbortError'), false);
    assert.equal(isEndOf(new AbortController().signal, wrapped), false);
  });
});

import assert from 'node:assert/strict';
import FakeTimers from '@sinonjs/fake-timers';
import { inSlices } from '../../../../src/core/files/slices';

describe('inSlices', () => {
  // Only the clock: the turns of the event loop are real ones.
  let clock: FakeTimers.Clock;
  beforeEach(() => {
    clock = FakeTimers.install({ toFake: ['performance'] });
  });
  afterEach(() => {
    clock.uninstall();
  });

  /** Steps of 1 ms each, which are told of. */
  function* steps(count: number, onStep: (step: number) => void): Generator<undefined, string> {
    for (let step = 1; step <= count; step++) {
      clock.tick(1);
      onStep(step);
      yield;
    }
    return 'done';
  }

  it('lets others have their turn after 8 ms', async () => {
    const log: string[] = [];
    let isDone = false;
    const others = () => {
      log.push('|');
      if (!isDone) setImmediate(others);
    };
    setImmediate(others);
    assert.equal(
      await inSlices(
        steps(20, () => log.push('-')),
        undefined,
      ),
      'done',
    );
    isDone = true;
    assert.deepEqual(log.join('').split(/\|+/), ['', '--------', '--------', '----']);
  });

  it('ends when the signal is aborted meanwhile', async () => {
    const abort = new AbortController();
    let last = 0;
    const work = steps(100, (step) => {
      last = step;
      if (step === 10) abort.abort();
    });
    await assert.rejects(inSlices(work, abort.signal), {
      name: 'DiskError',
      problem: { reason: 'cancelled' },
    });
    assert.equal(last, 16);
  });
});

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { startDeadline } from '../../../../src/core/delivery/deadline';

const far = 60_000;

describe('deadline', () => {
  it('has no cause while neither the time nor the user has ended it', () => {
    const deadline = startDeadline(far, new AbortController().signal);
    assert.equal(deadline.cause(), undefined);
    assert.ok(!deadline.signal.aborted);
    deadline.dispose();
  });

  it('keeps the first cause', async () => {
    const cancel = new AbortController();
    const deadline = startDeadline(1, cancel.signal);
    await pause(20);
    cancel.abort();
    assert.equal(deadline.cause(), 'timeout');
    assert.ok(deadline.signal.aborted);
    deadline.dispose();
  });

  it('ends at once when the user gave up before', () => {
    const deadline = startDeadline(far, AbortSignal.abort());
    assert.equal(deadline.cause(), 'cancelled');
    assert.ok(deadline.signal.aborted);
    deadline.dispose();
  });

  it('does nothing more once it is disposed of', async () => {
    const cancel = new AbortController();
    const deadline = startDeadline(1, cancel.signal);
    deadline.dispose();
    cancel.abort();
    await pause(20);
    assert.equal(deadline.cause(), undefined);
  });
});

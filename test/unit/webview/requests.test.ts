import assert from 'node:assert/strict';
import { install, type Clock } from '@sinonjs/fake-timers';
import type { Asked } from '../../../src/protocol/page';
import { Requests } from '../../../src/webview/shared/requests';

describe('requests of a page', () => {
  let clock: Clock;
  let posted: Asked<string>[];
  let requests: Requests<string>;

  beforeEach(() => {
    clock = install();
    posted = [];
    requests = new Requests((asked) => posted.push(asked));
  });
  afterEach(() => clock.uninstall());

  it('settle by their own answers, in whatever order these come', async () => {
    const made = [requests.make('a'), requests.make('b')];
    assert.deepEqual(posted, [
      { id: 0, request: 'a' },
      { id: 1, request: 'b' },
    ]);
    requests.settle(1, false);
    requests.settle(0, true);
    assert.deepEqual(await Promise.all(made), ['done', 'failed']);
    assert.equal(clock.countTimers(), 0);
  });

  it('settle by the time when no answer comes, and then no more', async () => {
    const made = requests.make('a');
    requests.settle(7, true);
    await clock.tickAsync(60_000);
    assert.equal(await made, 'unanswered');
    requests.settle(0, true);
    assert.equal(await made, 'unanswered');
  });
});

import assert from 'node:assert/strict';
import FakeTimers, { type Clock } from '@sinonjs/fake-timers';
import { MarkerPace } from '../../../../src/editor/checking/markerPace';

describe('the pace of markers', () => {
  let clock: Clock;
  let made = 0;
  let pace = new MarkerPace(() => undefined);

  beforeEach(() => {
    clock = FakeTimers.install({ toFake: ['setTimeout', 'clearTimeout'] });
    made = 0;
    pace = new MarkerPace(() => made++);
  });

  afterEach(() => {
    pace.dispose();
    clock.uninstall();
  });

  it('is twice a second at most, however much is scrolled, and the last place is not forgotten', () => {
    for (let step = 0; step < 100; step++) {
      pace.scrolled();
      clock.tick(20);
    }
    assert.ok(made >= 3 && made <= 4, String(made));
    const before = made;
    pace.scrolled();
    clock.tick(5000);
    assert.equal(made, before + 1);
    clock.tick(5000);
    assert.equal(made, before + 1);
  });

  it('rests while Problems is used, until a key or the mouse moves the selection in the editor', () => {
    pace.scrolled();
    pace.selected(false);
    clock.tick(5000);
    pace.scrolled();
    clock.tick(5000);
    assert.equal(made, 0);
    pace.selected(true);
    clock.tick(500);
    assert.equal(made, 1);
  });

  it('makes nothing without scrolling, and nothing once it is disposed of', () => {
    pace.selected(true);
    clock.tick(5000);
    pace.scrolled();
    pace.dispose();
    pace.selected(true);
    clock.tick(5000);
    assert.equal(made, 0);
  });
});

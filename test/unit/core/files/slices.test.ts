import assert from 'node:assert/strict';
import fs from 'node:fs';
import FakeTimers from '@sinonjs/fake-timers';
import { pauseIfDue, runInSlices } from '../../../../src/core/files/slices';

describe('runInSlices', () => {
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
    const work = steps(20, () => log.push('-'));
    assert.equal(await runInSlices(work, new AbortController().signal), 'done');
    isDone = true;
    assert.deepEqual(log.join('').split(/\|+/), ['--------', '--------', '----']);
  });

  it('lets others have their turn as soon where many short works follow each other', async () => {
    const log: string[] = [];
    let isDone = false;
    const others = () => {
      log.push('|');
      if (!isDone) setImmediate(others);
    };
    setImmediate(others);
    for (let work = 0; work < 10; work++)
      await runInSlices(
        steps(2, () => log.push('-')),
        new AbortController().signal,
      );
    for (let step = 0; step < 20; step++) {
      clock.tick(1);
      log.push('-');
      await pauseIfDue();
    }
    isDone = true;
    const longest = Math.max(
      ...log
        .join('')
        .split(/\|+/)
        .map(({ length }) => length),
    );
    assert.ok(longest <= 9, log.join(''));
  });

  /** Logs the turns of the event loop until it is told that all is done. */
  function turnsInto(log: string[]): () => void {
    let isDone = false;
    const turn = () => {
      log.push('|');
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    return () => (isDone = true);
  }

  it('does not go on in the turn in which an answer of the disk was worked on', async () => {
    const log: string[] = [];
    await new Promise<void>((resolve, reject) => {
      fs.stat('.', () => {
        const end = turnsInto(log);
        runInSlices(
          steps(20, () => log.push('-')),
          new AbortController().signal,
        ).then(() => {
          end();
          resolve();
        }, reject);
      });
    });
    assert.match(log.join(''), /^-{8}\|\|-{8}\|-{4}/);
  });

  it('gives each of several works its turn, and never two the same', async () => {
    const log: string[] = [];
    const end = turnsInto(log);
    await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        runInSlices(
          steps(24, () => log.push(name)),
          new AbortController().signal,
        ),
      ),
    );
    end();
    const slices = log
      .join('')
      .split(/\|+/)
      .filter((slice) => slice !== '');
    assert.deepEqual(
      slices.map((slice) => [slice[0], slice.length]),
      Array.from('aabcabcbc', (name) => [name, 8]),
    );
  });

  it('goes on no further when the signal is aborted', async () => {
    const abort = new AbortController();
    let last = 0;
    const work = steps(100, (step) => {
      last = step;
      if (step === 10) abort.abort();
    });
    assert.equal(await runInSlices(work, abort.signal), undefined);
    assert.equal(last, 10);
  });

  it('hands out what is given at a pause', async () => {
    const told: string[] = [];
    function* work(): Generator<string | undefined, string> {
      yield 'a';
      yield;
      yield 'b';
      return 'c';
    }
    const signal = new AbortController().signal;
    assert.equal(await runInSlices(work(), signal, (given) => told.push(given)), 'c');
    assert.deepEqual(told, ['a', 'b']);
  });
});

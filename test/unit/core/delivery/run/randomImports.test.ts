import assert from 'node:assert/strict';
import { outcomes } from '../../../../../src/core/delivery/run/outcome';
import { RequestQueue } from '../../../../../src/core/delivery/run/requestQueue';
import type { ImportEnd } from '../../../../../src/core/delivery';
import { seeded } from '../../../../bench/random';
import { passTimeUntil, stopClock } from '../../../../support/delivery/clock';
import { RandomModelImport } from '../../../../support/delivery/model/randomModelImport';
import { runs } from '../../../../support/long';

const day = 24 * 3_600_000;

async function play(seed: number, happened: Set<string>): Promise<void> {
  const clock = stopClock();
  try {
    const own = new RandomModelImport(seeded(seed), new RequestQueue(60), happened);
    own.prepare();
    await clock.tickAsync(2 * day);
    await own.play((work: Promise<ImportEnd>) => passTimeUntil(clock, work), happened);
    for (const [index, time] of own.stream.times.entries()) {
      const since = time - (own.stream.times[index - 60] ?? -Infinity);
      assert.ok(since >= 60_000, `61 requests within ${since} ms`);
    }
  } finally {
    clock.uninstall();
  }
}

describe('imports to streams of any habits, at which anything may go wrong at any time', () => {
  it('every claim is true, nothing is there twice, and the pace is kept', async function () {
    this.timeout(1_200_000);
    const happened = new Set<string>();
    const count = runs(600, 8);
    for (let seed = 1; seed <= count; seed++) {
      await play(seed, happened).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      });
    }
    // Or it would prove little.
    const activities = ['sending', 'pacing', 'rateLimit', 'connection', 'settling', 'reading'];
    for (const one of [...outcomes, 'done', 'cancelled', 'failed', ...activities])
      assert.ok(happened.has(one), `nothing was ever ${one}`);
  });
});

import assert from 'node:assert/strict';
import { RequestQueue } from '../../../../../src/core/delivery/run/requestQueue';
import { outcomes } from '../../../../../src/core/delivery/run/outcome';
import { seeded } from '../../../../bench/random';
import { passTimeUntil, stopClock } from '../../../../support/delivery/clock';
import { MemoryLedgerStore } from '../../../../support/delivery/memoryStore';
import { Traffic } from '../../../../support/delivery/memoryStream';
import { RandomImport } from '../../../../support/delivery/randomImport';
import { runs } from '../../../../support/long';

const seeds = runs(50);
/** Imports of one account, one after the other or two at once, all in one queue. */
const importsPerSeed = 10;

/** What several imports did with one account, at the documented pace and with a person's patience. */
async function play(seed: number, happened: Set<string>): Promise<Traffic> {
  const clock = stopClock();
  const traffic = new Traffic();
  try {
    const random = seeded(seed);
    const store = new MemoryLedgerStore(() => random.below(40));
    const account = { random, queue: new RequestQueue(60), traffic, store, happened };
    const all = async () => {
      for (let index = 0; index < importsPerSeed;) {
        const atOnce = account.random.chance(0.3) ? 2 : 1;
        const imports = Array.from({ length: atOnce }, () => new RandomImport(`import ${index++}`, account));
        await Promise.all(imports.map((own) => own.play()));
      }
    };
    await passTimeUntil(clock, all(), () => traffic.busy > 0);
    return traffic;
  } finally {
    clock.uninstall();
  }
}

describe('imports at which anything may go wrong at any time', () => {
  it(`${seeds * importsPerSeed} of them: every claim is true, and the pace is kept`, async function () {
    this.timeout(120_000);
    const happened = new Set<string>();
    for (let seed = 1; seed <= seeds; seed++) {
      const { times, mostAtOnce } = await play(seed, happened).catch((error: unknown) => {
        throw new Error(`seed ${seed}`, { cause: error });
      });
      assert.equal(mostAtOnce, 1);
      for (const [index, time] of times.entries()) {
        const before = times[index - 60] ?? -Infinity;
        assert.ok(time - before >= 60_000, `seed ${seed}: 61 requests within ${time - before} ms`);
      }
    }
    // Or it would prove little.
    const everything = [
      ...outcomes,
      ...['done', 'cancelled', 'failed'],
      ...['sending', 'pacing', 'rateLimit', 'connection', 'settling', 'reading'],
    ];
    assert.deepEqual([...happened].toSorted(), everything.toSorted());
  });
});

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { RequestQueue } from '../../../../../src/core/delivery/run/requestQueue';
import { SharedPace } from '../../../../../src/core/delivery/claims/sharedPace';
import { never } from '../../../../support/delivery';
import { passTimeUntil, useStoppedClock } from '../../../../support/delivery/clock';
import { useFolder } from '../../../../support/delivery/folder';

const host = 'https://a.example';
const minute = 61_000;

describe('the pace of several windows', () => {
  const folder = useFolder();
  const clock = useStoppedClock();
  let atWork: Set<number>;
  let busy = 0;
  beforeEach(() => ([atWork, busy] = [new Set<number>(), 0]));

  function paceOf(pid: number): SharedPace {
    const otherWindowsOn = (asked: string) =>
      Promise.resolve(asked === host ? [...atWork].filter((one) => one !== pid).length : 0);
    return new SharedPace(folder(), { otherWindowsOn }, { now: () => Date.now(), pid });
  }

  /** A window with an import of so many requests, each of which is noted as it leaves. */
  function windowOf(pid: number, perMinute: number, to = host) {
    const pace = paceOf(pid);
    const counting = async <T>(work: Promise<T>) => {
      busy++;
      return await work.finally(() => busy--);
    };
    const queue = new RequestQueue(perMinute, {
      share: () => counting(pace.share(to, perMinute)),
      take: () => counting(pace.take(to, perMinute)),
    });
    const times: number[] = [];
    const send = async (requests: number, waiting?: (ms: number) => void, into = times) => {
      atWork.add(pid);
      for (let count = 0; count < requests; count++)
        await queue.pass(() => Promise.resolve(into.push(Date.now())), never, waiting);
      atWork.delete(pid);
    };
    return { queue, times, send };
  }

  /** The most requests that left in any minute. */
  function mostInAMinute(...all: readonly (readonly number[])[]): number {
    const times = all.flat();
    return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + minute).length));
  }

  const pass = async <T>(work: Promise<T>) => await passTimeUntil(clock(), work, () => busy > 0);

  it('is the whole for one alone', async () => {
    const { send, times } = windowOf(1, 6);
    const from = Date.now();
    await pass(send(7));
    assert.deepEqual(times, [...Array<number>(6).fill(from), from + minute]);
  });

  it('is shared equally, and together they never make more', async () => {
    const [one, two] = [windowOf(1, 6), windowOf(2, 6)];
    await pass(Promise.all([one.send(12), two.send(12)]));
    assert.ok(mostInAMinute(one.times, two.times) <= 6, `${mostInAMinute(one.times, two.times)}`);
    for (const { times } of [one, two]) assert.equal(mostInAMinute(times), 3);
  });

  it('leaves others their part, though they do not need it yet', async () => {
    const { send, times } = windowOf(1, 6);
    atWork.add(2);
    await pass(send(7));
    assert.equal(mostInAMinute(times), 3);
  });

  it('goes by what others have begun and ended meanwhile', async () => {
    const [one, two] = [windowOf(1, 6), windowOf(2, 6)];
    const told: number[] = [];
    const from = Date.now();
    // The first one has made all of its requests of a minute when the second one begins.
    const first = one.send(20);
    const second = (async () => {
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      await two.send(4, (ms) => told.push(Date.now() + ms));
    })();
    await pass(Promise.all([first, second]));
    assert.ok(mostInAMinute(one.times, two.times) <= 6);
    assert.ok((two.times[0] ?? 0) >= from + minute, 'the second one waits until there is room');
    assert.ok(told.length > 0);
    assert.ok(Math.abs((told[0] ?? 0) - (two.times[0] ?? 0)) < 1_000, 'it was told when there would be');
    assert.equal(
      one.times.slice(-6).every((at) => at >= (two.times.at(-1) ?? 0)),
      true,
    );
    assert.equal(mostInAMinute(one.times.slice(-6)), 6, 'alone again, the first one has the whole');
  });

  // Whether a request reads or sends is all one to the pace, and so a look that takes long leaves others their part.
  describe('is left for a third, at least, to an import that waits while another one looks for rows for long', () => {
    const perMinute = 12;
    const places: Readonly<Record<string, readonly number[]>> = {
      'from the same window': [1],
      'from another window': [2],
      'from two other windows': [2, 3],
      'from the same window and another one': [1, 2],
    };
    for (const [what, pids] of Object.entries(places)) {
      it(what, async () => {
        const windows = new Map([1, ...pids].map((pid) => [pid, windowOf(pid, perMinute)]));
        const looked: number[] = [];
        const sent: number[] = [];
        const from = Date.now();
        const looking = windows.get(1)?.send(100, undefined, looked);
        const sending = pids.map((pid) => windows.get(pid)?.send(30, undefined, sent));
        await pass(Promise.all([looking, ...sending]));
        const until = Math.min(looked.at(-1) ?? 0, sent.at(-1) ?? 0);
        assert.ok(until >= from + 2 * minute);
        for (let at = from; at + minute <= until; at += minute) {
          const [look, others] = [looked, sent].map(
            (times) => times.filter((time) => time >= at && time < at + minute).length,
          );
          assert.ok(3 * (others ?? 0) >= (look ?? 0) + (others ?? 0), `${others} beside ${look}`);
        }
      });
    }
  });

  describe('asked by all of them in the same moment', () => {
    const pids = [1, 2, 3, 4, 5];
    let windows: readonly SharedPace[];
    beforeEach(() => (windows = pids.map(paceOf)));

    /** How many turns are given to who asks at once, and then, one after the other, as long as there are any. */
    async function given(perMinute: number): Promise<readonly [atOnce: number, inAll: number]> {
      const waits = await Promise.all(windows.map((window) => window.take(host, perMinute)));
      const atOnce = waits.filter((ms) => ms === 0).length;
      let inAll = atOnce;
      for (const window of windows) while (inAll < 50 && (await window.take(host, perMinute)) === 0) inAll++;
      return [atOnce, inAll];
    }

    it('is never more than the whole', async () => {
      for (let round = 0; round < 3; round++) {
        const [atOnce, inAll] = await given(3);
        assert.ok(atOnce <= 3, `${atOnce}`);
        assert.equal(inAll, 3);
        clock().tick(minute);
      }
    });
  });

  it('deletes what a window has written only when that window can write no more into it', async () => {
    const [one, two] = [paceOf(1), paceOf(2)];
    const files = () =>
      new Map(fs.readdirSync(folder()).map((name) => [name, fs.statSync(path.join(folder(), name)).size]));
    await one.take(host, 6);
    const first = files();
    assert.equal(first.size, 1);
    clock().tick(minute);
    // All of it is over, and its window, which may have looked before, begins another one.
    await two.take(host, 6);
    await one.take(host, 6);
    const [name = '', size] = [...first][0] ?? [];
    assert.equal(files().get(name), size);
    assert.equal(files().size, 3);
    clock().tick(minute + 1);
    await two.take(host, 6);
    assert.equal(files().has(name), false);
    assert.equal(files().size, 3);
  });

  it('tells how long requests take at it', async () => {
    const { queue } = windowOf(1, 6);
    assert.equal(await pass(queue.msFor(12)), 2 * minute);
    atWork.add(2);
    assert.equal(await pass(queue.msFor(12)), 4 * minute);
    assert.equal(await new RequestQueue(6).msFor(12), 2 * minute);
  });

  it('does not stop an import when it cannot be written down', async () => {
    fs.rmSync(folder(), { recursive: true });
    fs.writeFileSync(folder(), 'a file');
    const { send, times } = windowOf(1, 3);
    await pass(send(4));
    assert.equal(mostInAMinute(times), 3);
  });

  it('is counted for each host, forgets what is over, and says nothing of what was sent', async () => {
    const [one, other] = [windowOf(1, 3), windowOf(1, 3, 'https://b.example')];
    const from = Date.now();
    await pass(Promise.all([one.send(3), other.send(3)]));
    assert.deepEqual([...one.times, ...other.times], Array(6).fill(from));
    clock().tick(2 * minute + 1);
    await pass(one.send(1));
    const texts = fs.readdirSync(folder()).map((name) => fs.readFileSync(path.join(folder(), name), 'utf8'));
    assert.deepEqual(texts.map((text) => text.split('\n').length).sort(), [2, 4]);
    for (const text of texts) assert.match(text, /^(\d+\n)+$/);
  });
});

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Claim, ClaimedStream } from '../../../../../src/core/delivery/claims/claim';
import { ClaimFiles } from '../../../../../src/core/delivery/claims/claimFiles';
import { Claims, type ClaimPorts } from '../../../../../src/core/delivery/claims/claims';
import { settled, useStoppedClock } from '../../../../support/delivery/clock';
import { useFolder } from '../../../../support/delivery/folder';

const host = 'https://a.example';
const stream: ClaimedStream = { host, streamId: 'st-1' };
/** As long as a window may give no sign of life, in ms. */
const deadAfter = 20_000;

/** Has something happen around a look at claims, in all windows. @returns what ends that */
function around<Name extends 'isAlive' | 'of'>(
  name: Name,
  happen: (before: () => ReturnType<ClaimFiles[Name]>) => ReturnType<ClaimFiles[Name]>,
): () => void {
  const known = Object.getOwnPropertyDescriptor(ClaimFiles.prototype, name) ?? assert.fail();
  const look = known.value as (this: ClaimFiles, ...of: unknown[]) => ReturnType<ClaimFiles[Name]>;
  const value = function (this: ClaimFiles, ...of: unknown[]) {
    return happen(() => look.apply(this, of));
  };
  Object.defineProperty(ClaimFiles.prototype, name, { ...known, value });
  return () => void Object.defineProperty(ClaimFiles.prototype, name, known);
}

describe('claims', () => {
  const folder = useFolder();
  let held: Claim[] = [];
  let time = 0;
  let gone: Set<number>;
  beforeEach(() => ([held, time, gone] = [[], Date.UTC(2026, 0, 15), new Set<number>()]));
  afterEach(() => Promise.all(held.map((claim) => claim.release())));

  /** A window of its own, all of them with one clock. */
  function windowOf(pid: number, more: Partial<ClaimPorts> = {}): Claims {
    return new Claims(folder(), {
      pid,
      now: () => time,
      monotonic: () => time,
      processExists: (one) => !gone.has(one),
      ...more,
    });
  }

  async function take(claims: Claims, more: Partial<ClaimedStream> = {}): Promise<Claim> {
    const claim = await claims.take({ ...stream, ...more });
    assert.ok(claim, 'it was claimed already');
    held.push(claim);
    return claim;
  }

  const names = () => fs.readdirSync(folder()).sort();

  it('gives a stream to one import at a time, in one window as well as in two', async () => {
    const [one, other] = [windowOf(1), windowOf(2)];
    const claim = await take(one);
    assert.equal(await one.take(stream), undefined);
    assert.equal(await other.take(stream), undefined);
    assert.equal(await claim.isHeld(), true);
    await claim.release();
    assert.equal(await claim.isHeld(), false);
    await claim.release();
    await take(other);
  });

  for (const [what, more] of [
    ['another stream of the host', { streamId: 'st-2' }],
    ['a stream of another host', { host: 'https://b.example' }],
  ] as const) {
    it(`leaves ${what} to others`, async () => {
      const claim = await take(windowOf(1));
      const other = await take(windowOf(2), more);
      assert.deepEqual(
        [claim, other].map((one) => one.covers(stream)),
        [true, false],
      );
      assert.equal(other.covers({ ...stream, ...more }), true);
    });
  }

  it('leaves nothing of a claim that it did not get, nor of one that was released', async () => {
    const claim = await take(windowOf(1));
    const before = names();
    assert.equal(before.length, 1);
    assert.equal(await windowOf(2).take(stream), undefined);
    assert.deepEqual(names(), before);
    await claim.release();
    assert.deepEqual(names(), []);
  });

  it('says nothing of the stream but its host', async () => {
    await take(windowOf(1));
    const text = names()
      .map((name) => name + fs.readFileSync(path.join(folder(), name), 'utf8'))
      .join('\n');
    assert.ok(!text.includes('st-1'), text);
    for (const name of names())
      assert.equal(
        fs.statSync(path.join(folder(), name)).mode & 0o077,
        process.platform === 'win32' ? 0o066 : 0,
      );
  });

  describe('of a window that is gone', () => {
    it('are taken over at once when its process is gone', async () => {
      const claim = await take(windowOf(1));
      gone.add(1);
      await take(windowOf(2));
      assert.equal(await claim.isHeld(), false);
    });

    it('are taken over when it gave no sign of life for long: a recycled process id is no life', async () => {
      const claim = await take(windowOf(1));
      time += deadAfter - 1;
      assert.equal(await windowOf(2).take(stream), undefined);
      time += 1;
      const follower = await take(windowOf(2));
      assert.deepEqual([await claim.isHeld(), await follower.isHeld()], [false, true]);
      // It wakes up and ends: what is not its own any more is left alone.
      await claim.release();
      assert.equal(await follower.isHeld(), true);
      assert.equal(await windowOf(3).take(stream), undefined);
    });

    it('are dead though the clock was set back since', async () => {
      await take(windowOf(1));
      time -= 3_600_000;
      await take(windowOf(2));
    });

    it('go to one alone, however many want them', async () => {
      for (let round = 0; round < 5; round++) {
        const claim = await take(windowOf(1));
        gone.add(1);
        const wanted = await Promise.all([2, 3, 4, 5, 6].map((pid) => windowOf(pid).take(stream)));
        const winners = wanted.filter((one) => one !== undefined);
        held.push(...winners);
        assert.equal(winners.length, 1);
        gone.delete(1);
        await Promise.all([...winners, claim].map((one) => one.release()));
      }
    });

    it('go to it or to another one when it wakes up, and never to both', async () => {
      for (let round = 0; round < 5; round++) {
        const claim = await take(windowOf(1));
        time += deadAfter;
        const others = [2, 3, 4].map((pid) => windowOf(pid).take(stream));
        const [isHeld, ...wanted] = await Promise.all([claim.isHeld(), ...others]);
        const followers = wanted.filter((one) => one !== undefined);
        held.push(...followers);
        assert.equal(Number(isHeld) + followers.length, 1);
        assert.equal(await claim.isHeld(), isHeld);
        await Promise.all([claim, ...followers].map((one) => one.release()));
        assert.deepEqual(names(), []);
      }
    });

    it('are claimed anew by it when it wakes up first: who found them dead before comes too late', async () => {
      const claim = await take(windowOf(1));
      time += deadAfter;
      let woken: Promise<boolean> | undefined;
      // While the other one looks.
      const back = around('isAlive', async (before) => {
        const found = await before();
        await (woken ??= claim.isHeld());
        return found;
      });
      try {
        assert.equal(await windowOf(2).take(stream), undefined);
      } finally {
        back();
      }
      assert.deepEqual([await woken, await claim.isHeld(), claim.isFresh], [true, true, true]);
    });

    it('are not lost by waking up, whatever asks for them in that moment', async () => {
      const claim = await take(windowOf(1));
      time += deadAfter;
      assert.deepEqual(await Promise.all([claim.isHeld(), claim.isHeld()]), [true, true]);
      assert.equal(names().length, 1);
    });

    it('stay taken over when somebody comes who looked long before', async () => {
      await take(windowOf(1));
      const [first = ''] = names();
      const follower = JSON.stringify({ id: 'follower', pid: 2, host });
      const late = windowOf(3, {
        // While it looks at the dead one, another window takes that over, and ends, and so on.
        processExists: () => {
          fs.writeFileSync(path.join(folder(), first.replace('.0.', '.2.')), follower);
          return false;
        },
      });
      assert.equal(await late.take(stream), undefined);
      assert.equal(names().filter((name) => name.includes('.1.')).length, 0);
    });
  });

  describe('are fresh', () => {
    for (const [what, ports] of [
      [
        'by the time of day, since the other clock stands still while a machine sleeps',
        { monotonic: () => 0 },
      ],
      ['by the other clock, since the time of day may be set', { now: () => 0 }],
    ] as const) {
      it(`for as long as nobody can take them over, ${what}`, async () => {
        const claim = await take(windowOf(1, ports));
        time += deadAfter - 1;
        assert.equal(claim.isFresh, true);
        time += 1;
        assert.equal(claim.isFresh, false);
      });
    }

    describe('while a window is awake', () => {
      const clock = useStoppedClock();
      it('however long it takes', async () => {
        const claim = await take(windowOf(1, { now: Date.now, monotonic: () => performance.now() }));
        for (let beat = 0; beat < 10; beat++) {
          clock().tick(5_000);
          const begun = process.hrtime.bigint();
          const lived = () => fs.statSync(path.join(folder(), names()[0] ?? '')).mtimeMs;
          while (Date.now() > lived() && process.hrtime.bigint() - begun < 30_000_000_000n) await settled();
          await settled();
        }
        assert.equal(claim.isFresh, true);
      });
    });
  });

  describe('that are lost', () => {
    const lost = async (claim: Claim) => {
      assert.equal(await claim.isHeld(), false);
      return claim.wasRemoved;
    };

    it('were removed when their window was awake, and taken over otherwise, by whomever they are held now', async () => {
      const claim = await take(windowOf(1));
      assert.equal(claim.wasRemoved, false);
      fs.rmSync(folder(), { recursive: true });
      assert.equal(await lost(claim), true);
      const second = await take(windowOf(2));
      // Whoever finds the stream free takes it, and the reason stays the same.
      assert.equal(await lost(claim), true);
      time += deadAfter;
      const third = await take(windowOf(3));
      assert.equal(await lost(second), false);
      await third.release();
      assert.deepEqual(names(), []);
      assert.equal(await lost(second), false);
    });

    it('were removed also when that happens while they are looked at', async () => {
      const claim = await take(windowOf(1));
      const back = around('of', (before) => {
        fs.rmSync(folder(), { recursive: true, force: true });
        return before();
      });
      try {
        assert.equal(await lost(claim), true);
      } finally {
        back();
      }
    });

    describe('during a long request', () => {
      const clock = useStoppedClock();
      it('were removed when a sign of life found them gone in time', async () => {
        const claim = await take(windowOf(1, { now: Date.now }));
        // Before the first sign of life: one that is still reading would find it there, later than the next finds it gone.
        fs.rmSync(folder(), { recursive: true });
        clock().tick(5_000);
        // The disk keeps its own time, which stands still for nobody.
        const begun = process.hrtime.bigint();
        while (!claim.wasRemoved && process.hrtime.bigint() - begun < 30_000_000_000n) await settled();
        clock().tick(120_000);
        assert.equal(await lost(claim), true);
      });
    });
  });

  it('count as alive when they cannot be read, for as long as they are fresh', async () => {
    await take(windowOf(1));
    gone.add(1);
    for (const name of names()) fs.writeFileSync(path.join(folder(), name), '{"id":"x"');
    const now = new Date(time);
    for (const name of names()) fs.utimesSync(path.join(folder(), name), now, now);
    assert.equal(await windowOf(2).take(stream), undefined);
    assert.equal(await windowOf(2).isAnyAlive(), true);
    time += deadAfter;
    await take(windowOf(2));
  });

  it('tell whether any is alive, and are cleared', async () => {
    const claims = windowOf(1);
    assert.equal(await claims.isAnyAlive(), false);
    const claim = await take(claims);
    assert.equal(await windowOf(2).isAnyAlive(), true);
    await windowOf(2).clear();
    assert.equal(fs.existsSync(folder()), false);
    assert.equal(await claim.isHeld(), false);
    assert.equal(await claims.isAnyAlive(), false);
  });

  it('tell how many other windows are at work on a host, each once', async () => {
    const [one, two] = [windowOf(1), windowOf(2)];
    await take(one);
    await take(one, { streamId: 'st-2' });
    await take(two, { streamId: 'st-3' });
    await take(windowOf(3), { host: 'https://b.example' });
    assert.equal(await one.otherWindowsOn(host), 1);
    assert.equal(await windowOf(4).otherWindowsOn(host), 2);
    gone.add(2);
    assert.equal(await one.otherWindowsOn(host), 0);
  });
});

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { Claim, Claimed } from '../../../../../src/core/delivery/claims/claim';
import { Claims, type ClaimPorts } from '../../../../../src/core/delivery/claims/claims';
import { useFolder } from '../../../../support/delivery/folder';

const host = 'https://a.example';
const file: Claimed = { uri: 'file:///contacts.csv', hash: 'hash', stream: { host, streamId: 'st-1' } };
/** As long as a window may give no sign of life, in ms. */
const deadAfter = 20_000;

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
      processExists: (one) => !gone.has(one),
      ...more,
    });
  }

  async function take(claims: Claims, claimed: Partial<Claimed> = {}): Promise<Claim> {
    const claim = await claims.take({ ...file, ...claimed });
    assert.ok(claim, 'it was claimed already');
    held.push(claim);
    return claim;
  }

  const names = () => fs.readdirSync(folder()).sort();

  it('gives a file to one import at a time, in one window as well as in two', async () => {
    const [one, other] = [windowOf(1), windowOf(2)];
    const claim = await take(one);
    assert.equal(await one.take(file), undefined);
    assert.equal(await other.take(file), undefined);
    assert.equal(await claim.isHeld(), true);
    await claim.release();
    assert.equal(await claim.isHeld(), false);
    await claim.release();
    await take(other);
  });

  for (const [what, more, isFree] of [
    ['the same file with other rows', { hash: 'edited' }, false],
    ['the same rows in another file', { uri: 'file:///copy.csv' }, false],
    ['another file', { uri: 'file:///other.csv', hash: 'other' }, true],
    ['another stream', { stream: { host, streamId: 'st-2' } }, true],
    ['another host', { stream: { host: 'https://b.example', streamId: 'st-1' } }, true],
  ] as const) {
    it(`${isFree ? 'leaves' : 'does not leave'} ${what} to others`, async () => {
      await take(windowOf(1));
      const claim = await windowOf(2).take({ ...file, ...more });
      if (claim) held.push(claim);
      assert.equal(claim !== undefined, isFree);
    });
  }

  it('leaves nothing of a claim that it did not get in full, nor of one that was released', async () => {
    const claim = await take(windowOf(1));
    const before = names();
    assert.equal(await windowOf(2).take({ ...file, uri: 'file:///copy.csv' }), undefined);
    assert.deepEqual(names(), before);
    await claim.release();
    assert.deepEqual(names(), []);
  });

  it('says nothing of file or rows', async () => {
    await take(windowOf(1));
    const text = names()
      .map((name) => name + fs.readFileSync(path.join(folder(), name), 'utf8'))
      .join('\n');
    for (const secret of ['contacts', 'file:', 'st-1', '"hash"']) assert.ok(!text.includes(secret), text);
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
      assert.equal(await windowOf(2).take(file), undefined);
      time += 1;
      const follower = await take(windowOf(2));
      assert.deepEqual([await claim.isHeld(), await follower.isHeld()], [false, true]);
      // It wakes up and ends: what is not its own any more is left alone.
      await claim.release();
      assert.equal(await follower.isHeld(), true);
      assert.equal(await windowOf(3).take(file), undefined);
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
        const wanted = await Promise.all([2, 3, 4, 5, 6].map((pid) => windowOf(pid).take(file)));
        const winners = wanted.filter((one) => one !== undefined);
        held.push(...winners);
        assert.equal(winners.length, 1);
        gone.delete(1);
        await Promise.all([...winners, claim].map((one) => one.release()));
      }
    });

    it('stay taken over when somebody comes who looked long before', async () => {
      await take(windowOf(1));
      const [first = '', second = ''] = names();
      const follower = JSON.stringify({ id: 'follower', pid: 2, host });
      const late = windowOf(3, {
        // While it looks at the dead one, another window takes that over, and ends, and so on.
        processExists: () => {
          for (const name of [first, second])
            fs.writeFileSync(path.join(folder(), name.replace('.0.', '.2.')), follower);
          return false;
        },
      });
      assert.equal(await late.take(file), undefined);
      assert.equal(names().filter((name) => name.includes('.1.')).length, 0);
    });
  });

  it('count as alive when they cannot be read, for as long as they are fresh', async () => {
    await take(windowOf(1));
    gone.add(1);
    for (const name of names()) fs.writeFileSync(path.join(folder(), name), '{"id":"x"');
    const now = new Date(time);
    for (const name of names()) fs.utimesSync(path.join(folder(), name), now, now);
    assert.equal(await windowOf(2).take(file), undefined);
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
    await take(one, { uri: 'file:///b.csv', hash: 'b' });
    await take(two, { uri: 'file:///c.csv', hash: 'c' });
    await take(windowOf(3), { stream: { host: 'https://b.example', streamId: 'st-1' } });
    assert.equal(await one.otherWindowsOn(host), 1);
    assert.equal(await windowOf(4).otherWindowsOn(host), 2);
    gone.add(2);
    assert.equal(await one.otherWindowsOn(host), 0);
  });
});

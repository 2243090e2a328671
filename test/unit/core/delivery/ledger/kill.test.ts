import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { FileLedgerStore, ImportHistory } from '../../../../../src/core/delivery';
import { startSandbox, type Fault, type Sandbox, type SandboxOptions } from '../../../../support/sandbox';
import {
  claimed,
  clientOf,
  id,
  importOrResume,
  rows,
  type StreamAccess,
} from '../../../../support/delivery/killableImport';
import { heartbeatMs } from '../../../../../src/core/delivery/heartbeat';
import type { Kill, KilledProcess } from '../../../../support/delivery/killedProcess';
import { assertAllSettled, assertTrue } from '../../../../support/delivery/invariants';
import { isLong } from '../../../../support/long';

/** Processes that run at once. */
const atOnce = 3;
const never: Kill = { at: 'never' };
const writes = ['beforeWrite', 'tornWrite', 'afterWrite'] as const;
const inTurnAt = (number: number) => writes[number % writes.length] ?? 'tornWrite';

describe('an import whose process is killed', () => {
  let folder = '';
  before(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-killed-'));
    await build({
      entryPoints: [path.join(import.meta.dirname, '../../../../support/delivery/killedProcess.ts')],
      outfile: path.join(folder, 'killed.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

  /** A sandbox that takes a number twice, and the ledgers of the processes that send to it. */
  class Place implements AsyncDisposable {
    readonly store: FileLedgerStore;

    private constructor(
      readonly sandbox: Sandbox,
      private readonly ledgers: string,
    ) {
      this.store = new FileLedgerStore(ledgers);
    }

    static async open(options: SandboxOptions = {}): Promise<Place> {
      const sandbox = await startSandbox({ repeatedNumber: 'accept', ...options });
      return new Place(sandbox, fs.mkdtempSync(path.join(folder, 'ledgers-')));
    }

    async [Symbol.asyncDispose](): Promise<void> {
      await this.sandbox.stop();
    }

    /** Starts the import, or goes on with it. @returns whether the process was killed */
    async run(kill: Kill, started: (end: () => void) => void = () => undefined): Promise<boolean> {
      const told: KilledProcess = { ...this.told, folder: this.ledgers, kill };
      const child = spawn(process.execPath, [path.join(folder, 'killed.cjs'), JSON.stringify(told)], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      started(() => child.kill('SIGKILL'));
      const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
      this.passMoment();
      // Windows knows no signals: whoever is killed there has a code.
      if (code === 0) return false;
      assert.ok(signal === 'SIGKILL' || process.platform === 'win32', `it ended with ${code}`);
      return true;
    }

    /** As if its last sign of life had come so long ago that it is clear when it died: just now. */
    private passMoment(): void {
      const file = path.join(this.ledgers, `${id}.jsonl`);
      const touched = (Date.now() - heartbeatMs) / 1_000;
      if (fs.existsSync(file)) fs.utimesSync(file, touched, touched);
    }

    private get told(): StreamAccess {
      const { host, streamId, clientId, clientSecret: secret } = this.sandbox;
      return { stream: { host, streamId, clientId }, secret };
    }

    /** What the next start must find: nothing but the truth, and nobody at work. */
    async assertTrue(): Promise<void> {
      assertTrue(await claimed(this.store), this.sandbox);
      assert.notEqual((await new ImportHistory(this.store).read(id))?.isAlive, true);
    }

    /** Goes on to the end, after which every row is there once, and known to be. */
    async assertComesThrough(): Promise<void> {
      await importOrResume(clientOf(this.told), this.store);
      await this.assertTrue();
      const claims = await claimed(this.store);
      assertAllSettled(claims);
      assert.equal(claims.rowsWith('created', 'present').length, rows.length);
      assert.deepEqual(
        this.sandbox.contacts.map(({ firstName }) => firstName).toSorted(),
        rows.map(({ values }) => values.firstName).toSorted(),
      );
      assert.equal((await new ImportHistory(this.store).read(id))?.record.ended, true);
    }
  }

  /** Tries numbers from 1 on, some at once, until one comes through without being killed. */
  async function inTurn(play: (number: number) => Promise<boolean>): Promise<number> {
    for (let first = 1; ; first += atOnce) {
      const numbers = Array.from({ length: atOnce }, (_, index) => first + index);
      const killed = await Promise.all(numbers.map((number) => play(number)));
      if (killed.includes(false)) return first + killed.indexOf(false);
    }
  }

  // In turn, each kind of line is met in each way: there are three batches, with two lines each.
  for (const [name, at] of isLong
    ? writes.map((one) => [one, () => one] as const)
    : [['each in turn', inTurnAt] as const]) {
    it(`${name}: goes on where it stopped, whichever write it is`, async function () {
      this.timeout(60_000);
      const through = await inTurn(async (number) => {
        await using place = await Place.open();
        const killed = await place.run({ at: at(number), number });
        await place.assertTrue();
        await place.assertComesThrough();
        return killed;
      });
      // The first line, the hashes, two for each of three batches, and the end.
      assert.equal(through, 1 + 1 + 2 * 3 + 1 + 1);
    });
  }

  it('goes on when it is killed again while it does, at any of its writes', async function () {
    this.timeout(60_000);
    const through = await inTurn(async (number) => {
      await using place = await Place.open();
      // The second batch is on its way to the stream, and the ledger says so.
      assert.equal(await place.run({ at: 'afterWrite', number: 5 }), true);
      const killed = await place.run({ at: inTurnAt(number), number });
      await place.assertTrue();
      await place.assertComesThrough();
      return killed;
    });
    // That it goes on, whom two looks missed, what was found, two for each of two batches, and the end.
    assert.equal(through, 1 + 2 + 1 + 2 * 2 + 1 + 1);
  });

  it('goes on when it was killed after an answer had arrived, whichever it is', async function () {
    this.timeout(60_000);
    const through = await inTurn(async (number) => {
      await using place = await Place.open();
      const killed = await place.run({ at: 'answer', number });
      await place.assertTrue();
      assert.equal(place.sandbox.contacts.length, Math.min(12, 4 * number));
      await place.assertComesThrough();
      const present = (await claimed(place.store)).rowsWith('present');
      assert.equal(present.length, killed ? 4 : 0);
      return killed;
    });
    assert.equal(through, 4);
  });

  for (const [what, when, processingDelayMs] of [
    ['and is never processed', 'before', 0],
    ['and is processed', 'after', 0],
    ['and is processed later', 'after', 60],
  ] as const) {
    it(`goes on when it was killed while a request is on its way ${what}, whichever it is`, async function () {
      this.timeout(60_000);
      const play = async (number: number) => {
        const hang: Fault = { when, act: { kind: 'hang' } };
        let kill: () => void = () => undefined;
        let isAgain = false;
        await using place = await Place.open({
          processingDelayMs,
          faults: (request) =>
            !isAgain && request.call === 'import' && request.number === number ? hang : undefined,
          log: (line) => line.includes('hang') && kill(),
        });
        assert.equal(await place.run(never, (end) => (kill = end)), true);
        isAgain = true;
        await place.assertTrue();
        assert.deepEqual((await claimed(place.store)).rowsWith('unknown').length, 4);
        await place.assertComesThrough();
        assert.equal((await claimed(place.store)).rowsWith('present').length, when === 'after' ? 4 : 0);
      };
      await Promise.all([0, 1, 2].map(play));
    });
  }
});

import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { ClaimingProcess } from '../../../../support/delivery/claimingProcess';
import { useFolder } from '../../../../support/delivery/folder';

/** Until all processes of a round have started, in ms; one that comes late races with fewer. */
const startMs = 400;

describe('processes that claim the same stream at once', () => {
  const folder = useFolder();
  let running: ChildProcess[] = [];
  afterEach(kill);

  async function kill(): Promise<void> {
    const alive = running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = alive.map((child) => once(child, 'exit'));
    for (const child of running) child.kill('SIGKILL');
    running = [];
    await Promise.all(ended);
  }

  async function race(): Promise<readonly string[]> {
    const told: ClaimingProcess = { folder: path.join(folder(), 'claims'), at: Date.now() + startMs };
    running = Array.from({ length: 3 }, () =>
      spawn(process.execPath, [path.join(folder(), 'claiming.cjs'), JSON.stringify(told)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    const said = running.map(async ({ stdout }) => {
      assert.ok(stdout);
      const [line] = (await once(createInterface({ input: stdout }), 'line')) as [string];
      return line;
    });
    return (await Promise.all(said)).sort();
  }

  it('leave it to one, and so again when that one was killed', async function () {
    this.timeout(20_000);
    await build({
      entryPoints: [path.join(import.meta.dirname, '../../../../support/delivery/claimingProcess.ts')],
      outfile: path.join(folder(), 'claiming.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'error',
    });
    for (let round = 0; round < 2; round++) {
      assert.deepEqual(await race(), ['refused', 'refused', 'taken']);
      await kill();
    }
  });
});

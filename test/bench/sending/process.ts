import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A program of this folder that is running, in a process of its own so that its memory is its own. */
export interface Running {
  /** The next line that it prints. @throws when it ends before */
  line(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a program of this folder. @param name without `.ts` */
export function start(name: string, ...args: readonly string[]): Running {
  const file = path.join(import.meta.dirname, `${name}.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', '--expose-gc', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: AsyncIterator<string, undefined> = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  const ended = once(child, 'close');
  return {
    async line() {
      const result = await lines.next();
      if (result.done) throw new Error(`${name} ended before it said anything.`);
      return result.value;
    },
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** What a program prints when it has measured itself. */
export interface Measured {
  readonly ms: number;
  /** How much the resident memory grew at the most, in bytes. */
  readonly grewBy: number;
  /** The longest time in which nothing else had its turn, in ms. */
  readonly longest: number;
}

/** Does the work, and prints how long it took, at a stretch too, and how much memory it needed beyond what was there before. */
export async function measureOnce(work: () => Promise<void>): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  let [longest, turn] = [0, { at: performance.now(), cpu: process.cpuUsage() }];
  const ticks = setInterval(() => {
    const { user, system } = process.cpuUsage(turn.cpu);
    // What the machine did for others meanwhile does not count; see `timed`.
    longest = Math.max(longest, Math.min(performance.now() - turn.at, (user + system) / 1000));
    turn = { at: performance.now(), cpu: process.cpuUsage() };
  }, 1);
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  clearInterval(look);
  clearInterval(ticks);
  const grewBy = Math.max(most, process.memoryUsage.rss()) - before;
  console.log(JSON.stringify({ ms, grewBy, longest } satisfies Measured));
}

import { hash } from 'node:crypto';
import { appendFile, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { heartbeatMs } from '../heartbeat';
import { windowMs } from '../run/paceWindow';
import type { Claims } from './claims';

/** As long as a line is at most, in bytes: a process id, a time, and what stands between and behind. */
const lineBytes = 32;

/** A request that left. */
interface Start {
  readonly pid: number;
  /** ms since 1970. */
  readonly at: number;
}

/**
 * The pace of one host, which belongs to the account, and so to all windows of this machine. Each takes an equal part of
 * it while several are at work on imports, and all together never more than the whole. The windows write down in one file
 * for each host when their requests leave.
 */
export class SharedPace {
  constructor(
    private readonly folder: string,
    private readonly claims: Pick<Claims, 'otherWindowsOn'>,
    private readonly ports: { readonly now: () => number; readonly pid: number } = {
      now: Date.now,
      pid: process.pid,
    },
  ) {}

  /** How many requests this window may make in a minute, as long as the others go on. At least 1. */
  async share(host: string, perMinute: number): Promise<number> {
    return Math.max(1, Math.floor(perMinute / ((await this.claims.otherWindowsOn(host)) + 1)));
  }

  /**
   * Takes the turn for a request that leaves now.
   * @returns 0 when it was taken; otherwise how long to wait before asking again, in ms: others may begin or end meanwhile
   */
  async take(host: string, perMinute: number): Promise<number> {
    const { now, pid } = this.ports;
    const file = path.join(this.folder, `${hash('sha256', host, 'hex').slice(0, 32)}.pace`);
    const share = await this.share(host, perMinute);
    const starts = await this.starts(file, perMinute);
    const own = starts.filter((start) => start.pid === pid);
    const free = Math.max(freeAt(starts, perMinute), freeAt(own, share));
    const at = now();
    if (free > at) return Math.min(free - at, heartbeatMs);
    await mkdir(this.folder, { recursive: true });
    // Or it would grow for ever.
    if (starts.length === 0) await rm(file, { force: true });
    await appendFile(file, `${pid} ${at}\n`, { mode: 0o600 });
    return 0;
  }

  /** Requests of all windows that still count, in order. */
  private async starts(file: string, perMinute: number): Promise<readonly Start[]> {
    const handle = await open(file, 'r').catch(() => undefined);
    if (handle === undefined) return [];
    try {
      const { size } = await handle.stat();
      const length = Math.min(size, lineBytes * (perMinute + 1));
      const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
      const now = this.ports.now();
      return Array.from(buffer.toString('latin1').matchAll(/^(\d{1,10}) (\d{1,16})$/gm), ([, pid, at]) => ({
        pid: Number(pid),
        at: Number(at),
      })).filter(({ at }) => Math.abs(now - at) < windowMs);
    } finally {
      await handle.close();
    }
  }
}

/** When one more may leave. */
function freeAt(starts: readonly Start[], limit: number): number {
  const first = starts.at(-limit);
  return starts.length < limit || first === undefined ? 0 : first.at + windowMs;
}

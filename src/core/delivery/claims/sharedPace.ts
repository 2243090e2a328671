import { hash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { windowMs } from '../run/paceWindow';
import type { Claims } from './claims';

/** Two windows that were in each other's way ask again after a time of their own, up to this, in ms. */
const asideMs = 200;

/** A request that left. */
interface Start {
  readonly pid: number;
  /** ms since 1970. */
  readonly at: number;
}

/** A file of requests that one window made, from a time on (ms since 1970), for no longer than a window of the pace. */
interface Log {
  readonly name: string;
  readonly pid: number;
  readonly from: number;
}

/**
 * The pace of one host, which belongs to the account, and so to all windows of this machine. Each takes an equal part of
 * it while several are at work on imports, and all together never more than the whole. Each window writes down when its
 * requests leave, in files of its own: they are only appended to, and deleted once nothing in them can count, so that
 * nobody waits for a lock, and none takes away what another one writes.
 */
export class SharedPace {
  /** Those that are being written, by host. */
  private readonly own = new Map<string, Log>();

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
   * @returns 0 when it was taken; otherwise how long there is to wait as things are, in ms: others may begin or end meanwhile
   */
  async take(host: string, perMinute: number): Promise<number> {
    const { now, pid } = this.ports;
    const share = await this.share(host, perMinute);
    const before = await this.starts(host);
    const own = before.filter((start) => start.pid === pid);
    const free = Math.max(freeAt(before, perMinute), freeAt(own, share));
    const at = now();
    if (free > at) return free - at;
    await mkdir(this.folder, { recursive: true });
    const file = path.join(this.folder, this.ownLog(host, at).name);
    await appendFile(file, `${at}\n`, { mode: 0o600 });
    // Another window may have seen the same room, and taken it in the same moment: of two, the later one sees both.
    if ((await this.starts(host)).length <= perMinute) return 0;
    await appendFile(file, `-${at}\n`);
    return 1 + Math.floor(Math.random() * asideMs);
  }

  /** Requests of all windows that still count, in order. Deletes what none does of. */
  private async starts(host: string): Promise<readonly Start[]> {
    const now = this.ports.now();
    const starts: Start[] = [];
    for (const { name, pid, from } of await this.logs(host)) {
      const file = path.join(this.folder, name);
      // Its window began another one long ago, or is gone.
      if (Math.abs(now - from) > 2 * windowMs) await rm(file, { force: true }).catch(() => undefined);
      else for (const at of timesIn(await readFile(file, 'latin1').catch(() => ''))) starts.push({ pid, at });
    }
    return starts.filter(({ at }) => Math.abs(now - at) < windowMs).sort((a, b) => a.at - b.at);
  }

  private async logs(host: string): Promise<readonly Log[]> {
    const names = await readdir(this.folder).catch((): string[] => []);
    return names.flatMap((name) => {
      const [, key, pid, from] = /^([0-9a-f]+)\.(\d{1,10})\.(\d{1,16})\.pace$/.exec(name) ?? [];
      return key === keyOf(host) ? [{ name, pid: Number(pid), from: Number(from) }] : [];
    });
  }

  private ownLog(host: string, at: number): Log {
    const known = this.own.get(host);
    if (known && Math.abs(at - known.from) < windowMs) return known;
    const { pid } = this.ports;
    const log = { name: `${keyOf(host)}.${pid}.${at}.pace`, pid, from: at };
    this.own.set(host, log);
    return log;
  }
}

function keyOf(host: string): string {
  return hash('sha256', host, 'hex').slice(0, 32);
}

/** Times of a log, less those that were taken back, each by a line of its own. A line that is being written counts not yet. */
function timesIn(text: string): readonly number[] {
  const times: number[] = [];
  for (const [, back, time] of text.matchAll(/^(-?)(\d{1,16})\n/gm)) {
    const place = times.lastIndexOf(Number(time));
    if (back === '') times.push(Number(time));
    else if (place >= 0) times.splice(place, 1);
  }
  return times;
}

/** When one more may leave. */
function freeAt(starts: readonly Start[], limit: number): number {
  const first = starts.at(-limit);
  return starts.length < limit || first === undefined ? 0 : first.at + windowMs;
}

import { hash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { processExists } from '../processExists';
import { Claim, type Claimed } from './claim';
import { ClaimFiles, type Claimant, type ClaimFile } from './claimFiles';

/** What claims need of the machine; the defaults are the machine itself. */
export interface ClaimPorts {
  readonly now: () => number;
  readonly pid: number;
  readonly processExists: (pid: number) => boolean;
}

/**
 * Which files are on their way to which streams, for all windows of this machine. Nobody waits for a claim: who does not
 * get it is told so. Each is a file that only one can make; one that is dead is not removed, which two could do one after
 * the other, but followed by one with the next number, which again only one can make.
 */
export class Claims {
  private readonly files: ClaimFiles;
  private readonly ports: ClaimPorts;

  /** @param folder where they lie: one that all windows share */
  constructor(
    private readonly folder: string,
    ports: Partial<ClaimPorts> = {},
  ) {
    this.ports = { now: Date.now, pid: process.pid, processExists, ...ports };
    this.files = new ClaimFiles(folder, this.ports.now, this.ports.processExists);
  }

  /**
   * Claims a file for a stream, wherever else its rows lie.
   * @returns `undefined` when it is claimed already, by this window or another one
   * @throws when the folder cannot be written
   */
  async take(claimed: Claimed): Promise<Claim | undefined> {
    const { pid } = this.ports;
    const claimant = { id: randomUUID(), pid, host: claimed.stream.host };
    const taken: ClaimFile[] = [];
    const claim = new Claim(this.files, claimant, claimed, taken);
    try {
      for (const key of keysOf(claimed)) {
        const file = await this.takeKey(key, claimant);
        if (file) taken.push(file);
        else {
          await claim.release();
          return undefined;
        }
      }
    } catch (error) {
      await claim.release();
      throw error;
    }
    return claim;
  }

  /** Whether any window of this machine is sending, or about to. */
  async isAnyAlive(): Promise<boolean> {
    for (const file of await this.files.latest()) if (await this.files.isAlive(file)) return true;
    return false;
  }

  /** How many other windows are at work on imports to a host. */
  async otherWindowsOn(host: string): Promise<number> {
    const windows = new Set<number>();
    for (const file of await this.files.latest()) {
      const claimant = await this.files.read(file);
      if (claimant?.host !== host || claimant.pid === this.ports.pid) continue;
      if (await this.files.isAlive(file)) windows.add(claimant.pid);
    }
    return windows.size;
  }

  /** Deletes what lies in the folder, also claims that are alive: ask {@link isAnyAlive} before. */
  async clear(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  private async takeKey(key: string, claimant: Claimant): Promise<ClaimFile | undefined> {
    const before = await this.files.of(key);
    const last = before.at(-1);
    if (last && (await this.files.isAlive(last))) return undefined;
    const own = { key, number: last ? last.number + 1 : 0 };
    if (!(await this.files.create(own, claimant))) return undefined;
    // Who looked long ago may come late, and make a number that was dead and gone again.
    const now = await this.files.of(key);
    if (now.at(-1)?.number !== own.number) {
      await this.files.remove(own);
      return undefined;
    }
    for (const dead of now.slice(0, -1)) await this.files.remove(dead);
    return own;
  }
}

/** In one order for all, so that of two who want the same one gets it. */
function keysOf({ uri, hash: content, stream: { host, streamId } }: Claimed): readonly string[] {
  const keyOf = (...parts: readonly string[]) =>
    hash('sha256', JSON.stringify([host, streamId, ...parts]), 'hex').slice(0, 32);
  return [keyOf('uri', uri), keyOf('hash', content)].sort();
}

import { hash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { processExists } from '../processExists';
import { Claim, type ClaimedStream, type Clocks } from './claim';
import { ClaimFiles, type Claimant, type ClaimFile } from './claimFiles';

/** What claims need of the machine; the defaults are the machine itself. */
export interface ClaimPorts extends Clocks {
  readonly pid: number;
  readonly processExists: (pid: number) => boolean;
}

/**
 * Which streams an import is on its way to, for all windows of this machine: one at a time for a stream, whatever its file,
 * since what an import has not sent yet tells others nothing. Nobody waits for a claim: who does not get it is told so.
 * Each is a file that only one can make; one that is dead is not removed, which two could do one after
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
    const clocks: Clocks = { now: Date.now, monotonic: () => performance.now() };
    this.ports = { ...clocks, pid: process.pid, processExists, ...ports };
    this.files = new ClaimFiles(folder, this.ports.now, this.ports.processExists);
  }

  /**
   * Claims a stream.
   * @returns `undefined` when it is claimed already, by this window or another one
   * @throws when the folder cannot be written
   */
  async take(stream: ClaimedStream): Promise<Claim | undefined> {
    const { host, streamId } = stream;
    const claimant = { id: randomUUID(), pid: this.ports.pid, host };
    const key = hash('sha256', JSON.stringify([host, streamId]), 'hex').slice(0, 32);
    const file = await this.takeKey(key, claimant);
    return file && new Claim(this.files, claimant, stream, file, this.ports);
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

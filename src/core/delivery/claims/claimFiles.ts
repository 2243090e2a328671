import { mkdir, open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { heartbeatMs } from '../heartbeat';

/** Who claims something: a window, for one import. Nothing about what is sent. */
export interface Claimant {
  /** Given to no other import. */
  readonly id: string;
  readonly pid: number;
  /** The stream's host, whose pace the import takes part in. */
  readonly host: string;
}

/** A claim as it lies on the disk. Of those with one key the one with the highest number counts. */
export interface ClaimFile {
  readonly key: string;
  readonly number: number;
}

/** A claim whose window gave no sign of life for so long (ms) is dead. */
export const deadAfterMs = 4 * heartbeatMs;

const ending = '.claim';
const schema = v.object({ id: v.string(), pid: v.pipe(v.number(), v.integer()), host: v.string() });

/** Claims as files of one folder. What they hold never changes; their time of change is the last sign of life. */
export class ClaimFiles {
  constructor(
    private readonly folder: string,
    private readonly now: () => number,
    private readonly processExists: (pid: number) => boolean,
  ) {}

  /** Those that count, one for each key. */
  async latest(): Promise<readonly ClaimFile[]> {
    const latest = new Map<string, ClaimFile>();
    for (const file of await this.list()) {
      if (file.number >= (latest.get(file.key)?.number ?? 0)) latest.set(file.key, file);
    }
    return [...latest.values()];
  }

  /** Those with one key, the one that counts last. */
  async of(key: string): Promise<readonly ClaimFile[]> {
    const files = (await this.list()).filter((file) => file.key === key);
    return files.sort((a, b) => a.number - b.number);
  }

  /**
   * Makes a file that is not there.
   * @param time of its first sign of life, in ms since 1970
   * @returns false when it is: somebody else was faster
   */
  async create(file: ClaimFile, claimant: Claimant, time = this.now()): Promise<boolean> {
    await mkdir(this.folder, { recursive: true });
    try {
      const handle = await open(this.path(file), 'wx', 0o600);
      try {
        await handle.appendFile(JSON.stringify(claimant));
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (isCode(error, 'EEXIST')) return false;
      throw error;
    }
    await this.touch(file, time);
    return true;
  }

  /** `undefined` for one that is gone, or cannot be read: it may be about to be written. */
  async read(file: ClaimFile): Promise<Claimant | undefined> {
    try {
      return v.parse(schema, JSON.parse(await readFile(this.path(file), 'utf8')));
    } catch {
      return undefined;
    }
  }

  /**
   * Whether its window is still at work: it gave a sign of life not long ago, for the number of a process that is gone may
   * belong to another one, and, as far as can be read who it is, its process exists.
   */
  async isAlive(file: ClaimFile): Promise<boolean> {
    const touched = await stat(this.path(file)).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    // A clock that was set back would keep a dead claim alive for as long.
    if (touched === undefined || Math.abs(this.now() - touched) >= deadAfterMs) return false;
    const claimant = await this.read(file);
    return claimant === undefined || this.processExists(claimant.pid);
  }

  /** A sign of life at that time, in ms since 1970: given before, for a process may stand still in between. */
  async touch(file: ClaimFile, time: number): Promise<void> {
    await utimes(this.path(file), new Date(time), new Date(time));
  }

  async remove(file: ClaimFile): Promise<void> {
    await rm(this.path(file), { force: true });
  }

  private async list(): Promise<ClaimFile[]> {
    const names = await readdir(this.folder).catch((error: unknown): string[] => {
      if (isCode(error, 'ENOENT')) return [];
      throw error;
    });
    return names.flatMap((name) => {
      const [, key, number] = /^([0-9a-f]+)\.(\d{1,9})\.claim$/.exec(name) ?? [];
      return key === undefined ? [] : [{ key, number: Number(number) }];
    });
  }

  private path({ key, number }: ClaimFile): string {
    return path.join(this.folder, `${key}.${number}${ending}`);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

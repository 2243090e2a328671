import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { replaceFile } from '../../core/files/replaceFile';
import { pauseIfDue } from '../../core/files/slices';
import { storing } from '../../core/files/storageError';
import { systemError } from '../../core/files/systemError';
import type { EncodedPage } from '../../protocol/encodedPage';
import { count, parse } from '../../protocol/parse';
import { listedRows, parseResults, type Results } from '../../protocol/results';
import { countRows } from '../../protocol/rowPage';

/** So many imports keep their results. */
const mostKept = 20;

const ending = '.results';
/** Of results that are not those of now: their import went on, and may have been cut off. */
const asideEnding = '.before';

/**
 * Keeps the results of the last imports, so that the page survives a reload of the window: a file each, that only its
 * owner may read. They hold the contacts that came back, personal data as they are: nothing else of the extension's does,
 * and {@link clear} deletes it. A file is the length of its head in four bytes, the head, which has everything but the rows,
 * the pages of these as they are told, and the digest of all of that: one that is damaged is none.
 */
export class ResultsStore {
  /**
   * @param folder for nothing else; it is made when the first results are kept
   * @param older files in which versions of before kept theirs: they are not read any more, but deleted
   */
  constructor(
    private readonly folder: string,
    private readonly older: readonly string[] = [],
  ) {}

  /** @throws StorageError when they cannot be written; what was kept of the import before is then still there */
  async save(results: Results): Promise<void> {
    await storing(async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await replaceFile(this.file(results.importId), piecesOf(results));
    });
    await rm(this.aside(results.importId), { force: true });
    for (const each of [ending, asideEnding])
      for (const file of (await this.latest(each)).slice(mostKept)) await rm(file, { force: true });
  }

  /** Sets those of an import that goes on aside: they are true no more, and still tell what no ledger does. */
  async setAside(importId: string): Promise<void> {
    await rename(this.file(importId), this.aside(importId)).catch(ignoreMissing);
  }

  /** Keeps how far an import is, which will go on no more. @throws StorageError */
  async saveAside(results: Results): Promise<void> {
    await storing(async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await replaceFile(this.aside(results.importId), piecesOf(results));
    });
  }

  /** Those that were set aside; `undefined` when there are none that are whole. */
  async loadAside(importId: string): Promise<Results | undefined> {
    return await readResults(this.aside(importId)).catch(() => undefined);
  }

  /**
   * Results that were kept; `undefined` when there are none, or none that are whole.
   * @param importId whose; those that were kept last when it is not given
   */
  async load(importId?: string): Promise<Results | undefined> {
    try {
      const file = importId === undefined ? (await this.latest())[0] : this.file(importId);
      return file === undefined ? undefined : await readResults(file);
    } catch {
      return undefined;
    }
  }

  /** Those of a file's last import that are kept; `undefined` when there are none that are whole. */
  async loadOf(fileUri: string): Promise<Results | undefined> {
    for (const file of await this.latest().catch(() => [])) {
      const results = await readResults(file, (head) => head.fileUri === fileUri).catch(() => undefined);
      if (results !== undefined) return results;
    }
    return undefined;
  }

  /** Keeps results as they are given back, where any are. Which were kept last stays as it is. */
  async change(changed: (results: Results) => Results | undefined): Promise<void> {
    const files = await Promise.all([ending, asideEnding].map((each) => this.latest(each).catch(() => [])));
    for (const file of files.flat()) {
      const results = await readResults(file, (head) => changed(head) !== undefined).catch(() => undefined);
      const other = results && changed(results);
      if (other === undefined) continue;
      const { mtime } = await stat(file);
      await storing(() => replaceFile(file, piecesOf(other)));
      await utimes(file, mtime, mtime);
    }
  }

  /** Deletes those of these imports, if there are any. */
  async remove(importIds: readonly string[]): Promise<void> {
    for (const importId of importIds)
      for (const file of [this.file(importId), this.aside(importId)]) await rm(file, { force: true });
  }

  /** Deletes all of them. */
  async clear(): Promise<void> {
    await storing(async () => {
      await rm(this.folder, { recursive: true, force: true });
      for (const file of this.older) await rm(file, { force: true });
    });
  }

  /** The files, the one that was written last first. */
  private async latest(end = ending): Promise<readonly string[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(end));
    const files = await Promise.all(
      names.map(async (name) => {
        const file = path.join(this.folder, name);
        // Another window may have removed it by now.
        return {
          file,
          at: await stat(file).then(
            ({ mtimeMs }) => mtimeMs,
            () => 0,
          ),
        };
      }),
    );
    return files.toSorted((a, b) => b.at - a.at).map(({ file }) => file);
  }

  private file(importId: string): string {
    return path.join(this.folder, `${path.basename(importId)}${ending}`);
  }

  private aside(importId: string): string {
    return path.join(this.folder, `${path.basename(importId)}${asideEnding}`);
  }
}

function ignoreMissing(error: unknown): void {
  if (systemError(error).code !== 'ENOENT') throw error;
}

/** Rows and bytes of each page. */
const sizesSchema = v.object({ sizes: v.array(v.strictTuple([count, count])) });

const hashed = 'sha256';

async function* piecesOf({ rows, ...about }: Results): AsyncGenerator<Uint8Array> {
  const sizes = rows.map(({ count: rowCount, bytes }) => [rowCount, bytes.length]);
  const head = Buffer.from(JSON.stringify({ ...about, rows: [], sizes }));
  const headLength = Buffer.alloc(4);
  headLength.writeUInt32LE(head.length);
  const digest = createHash(hashed);
  for (const piece of [headLength, head, ...rows.map(({ bytes }) => bytes)]) {
    await pauseIfDue();
    digest.update(piece);
    yield piece;
  }
  yield digest.digest();
}

/**
 * @param isWanted asked of everything but the rows, which are not read of others
 * @throws when the file cannot be read, or was never one of results
 */
async function readResults(
  file: string,
  isWanted: (about: Results) => boolean = () => true,
): Promise<Results | undefined> {
  const handle = await open(file);
  try {
    const { buffer: headLength } = await handle.read(Buffer.alloc(4));
    const length = Math.min(headLength.readUInt32LE(), (await handle.stat()).size);
    const { buffer: head } = await handle.read(Buffer.alloc(length));
    const told: unknown = JSON.parse(head.toString());
    const about = parseResults(told);
    const sizes = parse(sizesSchema, told)?.sizes;
    if (about === undefined || sizes === undefined || !isWanted(about)) return undefined;
    const kept = await handle.readFile();
    const digest = createHash(hashed).update(headLength).update(head);
    let end = 0;
    const rows: EncodedPage[] = [];
    for (const [rowCount, size] of sizes) {
      await pauseIfDue();
      // A copy: each has a buffer of its own.
      const bytes = new Uint8Array(kept.subarray(end, (end += size)));
      digest.update(bytes);
      rows.push({ count: rowCount, bytes });
    }
    const isWhole = digest.digest().equals(kept.subarray(end)) && countRows(rows) === listedRows(about);
    return isWhole ? { ...about, rows } : undefined;
  } finally {
    await handle.close();
  }
}

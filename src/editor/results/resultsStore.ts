import { createReadStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { replaceFile } from '../../core/files/replaceFile';
import { storing } from '../../core/files/storageError';
import { listedRows, parseResults, type Results } from '../../protocol/results';
import { countRows, type RowPage } from '../../protocol/rowPage';
import { pageFromJson, pageToJson } from '../../protocol/rowPageJson';

/** So many imports keep their results. */
const mostKept = 20;

const ending = '.json';

/**
 * Keeps the results of the last imports, so that the page survives a reload of the window: a file each, that only its
 * owner may read. They hold the contacts that came back, personal data as they are: nothing else of the extension's does,
 * and {@link clear} deletes it. The first line has everything but the rows, each further one a page of them.
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
      await replaceFile(this.file(results.importId), linesOf(results));
    });
    for (const file of (await this.latest()).slice(mostKept)) await rm(file, { force: true });
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

  /** Deletes those of these imports, if there are any. */
  async remove(importIds: readonly string[]): Promise<void> {
    for (const importId of importIds) await rm(this.file(importId), { force: true });
  }

  /** Deletes all of them. */
  async clear(): Promise<void> {
    await storing(async () => {
      await rm(this.folder, { recursive: true, force: true });
      for (const file of this.older) await rm(file, { force: true });
    });
  }

  /** The files, the one that was written last first. */
  private async latest(): Promise<readonly string[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(ending));
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
}

async function* linesOf({ rows, ...rest }: Results): AsyncGenerator<string> {
  yield `${JSON.stringify({ ...rest, rows: [] })}\n`;
  for (const page of rows) {
    await setImmediate();
    yield `${JSON.stringify(pageToJson(page))}\n`;
  }
}

/** @param isWanted asked of everything but the rows, which are not read of others */
async function readResults(
  file: string,
  isWanted: (head: Results) => boolean = () => true,
): Promise<Results | undefined> {
  let head: Results | undefined;
  const rows: RowPage[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const told: unknown = JSON.parse(line);
    if (head === undefined) {
      head = parseResults(told);
      if (head === undefined || !isWanted(head)) return undefined;
    } else {
      const page = pageFromJson(told);
      if (page === undefined) return undefined;
      rows.push(page);
    }
    await setImmediate();
  }
  if (head === undefined) return undefined;
  // A file that was cut off at the end of a line has fewer.
  return countRows(rows) === listedRows(head) ? { ...head, rows } : undefined;
}

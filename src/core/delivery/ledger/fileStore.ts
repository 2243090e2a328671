import fs from 'node:fs';
import { open, readdir, rm, mkdir, stat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../../files/replaceFile';
import { storing } from '../../files/storageError';
import { diskLedgerFile, tornMark } from './diskLedgerFile';
import type { ExtractKind } from './extract';
import type { LedgerFile, LedgerStore } from './store';

const ending = '.jsonl';

/** What is read of a ledger's end, in bytes: the lines that end an import are short. */
const tailBytes = 1_000;

/** Ledgers as files of one folder, which is made when the first is opened. */
export class FileLedgerStore implements LedgerStore {
  constructor(private readonly folder: string) {}

  async list(): Promise<readonly string[]> {
    const names = await storing(() => readdir(this.folder).catch(noneIfMissing));
    return names.filter((name) => name.endsWith(ending)).map((name) => path.basename(name, ending));
  }

  async *lines(id: string): AsyncIterable<string> {
    const file = this.file(id);
    if (!fs.existsSync(file)) return;
    let line = '';
    for await (const chunk of fs.createReadStream(file, 'utf8') as AsyncIterable<string>) {
      const [first = '', ...more] = chunk.split('\n');
      line += first;
      for (const next of more) {
        if (!line.endsWith(tornMark)) yield line;
        line = next;
      }
    }
  }

  async lastLine(id: string): Promise<string | undefined> {
    const handle = await open(this.file(id), 'r').catch(() => undefined);
    if (handle === undefined) return undefined;
    try {
      const { size } = await handle.stat();
      const length = Math.min(size, tailBytes);
      const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
      const lines = buffer.toString().split('\n');
      // What stands behind the last line break is torn; what stands before the first one may be.
      return lines.length > (length < size ? 2 : 1) ? lines.at(-2) : undefined;
    } finally {
      await handle.close();
    }
  }

  async touchedAt(id: string): Promise<number | undefined> {
    try {
      return (await stat(this.file(id))).mtimeMs;
    } catch {
      return undefined;
    }
  }

  async open(id: string): Promise<LedgerFile> {
    return await storing(async () => {
      await mkdir(this.folder, { recursive: true });
      const file = this.file(id);
      // Not 'a+', whose reads and appends some network drives mix up; the end is looked at through a handle of its own.
      const torn = await endsTorn(file);
      const handle = await open(file, 'a', 0o600);
      try {
        // What was torn off stays a line of its own: it is passed over, and what follows is not.
        if (torn) await handle.appendFile(`${tornMark}\n`);
      } catch (error) {
        await handle.close();
        throw error;
      }
      return diskLedgerFile(handle, file);
    });
  }

  async delete(id: string): Promise<void> {
    await storing(async () => {
      // The ledger first: without it nothing else of it counts.
      await rm(this.file(id), { force: true });
      const names = await readdir(this.folder).catch(noneIfMissing);
      const beside = names.filter((name) => name.startsWith(`${path.basename(id)}.`));
      for (const name of beside) await rm(path.join(this.folder, name), { force: true });
    });
  }

  async stamp(id: string): Promise<string | undefined> {
    try {
      const { size, mtimeMs } = await stat(this.file(id));
      return `${size} ${mtimeMs}`;
    } catch {
      return undefined;
    }
  }

  async extract(id: string, kind: ExtractKind): Promise<Buffer | undefined> {
    try {
      return await readFile(this.file(id, `.${kind}`));
    } catch {
      return undefined;
    }
  }

  async keepExtract(id: string, kind: ExtractKind, pieces: readonly Buffer[]): Promise<void> {
    await replaceFile(this.file(id, `.${kind}`), pieces);
  }

  async summaries(): Promise<string | undefined> {
    return await readFile(this.summariesFile, 'utf8').catch(() => undefined);
  }

  async keepSummaries(text: string): Promise<void> {
    await replaceFile(this.summariesFile, [text]);
  }

  async since(): Promise<number | undefined> {
    try {
      const time = Date.parse(await readFile(this.sinceFile, 'utf8'));
      // Damaged, it tells at least until when ledgers were deleted.
      return Number.isNaN(time) ? (await stat(this.sinceFile)).mtimeMs : time;
    } catch {
      return undefined;
    }
  }

  async keepSince(time: number): Promise<void> {
    await storing(async () => {
      await mkdir(this.folder, { recursive: true });
      await replaceFile(this.sinceFile, [new Date(time).toISOString()]);
    });
  }

  private get summariesFile(): string {
    return path.join(this.folder, 'summaries');
  }

  private get sinceFile(): string {
    return path.join(this.folder, 'since');
  }

  private file(id: string, end = ending): string {
    return path.join(this.folder, `${path.basename(id)}${end}`);
  }
}

/** Whether the last line lacks its end. */
async function endsTorn(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const { size } = await handle.stat();
    if (size === 0) return false;
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer[0] !== 0x0a;
  } finally {
    await handle.close();
  }
}

function noneIfMissing(error: unknown): never[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}

import { StorageError } from '../../files/storageError';
import { heartbeatMs } from '../heartbeat';
import type { ImportRow, RowResult } from '../run/outcome';
import type { RequestTime } from '../run/past';
import type { ImportJournal } from '../run/ports';
import { lineOf, type Entry, type ImportEntry } from './entries';
import { encodeNotes, encodeOutcomes, encodePlaces, type ToldOutcome } from './rowCodes';
import type { LedgerFile, LedgerStore } from './store';

/** Writes into the ledger of an import that what is left of it shall not be offered any more. */
export async function forget(store: Pick<LedgerStore, 'open'>, id: string): Promise<void> {
  await note(store, id, { t: 'forget' });
}

/** Writes into the ledger of an import where its file is from now on. An import that goes on is not disturbed. */
export async function moveFile(store: Pick<LedgerStore, 'open'>, id: string, uri: string): Promise<void> {
  await note(store, id, { t: 'file', uri });
}

async function note(store: Pick<LedgerStore, 'open'>, id: string, entry: Entry): Promise<void> {
  const file = await store.open(id);
  try {
    await file.append(lineOf(entry));
  } finally {
    await file.close();
  }
}

/** Writes down an import while it goes on. Whatever may be wanted of it after a crash is on the disk before it matters. */
export class ImportLedger implements ImportJournal {
  private readonly heart: NodeJS.Timeout;
  private isOpen = true;

  private constructor(
    readonly id: string,
    private readonly file: LedgerFile,
    private readonly now: () => number,
  ) {
    // A sign of life that fails is no reason to end the import.
    this.heart = setInterval(() => void file.touch().catch(() => undefined), heartbeatMs);
    this.heart.unref();
  }

  /** Begins the ledger of a new import. */
  static async begin(
    store: LedgerStore,
    about: Omit<ImportEntry, 't' | 'v' | 'at' | 'pid'>,
    now: () => number = Date.now,
  ): Promise<ImportLedger> {
    try {
      return await ImportLedger.open(store, about.id, now, (at) => ({
        t: 'run',
        v: 1,
        at,
        pid: process.pid,
        ...about,
      }));
    } catch (error) {
      // Nothing has left, and half a line would be taken for a ledger that was damaged.
      await store.delete(about.id).catch(() => undefined);
      throw error;
    }
  }

  /** Goes on with one. @throws StorageError when there is none any more: without its first line nothing of it counts */
  static async resume(store: LedgerStore, id: string, now: () => number = Date.now): Promise<ImportLedger> {
    const touched = await store.touchedAt(id);
    if (touched === undefined) throw new StorageError('ENOENT');
    // Who died had at most as long to live as there is between two signs of life.
    const seen = new Date(Math.min(touched + heartbeatMs, now())).toISOString();
    return await ImportLedger.open(store, id, now, (at) => ({ t: 'resume', at, pid: process.pid, seen }));
  }

  private static async open(
    store: LedgerStore,
    id: string,
    now: () => number,
    entry: (at: string) => Entry,
  ): Promise<ImportLedger> {
    const ledger = new ImportLedger(id, await store.open(id), now);
    try {
      await ledger.append(entry(ledger.time));
      return ledger;
    } catch (error) {
      // Or it would give signs of life of an import that never began.
      await ledger.leave();
      throw error;
    }
  }

  /**
   * Names rows of the import by their hashes, those from a place on. Before they are sent: their names are on the disk
   * with {@link sending} at the latest, which is soon enough, and waiting for the disk more often takes longer.
   */
  async rows(from: number, hashes: readonly string[]): Promise<void> {
    await this.write({ t: 'rows', from, hashes: hashes.join('') });
  }

  async sending(rows: readonly ImportRow[]): Promise<void> {
    await this.append({ t: 'send', rows: encodePlaces(rows.map(({ index }) => index)), at: this.time });
  }

  /** On the disk before the next rows leave, and within moments when none do. */
  async settled(
    rows: readonly ImportRow[],
    results: readonly RowResult[],
    time?: RequestTime,
  ): Promise<void> {
    const notes = encodeNotes(results.map(({ note }) => note));
    await this.write({
      t: 'out',
      rows: encodePlaces(rows.map(({ index }) => index)),
      outcomes: encodeOutcomes(results.map(toldOutcome)),
      ids: results.flatMap((result) => (result.outcome === 'created' ? [result.contact.id] : [])),
      ...(notes !== undefined && { notes }),
      ...(time && { at: new Date(time.endedAt).toISOString() }),
      ...(time?.startedAt !== undefined && { ms: Math.max(0, time.endedAt - time.startedAt) }),
    });
  }

  async missed(rows: readonly ImportRow[], began: number): Promise<void> {
    const places = encodePlaces(rows.map(({ index }) => index));
    await this.write({ t: 'missed', rows: places, at: new Date(began).toISOString() });
  }

  /** The import has come to its end, whatever that was. */
  async end(): Promise<void> {
    try {
      await this.append({ t: 'end', at: this.time });
    } finally {
      await this.leave();
    }
  }

  /** Lets go of the ledger without a word. May be called twice. */
  async leave(): Promise<void> {
    clearInterval(this.heart);
    if (!this.isOpen) return;
    this.isOpen = false;
    await this.file.close();
  }

  private async write(entry: Entry): Promise<void> {
    await this.file.write(lineOf(entry));
  }

  private async append(entry: Entry): Promise<void> {
    await this.file.append(lineOf(entry));
  }

  private get time(): string {
    return new Date(this.now()).toISOString();
  }
}

function toldOutcome({ outcome, note }: RowResult): ToldOutcome {
  return outcome === 'refused' && note?.kind !== 'batch' ? 'refusedAlone' : outcome;
}

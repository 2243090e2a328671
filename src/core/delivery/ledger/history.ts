import type { Outcome } from '../run/outcome';
import type { Stream } from '../../stream/stream';
import { EarlierRows } from './earlierRows';
import { readEntry, type ImportEntry } from './entries';
import { heartbeatMs } from './importLedger';
import { ImportRecord } from './importRecord';
import type { LedgerStore } from './store';

/** Outcomes after which something can still be done for a row: send it, again, or ask for it. */
export const openOutcomes: readonly Outcome[] = ['notSent', 'unknown', 'absent', 'refused'];

/** An import as it stands, and whether somebody is at work on it. */
export interface KnownImport {
  readonly record: ImportRecord;
  readonly isAlive: boolean;
}

/** What the ledgers of earlier imports tell. */
export class ImportHistory {
  constructor(
    private readonly store: LedgerStore,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * The import of that id; `undefined` when it has no ledger, one that cannot be read, or one that is not wanted by its
   * first line: a long one is then not read further.
   */
  async read(
    id: string,
    isWanted: (begun: ImportEntry) => boolean = () => true,
  ): Promise<KnownImport | undefined> {
    const record = await this.record(id, isWanted);
    return record && { record, isAlive: await this.isAlive(record) };
  }

  /** Every import, the latest first. */
  async all(): Promise<readonly KnownImport[]> {
    return await this.readAll(await this.store.list());
  }

  /** Imports that somebody is at work on. */
  async alive(): Promise<readonly KnownImport[]> {
    const ids: string[] = [];
    for (const id of await this.store.list()) if (await this.isFresh(id)) ids.push(id);
    return (await this.readAll(ids)).filter(({ isAlive }) => isAlive);
  }

  /** Imports that nobody is at work on and that did not come to an end, less those that the user does not want to hear of. */
  async cutOff(): Promise<readonly KnownImport[]> {
    const ids: string[] = [];
    for (const id of await this.store.list()) {
      // Nearly all have ended, and are not read for this.
      const last = readEntry((await this.store.lastLine(id)) ?? '');
      if (last?.t !== 'end' && last?.t !== 'forget') ids.push(id);
    }
    return (await this.readAll(ids)).filter(
      ({ isAlive, record }) => !isAlive && !record.ended && !record.forgotten,
    );
  }

  /**
   * What imports tell of rows on a stream, made with the key that is in use.
   * @param except the import that asks, for what it knows itself is not told by others
   */
  async earlierOn(
    stream: Pick<Stream, 'host' | 'streamId'>,
    key: string,
    except?: string,
  ): Promise<EarlierRows> {
    const earlier = new EarlierRows();
    for await (const record of this.recordsOf(stream, (run) => run.key === key && run.id !== except))
      earlier.add(record);
    return earlier;
  }

  /** Ids of the contacts that imports have created on a stream until now, whatever key is in use. */
  async idsOn(stream: Pick<Stream, 'host' | 'streamId'>): Promise<Set<string>> {
    const ids = new Set<string>();
    for await (const record of this.recordsOf(stream)) for (const id of record.ids.values()) ids.add(id);
    return ids;
  }

  private async *recordsOf(
    { host, streamId }: Pick<Stream, 'host' | 'streamId'>,
    isWanted: (run: ImportEntry) => boolean = () => true,
  ): AsyncGenerator<ImportRecord> {
    for (const id of await this.store.list()) {
      const record = await this.record(
        id,
        (run) => run.stream.host === host && run.stream.streamId === streamId && isWanted(run),
      );
      if (record) yield record;
    }
  }

  private async readAll(ids: readonly string[]): Promise<readonly KnownImport[]> {
    const imports = await Promise.all(ids.map((id) => this.read(id)));
    return imports
      .filter((known) => known !== undefined)
      .sort((a, b) => b.record.begun.at.localeCompare(a.record.begun.at));
  }

  private async record(
    id: string,
    isWanted: (begun: ImportEntry) => boolean,
  ): Promise<ImportRecord | undefined> {
    let record: ImportRecord | undefined;
    try {
      for await (const line of this.store.lines(id)) {
        const entry = readEntry(line);
        if (entry?.t === 'run' && !record) {
          if (!isWanted(entry)) return undefined;
          record = new ImportRecord(entry);
        }
        if (entry) record?.add(entry);
      }
      record?.close(Math.min(((await this.store.touchedAt(id)) ?? 0) + heartbeatMs, this.now()));
      return record;
    } catch {
      // A part of it tells nothing: a row could seem never to have left.
      return undefined;
    }
  }

  /**
   * Whether a process is at work on it: it has not ended, its process exists, and has given a sign of life not long
   * ago, for the number of a process that is gone may belong to another one.
   */
  private async isAlive({ ended, pid, begun }: ImportRecord): Promise<boolean> {
    return !ended && processExists(pid) && (await this.isFresh(begun.id));
  }

  private async isFresh(id: string): Promise<boolean> {
    const touched = (await this.store.touchedAt(id)) ?? 0;
    return this.now() - touched < 4 * heartbeatMs;
  }
}

function processExists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

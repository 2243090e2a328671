import type { Outcome } from '../run/outcome';
import type { Stream } from '../../stream/stream';
import { runInSlices } from '../../files/slices';
import { processExists } from '../processExists';
import { EarlierRows } from './earlierRows';
import { readEntry, type ImportEntry } from './entries';
import type { Extract, ExtractKind } from './extract';
import { Extracts } from './extracts';
import { IdSet } from './idSet';
import { heartbeatMs } from '../heartbeat';
import type { ImportRecord } from './importRecord';
import { readRecord } from './readRecord';
import { RowFilter } from './rowFilter';
import { RowPasts } from './rowPasts';
import type { LedgerStore } from './store';

/** Outcomes after which something can still be done for a row: send it, again, or ask for it. */
export const openOutcomes: readonly Outcome[] = ['notSent', 'unknown', 'absent', 'refused'];

/** An import as it stands, and whether somebody is at work on it. */
export interface KnownImport {
  readonly record: ImportRecord;
  readonly isAlive: boolean;
}

/** Imports that somebody is at work on. */
export interface AliveImports {
  readonly imports: readonly KnownImport[];
  /** Whether a ledger that is being written cannot be read: what is sent where by that import is not known. */
  readonly hasUnreadable: boolean;
}

/** Where rows went or would go. */
type Place = Pick<Stream, 'host' | 'streamId'>;

const never = new AbortController().signal;

/** What the ledgers of earlier imports tell. */
export class ImportHistory {
  private readonly extracts: Extracts;

  constructor(
    private readonly store: LedgerStore,
    private readonly now: () => number = Date.now,
  ) {
    this.extracts = new Extracts(store, (id) => this.isFresh(id));
  }

  /**
   * The import of that id; `undefined` when it has no ledger, one that cannot be read, or one that is not wanted by its
   * first line: a long one is then not read further.
   */
  async read(
    id: string,
    isWanted: (begun: ImportEntry) => boolean = () => true,
  ): Promise<KnownImport | undefined> {
    const record = await readRecord(this.store, id, isWanted);
    if (record === undefined) return undefined;
    record.close(Math.min(((await this.store.touchedAt(id)) ?? 0) + heartbeatMs, this.now()));
    return { record, isAlive: await this.isAlive(record) };
  }

  /** The address of an import's file, of which no more than the first line is read; `undefined` when that cannot be. */
  async fileOf(id: string): Promise<string | undefined> {
    let uri: string | undefined;
    await readRecord(this.store, id, ({ file }) => {
      uri = file.uri;
      return false;
    });
    return uri;
  }

  /** Every import, the latest first. */
  async all(): Promise<readonly KnownImport[]> {
    return await this.readAll(await this.store.list());
  }

  /** Imports that somebody is at work on. */
  async alive(): Promise<AliveImports> {
    const imports: KnownImport[] = [];
    let hasUnreadable = false;
    for (const id of await this.store.list()) {
      if (!(await this.isFresh(id))) continue;
      const known = await this.read(id);
      if (known?.isAlive) imports.push(known);
      // One that was deleted meanwhile is not fresh any more.
      hasUnreadable ||= known === undefined && (await this.isFresh(id));
    }
    return { imports, hasUnreadable };
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
   * What became of rows when earlier imports sent them to a stream. Ledgers of imports that have ended are read for it
   * once: afterwards their extracts are, which takes a fraction of the time.
   * @param key tells with which key the hashes are made; imports that used another one tell nothing
   * @param hashesOf the rows' hashes, asked for only when something was sent there
   */
  async pastOf(stream: Place, key: string, hashesOf: () => Promise<ReadonlySet<string>>): Promise<RowPasts> {
    const pasts = new RowPasts();
    let filter: RowFilter | undefined;
    for await (const { head, entries } of this.extractsOn(stream, 'rows')) {
      if (head.key !== key || entries.length === 0) continue;
      filter ??= new RowFilter(await hashesOf());
      await runInSlices(
        filter.find(entries, (hash, outcome) => pasts.add(hash, outcome, head.id)),
        never,
      );
    }
    return pasts;
  }

  /**
   * What imports tell of rows on a stream, made with the key that is in use.
   * @param except the import that asks, for what it knows itself is not told by others
   */
  async earlierOn({ host, streamId }: Place, key: string, except?: string): Promise<EarlierRows> {
    const earlier = new EarlierRows();
    for (const id of await this.store.list()) {
      const known = await this.read(
        id,
        (begun) =>
          begun.key === key &&
          begun.id !== except &&
          begun.stream.host === host &&
          begun.stream.streamId === streamId,
      );
      if (known) earlier.add(known.record);
    }
    return earlier;
  }

  /** Tells ids of the contacts that imports have created on a stream until now, whatever key is in use. */
  async idsOn(stream: Place): Promise<Pick<IdSet, 'has'>> {
    const ids = new IdSet();
    for await (const { entries } of this.extractsOn(stream, 'ids')) {
      await runInSlices(ids.addAll(entries), never);
    }
    return ids;
  }

  private async *extractsOn({ host, streamId }: Place, kind: ExtractKind): AsyncGenerator<Extract> {
    for await (const extract of this.extracts.all(kind)) {
      if (extract.head.host === host && extract.head.streamId === streamId) yield extract;
    }
  }

  private async readAll(ids: readonly string[]): Promise<readonly KnownImport[]> {
    const imports = await Promise.all(ids.map((id) => this.read(id)));
    return imports
      .filter((known) => known !== undefined)
      .sort((a, b) => b.record.begun.at.localeCompare(a.record.begun.at));
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

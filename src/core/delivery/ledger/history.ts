import type { Outcome } from '../run/outcome';
import type { KnownIds } from '../run/ports';
import type { Claims } from '../claims/claims';
import type { Stream } from '../../stream/stream';
import { pauseIfDue, runInSlices } from '../../files/slices';
import { processExists } from '../processExists';
import { EarlierRows, isOnStream, settledRows } from './earlierRows';
import { readEntry, type ImportEntry } from './entries';
import { type EarlierOutcome } from './rowCodes';
import type { Extract, ExtractKind } from './extract';
import { Extracts } from './extracts';
import { HashSet, type Hashes } from './hashSet';
import { IdSet } from './idSet';
import { heartbeatMs } from '../heartbeat';
import type { ImportRecord } from './importRecord';
import { readRecord } from './readRecord';
import { RowFilter } from './rowFilter';
import type { LedgerStore } from './store';
import { Summaries, type ImportSummary } from './summaries';

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
  private readonly summarised: Summaries;

  constructor(
    private readonly store: LedgerStore,
    private readonly now: () => number = Date.now,
  ) {
    this.extracts = new Extracts(store, (id) => this.isFresh(id));
    this.summarised = new Summaries(store, (id) => this.read(id));
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

  /** Whether nobody is at work on an import any more, by its last line alone. */
  async isOver(id: string): Promise<boolean> {
    const last = readEntry((await this.store.lastLine(id)) ?? '');
    return last?.t === 'end' || last?.t === 'forget' || !(await this.isFresh(id));
  }

  /** Every import in short, the latest first; only ledgers that have changed since the last time are read for it. */
  async summaries(): Promise<readonly ImportSummary[]> {
    return await this.summarised.all();
  }

  /** Every import, the latest first. */
  async all(): Promise<readonly KnownImport[]> {
    return await this.readAll(await this.store.list());
  }

  /** Imports with rows that have one of these outcomes, the latest first; the ledgers of others are not read. */
  async withRows(...wanted: readonly Outcome[]): Promise<readonly KnownImport[]> {
    const ids: string[] = [];
    for await (const { head } of this.extracts.all('numbers'))
      if (wanted.some((outcome) => head.counts[outcome] > 0)) ids.push(head.id);
    return await this.readAll(ids);
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
   * What imports tell of rows on a stream. Ledgers of imports that have ended are read for it once: afterwards their
   * extracts are, which takes a fraction of the time; only those that left some of these rows without a certain answer
   * are read again, since they tell when and how it was looked for them.
   * @param key tells with which key the hashes are made; imports that used another one tell nothing but that
   * @param hashesOf the rows' hashes, asked for only when something was sent there
   * @param except the import that asks, for what it knows itself is not told by others
   */
  async earlierOn(
    stream: Place,
    key: string,
    hashesOf: () => Promise<Hashes>,
    except?: string,
  ): Promise<EarlierRows> {
    let hashes: Hashes | undefined;
    const earlier = new EarlierRows((hash) => hashes?.has(hash) ?? false);
    let filter: RowFilter | undefined;
    const unreadable = (id: string) => (earlier.unreadable += Number(id !== except));
    const found: string[] = [];
    for await (const { head, entries } of this.extractsOn(stream, 'numbers', unreadable)) {
      if (head.id === except) continue;
      if (head.isDamaged || (head.key !== key && entries.length > 0)) earlier.unreadable++;
      if (head.key !== key || entries.length === 0) continue;
      hashes ??= await hashesOf();
      filter ??= await runInSlices(RowFilter.of(hashes), never);
      if (filter && (await runInSlices(filter.mayHaveAny(entries), never))) found.push(head.id);
    }
    const doubtful = new Map<string, HashSet>();
    for await (const { head, entries } of this.extracts.all('rows', found, unreadable)) {
      const settledRow = settledRows(head.at);
      const take = (hash: string, outcome: EarlierOutcome) => {
        const told = settledRow(outcome);
        if (told) {
          earlier.add(hash, told);
          return;
        }
        const hashes = doubtful.get(head.id) ?? new HashSet();
        doubtful.set(head.id, hashes);
        hashes.add(hash);
      };
      if (filter) await runInSlices(filter.find(entries, take), never);
    }
    for (const [id, hashes] of doubtful) await this.addDoubtful(earlier, id, hashes);
    return earlier;
  }

  /** Adds what an import tells of rows that it left without a certain answer, less those that others have brought there. */
  private async addDoubtful(earlier: EarlierRows, id: string, hashes: Hashes): Promise<void> {
    const open = new HashSet();
    let isAny = false;
    for (const hash of hashes) {
      await pauseIfDue();
      if (isOnStream(earlier.at(hash))) continue;
      open.add(hash);
      isAny = true;
    }
    const known = isAny ? await this.read(id) : undefined;
    if (known) {
      await runInSlices(earlier.addAll(known.record, open), never);
      return;
    }
    // Its ledger was deleted meanwhile, or cannot be read any more: that they have left is known all the same.
    const told = { is: 'doubtful', past: { request: { endedAt: this.now() } } } as const;
    for (const hash of open) earlier.add(hash, told);
  }

  /**
   * Deletes imports that nobody has been at work on since then and of whose rows none is `unknown`: of those the ledger is
   * all that keeps them from being sent twice. One whose stream is claimed stays: it may be about to be resumed.
   * @param time in ms since 1970
   * @returns ids of those that were deleted
   */
  async removeBefore(time: number, claims: Pick<Claims, 'take'>): Promise<readonly string[]> {
    const old: string[] = [];
    for (const id of await this.store.list()) {
      const touched = await this.store.touchedAt(id);
      if (touched !== undefined && touched < time && !(await this.isFresh(id))) old.push(id);
    }
    const removed: string[] = [];
    for await (const { head } of this.extracts.all('numbers', old)) {
      if (head.counts.unknown > 0) continue;
      const isRemoved = await this.removeClaimed(head.id, head, claims, async () => {
        // Gone on with meanwhile, in another window.
        if ((await this.store.stamp(head.id)) !== head.stamp) return false;
        // First of all: what is told must be true whenever this ends.
        if (removed.length === 0) await this.store.keepSince(Math.max(time, (await this.since()) ?? 0));
        return true;
      });
      if (isRemoved) removed.push(head.id);
    }
    return removed;
  }

  /** Deletes an import that was cut off, unless somebody goes on with it, or is about to. */
  async removeCutOff({ begun: { id, stream } }: ImportRecord, claims: Pick<Claims, 'take'>): Promise<void> {
    await this.removeClaimed(id, stream, claims, async () => (await this.read(id))?.isAlive === false);
  }

  /** @param isStillSo whether it may be deleted, as the disk tells it with the claim held */
  private async removeClaimed(
    id: string,
    stream: Place,
    claims: Pick<Claims, 'take'>,
    isStillSo: () => Promise<boolean>,
  ): Promise<boolean> {
    const claim = await claims.take({ host: stream.host, streamId: stream.streamId });
    if (claim === undefined) return false;
    try {
      if (!(await isStillSo())) return false;
      await this.remove(id);
      return true;
    } finally {
      await claim.release();
    }
  }

  /** Deletes an import, for whoever holds the claim of its stream. */
  async remove(id: string): Promise<void> {
    await this.store.delete(id);
  }

  /** From when on imports are known, in ms since 1970; `undefined` when none was ever deleted. */
  async since(): Promise<number | undefined> {
    return await this.store.since();
  }

  /** Ids of the contacts that imports have created on a stream until now, whatever key is in use. */
  async idsOn(stream: Place): Promise<KnownIds> {
    const ids = new IdSet();
    for await (const { entries } of this.extractsOn(stream, 'ids')) {
      await runInSlices(ids.addAll(entries), never);
    }
    return ids;
  }

  /** @param unreadable is told of ledgers of which not even the stream is known */
  private async *extractsOn(
    { host, streamId }: Place,
    kind: ExtractKind,
    unreadable?: (id: string) => void,
  ): AsyncGenerator<Extract> {
    for await (const extract of this.extracts.all(kind, undefined, unreadable)) {
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

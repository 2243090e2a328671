import { runInSlices } from '../../files/slices';
import {
  decodeExtract,
  encodeExtract,
  extractKinds,
  makeExtract,
  type Extract,
  type ExtractKind,
} from './extract';
import { readRecord } from './readRecord';
import type { LedgerStore } from './store';

/** Nothing ends this work before its time. */
const never = new AbortController().signal;

/** So many files are read while one is looked at: a disk has more than one at a time. */
const readAhead = 4;

/** What is kept of an import, and the state of its ledger. */
interface Kept {
  readonly id: string;
  readonly stamp: string | undefined;
  readonly bytes: Buffer | undefined;
}

/** The extracts of a store's ledgers: kept ones as long as they are good, and otherwise made anew, in slices. */
export class Extracts {
  /** @param isAtWork whether somebody may be writing the ledger; nothing is kept of it then, for it would not last */
  constructor(
    private readonly store: LedgerStore,
    private readonly isAtWork: (id: string) => Promise<boolean>,
  ) {}

  /**
   * The extracts of imports whose ledgers can be read: of all of them, or of these.
   * @param unreadable is told which cannot
   */
  async *all(
    kind: ExtractKind,
    ids?: readonly string[],
    unreadable: (id: string) => void = () => undefined,
  ): AsyncGenerator<Extract> {
    const waiting = [...(ids ?? (await this.store.list()))];
    const read: Promise<Kept>[] = [];
    for (;;) {
      for (const id of waiting.splice(0, readAhead - read.length)) read.push(this.read(id, kind));
      const kept = await read.shift();
      if (kept === undefined) return;
      const extract = await this.of(kept, kind);
      if (extract) yield extract;
      // One that is gone tells nothing that could be missed.
      else if ((await this.store.stamp(kept.id)) !== undefined) unreadable(kept.id);
    }
  }

  private async read(id: string, kind: ExtractKind): Promise<Kept> {
    // The stamp before anything else: what is added while the ledger is read must not count as having been read.
    return { id, stamp: await this.store.stamp(id), bytes: await this.store.extract(id, kind) };
  }

  private async of({ id, stamp, bytes }: Kept, kind: ExtractKind): Promise<Extract | undefined> {
    if (stamp === undefined) return undefined;
    return (
      (bytes && (await runInSlices(decodeExtract(bytes, kind, id, stamp), never))) ??
      (await this.make(id, kind, stamp))
    );
  }

  private async make(id: string, kind: ExtractKind, stamp: string): Promise<Extract | undefined> {
    const record = await readRecord(this.store, id);
    if (record === undefined) return undefined;
    const lasts = record.ended || !(await this.isAtWork(id));
    let wanted: Extract | undefined;
    for (const each of lasts ? extractKinds : [kind]) {
      const extract = await runInSlices(makeExtract(each, record, stamp), never);
      if (each === kind) wanted = extract;
      if (lasts && extract) await this.keep(extract);
    }
    return wanted;
  }

  private async keep(extract: Extract): Promise<void> {
    const { id, kind } = extract.head;
    try {
      const pieces = await runInSlices(encodeExtract(extract), never);
      if (pieces) await this.store.keepExtract(id, kind, pieces);
    } catch {
      // A disk that is full costs time the next time, and nothing else.
    }
    // Deleted meanwhile: what is kept of it must go too.
    if ((await this.store.stamp(id)) === undefined) await this.store.delete(id);
  }
}

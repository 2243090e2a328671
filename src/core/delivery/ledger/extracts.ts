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

/** The extracts of a store's ledgers: kept ones as long as they are good, and otherwise made anew, in slices. */
export class Extracts {
  /** @param isAtWork whether somebody may be writing the ledger; nothing is kept of it then, for it would not last */
  constructor(
    private readonly store: LedgerStore,
    private readonly isAtWork: (id: string) => Promise<boolean>,
  ) {}

  /** The extract of an import; `undefined` when its ledger is gone or cannot be read. */
  async of(id: string, kind: ExtractKind): Promise<Extract | undefined> {
    // Before anything is read: what is added while it is read must not count as having been read.
    const stamp = await this.store.stamp(id);
    if (stamp === undefined) return undefined;
    const kept = await this.store.extract(id, kind);
    return (
      (kept && (await runInSlices(decodeExtract(kept, kind, id, stamp), never))) ??
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
      const bytes = await runInSlices(encodeExtract(extract), never);
      if (bytes) await this.store.keepExtract(id, kind, bytes);
    } catch {
      // A disk that is full costs time the next time, and nothing else.
    }
    // Deleted meanwhile: what is kept of it must go too.
    if ((await this.store.stamp(id)) === undefined) await this.store.delete(id);
  }
}

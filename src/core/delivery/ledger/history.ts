import type { Outcome } from '../run/outcome';
import { readEntry } from './entries';
import { heartbeatMs } from './runLedger';
import { RunRecord } from './runRecord';
import type { LedgerStore } from './store';

/** Outcomes after which something can still be done for a row: send it, again, or ask for it. */
export const openOutcomes: readonly Outcome[] = ['notSent', 'unknown', 'absent', 'refused'];

/** An import as it stands, and whether somebody is at work on it. */
export interface KnownRun {
  readonly record: RunRecord;
  readonly isAlive: boolean;
}

/** What the ledgers of earlier imports tell. */
export class RunHistory {
  constructor(
    private readonly store: LedgerStore,
    private readonly now: () => number = Date.now,
  ) {}

  /** The import of that id; `undefined` when it has no ledger, or one that cannot be read. */
  async read(id: string): Promise<KnownRun | undefined> {
    let record: RunRecord | undefined;
    for await (const line of this.store.lines(id)) {
      const entry = readEntry(line);
      if (entry?.t === 'run') record ??= new RunRecord(entry);
      if (entry) record?.add(entry);
    }
    return record && { record, isAlive: await this.isAlive(record) };
  }

  /** Every import, the latest first. */
  async all(): Promise<readonly KnownRun[]> {
    const runs = await Promise.all((await this.store.list()).map((id) => this.read(id)));
    return runs
      .filter((run) => run !== undefined)
      .sort((a, b) => b.record.run.at.localeCompare(a.record.run.at));
  }

  /** Hashes of the rows that earlier imports created on a stream, made with the key that is in use. */
  async createdOn(
    stream: { readonly host: string; readonly streamId: string },
    key: string,
  ): Promise<Set<string>> {
    const created = new Set<string>();
    for (const { record } of await this.all()) {
      const { run, outcomes } = record;
      if (run.key !== key || run.stream.host !== stream.host || run.stream.streamId !== stream.streamId)
        continue;
      for (const [place, outcome] of outcomes.entries())
        if (outcome === 'created') created.add(record.hashAt(place));
    }
    created.delete('');
    return created;
  }

  /**
   * Whether a process is at work on it: it has not ended, its process exists, and has given a sign of life not long
   * ago, for the number of a process that is gone may belong to another one.
   */
  private async isAlive({ ended, pid, run }: RunRecord): Promise<boolean> {
    if (ended || !processExists(pid)) return false;
    const touched = (await this.store.touchedAt(run.id)) ?? 0;
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

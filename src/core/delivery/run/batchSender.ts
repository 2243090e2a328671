import type { Failure } from '../failure';
import { batchOf, type Batch, type ImportContent } from './batches';
import type { Knowledge } from './answerEntries';
import { reconcile } from './reconcile';
import { lookTwice, type StreamLookUp } from './lookUp';
import { actionAfter } from './failureAction';
import type { ImportRow, RowResult, ImportEnd } from './outcome';
import { notSent, unknown, type ImportParts } from './ports';
import { Requests } from './requests';

/** What follows when a batch is refused. Gives the import's end, if this is it. */
export type OnRefused = (batch: Batch, failure: Failure) => Promise<ImportEnd | undefined>;

/** Sends batches and settles each of their rows; see `meaningOf` for what a failure leads to. */
export class BatchSender {
  readonly requests: Requests;
  /** Of contacts that were created here: what is shown again is not created again. */
  private readonly ids = new Set<string>();
  private known: ReturnType<ImportParts['knownIds']> | undefined;

  constructor(private readonly parts: ImportParts) {
    this.requests = new Requests(parts);
  }

  /** Sends one batch, in parts if it must be. Gives the import's end, if this is it. */
  async deliver(outgoing: ImportContent, batch: Batch, onRefused: OnRefused): Promise<ImportEnd | undefined> {
    const { rows } = batch;
    if (this.isTooLarge(batch)) return await this.inHalves(outgoing, rows, onRefused);
    const answer = await this.requests.send(batch);
    if (answer === undefined) return { why: 'cancelled' };
    if ('mismatch' in answer) return { why: 'misread', ...answer };
    if (answer.ok) {
      const { results, unmatched } = reconcile(rows, answer.value, await this.knowledge());
      await this.settle(rows, results);
      this.parts.answered(answer.value.contacts.length, unmatched);
      return undefined;
    }
    const { failure } = answer;
    switch (actionAfter(failure)) {
      case 'refused':
        return await onRefused(batch, failure);
      case 'unknown':
        return await this.find(rows, failure);
      case 'end':
        await this.settleAs(unknown, rows);
        return this.cancelled() ?? { why: 'failed', failure };
      case 'halve':
        if (rows.length === 1) return await this.refuse(batch, failure);
        await this.settleAs(notSent, rows);
        this.parts.limits.rows = Math.ceil(rows.length / 2);
        return await this.inHalves(outgoing, rows, onRefused);
      case 'wait':
      case 'reconnect':
      case 'stop':
      case 'cancelled':
        await this.settleAs(notSent, rows);
        return this.cancelled() ?? { why: 'failed', failure };
    }
  }

  /** Sends rows in two batches, or as one if there is but one row. */
  async inHalves(
    outgoing: ImportContent,
    rows: readonly ImportRow[],
    onRefused: OnRefused,
  ): Promise<ImportEnd | undefined> {
    const middle = Math.ceil(rows.length / 2);
    for (const half of [rows.slice(0, middle), rows.slice(middle)]) {
      const end = half.length > 0 && (await this.deliver(outgoing, batchOf(outgoing, half), onRefused));
      if (end) return end;
    }
    return undefined;
  }

  /** The batch's rows are refused, and the import goes on. */
  async refuse({ rows }: Batch, { serverWords }: Failure): Promise<ImportEnd | undefined> {
    const words = serverWords !== undefined && { words: serverWords };
    const note: Pick<RowResult, 'note'> = rows.length > 1 ? { note: { kind: 'batch' } } : {};
    await this.settleAs({ outcome: 'refused', ...words, ...note }, rows);
    return undefined;
  }

  /** Settles those of the rows of which a look at the stream tells something. */
  async settleLook(rows: readonly ImportRow[], { results }: StreamLookUp): Promise<void> {
    const known = rows.filter((_, index) => results[index] !== undefined);
    await this.settle(
      known,
      results.filter((result) => result !== undefined),
    );
  }

  /** The end of the import, if the user wants it. */
  cancelled(): ImportEnd | undefined {
    return this.parts.control.stop.aborted ? { why: 'cancelled' } : undefined;
  }

  /** What a look at the stream needs. */
  get look() {
    const { control, watch } = this.parts;
    return { stop: control.stop, watch, read: this.requests.read.bind(this.requests) };
  }

  private async knowledge(): Promise<Knowledge> {
    const { plans, knownIds } = this.parts;
    const isKnown = await (this.known ??= knownIds());
    return { plans, isKnownId: (id) => isKnown(id) || this.ids.has(id) };
  }

  /** The limit may have shrunk since the batch was made up, and what is searched was never cut into batches. */
  private isTooLarge({ rows, file }: Batch): boolean {
    const { limits } = this.parts;
    return rows.length > limits.rows || (rows.length > 1 && file.bytes.byteLength > limits.bytes);
  }

  /** Asks the stream what became of rows that got no answer. Ends the import when that cannot be found out either. */
  private async find(rows: readonly ImportRow[], failure: Failure): Promise<ImportEnd | undefined> {
    await this.settleAs(unknown, rows);
    const cancelled = this.cancelled();
    if (cancelled) return cancelled;
    const look = await lookTwice(rows, this.parts.retryPolicy.settleMs, this.look);
    await this.settleLook(rows, look);
    if (look.results.every((result) => result !== undefined)) return undefined;
    return this.cancelled() ?? { why: 'failed', failure };
  }

  private async settleAs(result: RowResult, rows: readonly ImportRow[]): Promise<void> {
    await this.settle(rows, Array<RowResult>(rows.length).fill(result));
  }

  /** Told first, then written down: should writing fail, what is known has been told. */
  private async settle(rows: readonly ImportRow[], results: readonly RowResult[]): Promise<void> {
    if (rows.length === 0) return;
    for (const [index, row] of rows.entries()) this.parts.settle(row, results[index] ?? unknown);
    for (const result of results) if (result.outcome === 'created') this.ids.add(result.contact.id);
    await this.parts.journal.settled(rows, results);
  }
}

import { standingOf } from '../../contact';
import { finishInSlices } from '../../files/slices';
import type { Failure } from '../failure';
import { findOut, type Findings } from './absence';
import { batchOf, type Batch, type ImportContent } from './batches';
import type { Knowledge } from './answerEntries';
import { presentAs, reconcile } from './reconcile';
import { actionAfter } from './failureAction';
import { LookConsent } from './lookConsent';
import type { StreamLookUp } from './lookUp';
import type { ImportRow, RowResult, ImportEnd } from './outcome';
import { mostControls, type OpenRequest, type RequestTime } from './past';
import { notSent, unknown, type ImportParts } from './ports';
import { Requests } from './requests';

/** What follows when a batch is refused. Gives the import's end, if this is it. */
export type OnRefused = (batch: Batch, failure: Failure, time: RequestTime) => Promise<ImportEnd | undefined>;

/** So many batches in a row without a certain answer, and no further one is sent: it would fare no better. */
const mostDoubtful = 2;

/** Sends batches and settles each of their rows; see `actionAfter` for what a failure leads to. */
export class BatchSender {
  private readonly requests: Requests;
  /** Requests that left the outcome of rows open. */
  private readonly open: OpenRequest[] = [];
  /** Why some of them did. */
  private lastDoubt: Failure | undefined;
  private doubtsInARow = 0;
  /** Ids of contacts that were created, the latest last: what is shown again is not created again. */
  private readonly created: Set<string>;
  /** Ids of contacts that a list must have, whoever they turned out to be: the stream has shown them to this import. */
  private controls: Set<string>;
  private known: ReturnType<ImportParts['knownIds']> | undefined;
  private readonly consent: LookConsent;

  constructor(private readonly parts: ImportParts) {
    this.requests = new Requests(parts);
    this.consent = new LookConsent(parts);
    this.created = new Set(parts.past?.created);
    this.controls = new Set(this.created);
  }

  /**
   * Sends one batch, in parts if it must be. Gives the import's end, if this is it.
   * @throws what anything of it throws; rows that may have left are told to be unknown then, unless more was told of them
   */
  async deliver(content: ImportContent, batch: Batch, onRefused: OnRefused): Promise<ImportEnd | undefined> {
    return await this.requests.orUnknown(() => this.sendAndSettle(content, batch, onRefused));
  }

  private async sendAndSettle(
    content: ImportContent,
    batch: Batch,
    onRefused: OnRefused,
  ): Promise<ImportEnd | undefined> {
    const { rows } = batch;
    if (this.lastDoubt && this.doubtsInARow >= mostDoubtful)
      return { why: 'failed', failure: this.lastDoubt };
    if (this.isTooLarge(batch)) return await this.inParts(content, rows, 2, onRefused);
    // Before anything leaves: what cannot be read then must not be missed when the answer is there.
    const knowledge = await this.knowledge();
    const sent = await this.requests.send(batch);
    if (sent === undefined) return { why: 'cancelled' };
    if ('mismatch' in sent) return { why: 'misread', ...sent };
    const { answer, time } = sent;
    if (answer.ok) {
      const { results, unmatched } = await finishInSlices(reconcile(rows, answer.value, knowledge));
      const open = rows.filter((_, index) => results[index]?.outcome === 'unknown');
      if (open.length === rows.length) this.doubt({ reason: 'inconclusive', effect: 'unknown' });
      else this.doubtsInARow = 0;
      this.leaveOpen(open, time);
      await this.settle(rows, results, time);
      for (const contact of answer.value.contacts)
        if (standingOf(contact) === 'active') this.controls.add(contact.id);
      if (this.controls.size > 2 * mostControls)
        this.controls = new Set([...this.controls].slice(-mostControls));
      this.parts.answered(answer.value.contacts.length, unmatched);
      return undefined;
    }
    const { failure } = answer;
    const action = actionAfter(failure);
    if (action !== 'unknown') this.doubtsInARow = 0;
    switch (action) {
      case 'refused':
        return await onRefused(batch, failure, time);
      case 'unknown':
        this.doubt(failure);
        this.leaveOpen(rows, time);
        await this.settleAs(unknown, rows, time);
        return this.cancelled();
      case 'end':
        await this.settleAs(unknown, rows, time);
        return this.cancelled() ?? { why: 'failed', failure };
      case 'halve':
        if (rows.length === 1) return await this.refuse(batch, failure, time);
        await this.settleAs(notSent, rows);
        this.parts.limits.rows = Math.ceil(rows.length / 2);
        return await this.inParts(content, rows, 2, onRefused);
      case 'wait':
      case 'reconnect':
      case 'stop':
      case 'cancelled':
        await this.settleAs(notSent, rows);
        return this.cancelled() ?? { why: 'failed', failure };
    }
  }

  /** Sends rows in so many batches, or as one each if there are fewer rows. */
  async inParts(
    content: ImportContent,
    rows: readonly ImportRow[],
    parts: number,
    onRefused: OnRefused,
  ): Promise<ImportEnd | undefined> {
    const size = Math.ceil(rows.length / parts);
    for (let from = 0; from < rows.length; from += size) {
      const part = rows.slice(from, from + size);
      const end = await this.deliver(content, batchOf(content, part), onRefused);
      if (end) return end;
    }
    return undefined;
  }

  /** The batch's rows are refused, and the import goes on. */
  async refuse({ rows }: Batch, { serverWords }: Failure, time: RequestTime): Promise<ImportEnd | undefined> {
    const words = serverWords !== undefined && { words: serverWords };
    const note: Pick<RowResult, 'note'> = rows.length > 1 ? { note: { kind: 'batch' } } : {};
    await this.settleAs({ outcome: 'refused', ...words, ...note }, rows, time);
    return undefined;
  }

  /**
   * Looks for rows that may be on the stream, and settles those that are, and, if `settlesAbsent`, those that are proven
   * not to be.
   */
  async lookFor(requests: readonly OpenRequest[], settlesAbsent = true): Promise<Findings> {
    if (requests.length === 0) return { present: new Map(), absent: new Set() };
    const { control, watch, plans, retryPolicy: policy, journal } = this.parts;
    const stop = control.skip ? AbortSignal.any([control.stop, control.skip]) : control.stop;
    const reads = new Requests({ ...this.parts, control: { ...control, stop } });
    const rows = requests.reduce((sum, request) => sum + request.rows.length, 0);
    const found = new Set<ImportRow>();
    const looked = async (look: StreamLookUp) => {
      const news = [...look.found].filter(([row]) => !found.has(row)).sort(([a], [b]) => a.index - b.index);
      for (const [row] of news) found.add(row);
      await this.settle(
        news.map(([row]) => row),
        news.map(([row, contact]) => presentAs(row, contact, plans)),
      );
      const missing = inOrder(look.missing ?? []);
      if (missing.length > 0) await journal.missed(missing, look.began);
    };
    const read = reads.read.bind(reads);
    const findings = await findOut(requests, {
      policy,
      stop,
      watch,
      plans,
      controls: {
        all: new Set([...this.controls].slice(-mostControls)),
        some: await (this.known ??= this.parts.knownIds()),
      },
      goOn: (reads) => this.consent.mayRead(rows, reads),
      read,
      looked,
    });
    if (settlesAbsent) await this.settleAs({ outcome: 'absent' }, inOrder(findings.absent));
    return findings;
  }

  /**
   * Brings the import to its end: looks for all rows at once whose outcome is still open. Fails for what left them open
   * if it is so afterwards.
   */
  async finish(end: ImportEnd): Promise<ImportEnd> {
    const isAtOnce = end.why === 'failed' && actionAfter(end.failure) === 'end';
    if (this.open.length === 0 || isAtOnce) return end;
    const cancelled = this.cancelled();
    if (cancelled) return cancelled;
    const { present, absent } = await this.lookFor(this.open);
    const isSettled = this.open.every(({ rows }) => rows.every((row) => present.has(row) || absent.has(row)));
    if (isSettled || end.why !== 'done') return end;
    return this.cancelled() ?? (this.lastDoubt ? { why: 'failed', failure: this.lastDoubt } : end);
  }

  /** The end of the import, if the user wants it. */
  cancelled(): ImportEnd | undefined {
    return this.parts.control.stop.aborted ? { why: 'cancelled' } : undefined;
  }

  private doubt(failure: Failure): void {
    this.doubtsInARow++;
    this.lastDoubt = failure;
  }

  private leaveOpen(rows: readonly ImportRow[], time: RequestTime): void {
    if (rows.length > 0) this.open.push({ rows, time });
  }

  private async knowledge(): Promise<Knowledge> {
    const { plans, knownIds } = this.parts;
    const known = await (this.known ??= knownIds());
    return { plans, isKnownId: (id) => known.has(id) || this.created.has(id) };
  }

  /** The limit may have shrunk since the batch was made up, and what is searched was never cut into batches. */
  private isTooLarge({ rows, file }: Batch): boolean {
    const { limits } = this.parts;
    return rows.length > limits.rows || (rows.length > 1 && file.bytes.byteLength > limits.bytes);
  }

  private async settleAs(result: RowResult, rows: readonly ImportRow[], time?: RequestTime): Promise<void> {
    await this.settle(rows, Array<RowResult>(rows.length).fill(result), time);
  }

  /** Told first, then written down: should writing fail, what is known has been told. */
  private async settle(
    rows: readonly ImportRow[],
    results: readonly RowResult[],
    time?: RequestTime,
  ): Promise<void> {
    if (rows.length === 0) return;
    for (const [index, row] of rows.entries()) {
      const result = results[index] ?? unknown;
      this.parts.settle(row, result);
      if (result.outcome === 'created') this.created.add(result.contact.id);
    }
    this.requests.told();
    await this.parts.journal.settled(rows, results, time);
  }
}

function inOrder(rows: Iterable<ImportRow>): readonly ImportRow[] {
  return [...rows].sort((a, b) => a.index - b.index);
}

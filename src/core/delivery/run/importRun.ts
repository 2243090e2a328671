import { prefetch } from './prefetch';
import { batchesOf, type ImportContent } from './batches';
import { BatchSender, type OnRefused } from './batchSender';
import { OnceEach } from './onceEach';
import type { ImportRow, ImportEnd } from './outcome';
import { requestsOf, withPastOf, type OpenRequest, type RowsToLookFor } from './past';
import { unknown, type ImportParts } from './ports';
import { RefusedSearch } from './refusedSearch';

/**
 * Sends rows in batches, one request at a time, and finds out what became of each. Rows that were not settled when it
 * ends were not sent. Every method throws when the log cannot be written, or the rows cannot be read, before anything
 * else leaves.
 */
export class ImportRun {
  private readonly once = new OnceEach();

  /** What is known of rows that left earlier. */
  private past: ImportParts['past'];

  constructor(private readonly parts: ImportParts) {
    this.past = parts.past;
  }

  /**
   * Sends what there is, which must not have left before: see {@link sendAgain}. A row goes once: again only where it is
   * certain that nothing came of it. Rows of which no answer tells what became of them are looked for in the end.
   */
  async send(content: ImportContent): Promise<ImportEnd> {
    const sender = new BatchSender(this.parts);
    return await sender.finish((await this.sendWith(sender, content)) ?? { why: 'done' });
  }

  /**
   * Sends rows of which some have left before without a certain answer. Those are looked for first, and sent, before all
   * others, only if they are proven not to be on the stream. What is not proven stays unknown.
   * @param content what the rows belong to, and those that have never left
   * @param rows those that have: unknown, or absent when they were last looked for
   */
  async sendAgain(content: ImportContent, rows: readonly ImportRow[]): Promise<ImportEnd> {
    const sender = new BatchSender(this.parts);
    const { absent, failure } = await sender.lookFor(this.requestsOf(rows));
    const cancelled = sender.cancelled();
    if (cancelled) return cancelled;
    const again = rows.filter((row) => absent.has(row)).map((row) => row.now ?? row);
    const end =
      (await this.sendWith(sender, { ...content, rows: [again] })) ??
      (await this.sendWith(sender, { ...content, rows: without(content.rows, rows) }));
    return await sender.finish(end ?? (failure ? { why: 'failed', failure } : { why: 'done' }));
  }

  /** Asks the stream for rows that have left before without a certain answer, and settles those of which it is then known. */
  async lookUp(rows: readonly ImportRow[]): Promise<ImportEnd> {
    const sender = new BatchSender(this.parts);
    const { failure } = await sender.lookFor(this.requestsOf(rows));
    return sender.cancelled() ?? (failure ? { why: 'failed', failure } : { why: 'done' });
  }

  /**
   * Takes over what other imports know of rows that left last with them: from now on this import and its own ledger know
   * it, so that they are never taken for rows that have not left, or left longer ago.
   * @returns all rows that are to be looked for
   */
  async takeOver({ own, elsewhere }: RowsToLookFor): Promise<readonly ImportRow[]> {
    const others = [...elsewhere.keys()];
    this.past = withPastOf(elsewhere, this.past);
    for (const request of this.requestsOf(others)) {
      for (const row of request.rows) this.parts.settle(row, unknown);
      const results = request.rows.map(() => unknown);
      await this.parts.journal.settled(request.rows, results, request.time);
      const missing = request.rows.filter((row) => request.look?.missing.has(row));
      if (request.look && missing.length > 0) await this.parts.journal.missed(missing, request.look.began);
    }
    return [...own, ...others];
  }

  /**
   * Finds which of the refused rows are refused by themselves, and sends the others.
   * @param content what the rows belong to; its own rows are not read
   */
  async findRefused(content: ImportContent, rows: readonly ImportRow[]): Promise<ImportEnd> {
    const search = new RefusedSearch(content, new BatchSender(this.parts));
    return await search.among(this.requestsOf(rows));
  }

  private async sendWith(sender: BatchSender, content: ImportContent): Promise<ImportEnd | undefined> {
    const refuse: OnRefused = (batch, failure, time) => sender.refuse(batch, failure, time);
    const rows = this.once.of(content.rows);
    for await (const batch of prefetch(batchesOf({ ...content, rows }, this.parts.limits))) {
      const end = await sender.deliver(content, batch, refuse);
      if (end) return end;
    }
    return undefined;
  }

  /** Rows by the requests with which they left; of one that is not known any more it is only certain that it is over. */
  private requestsOf(rows: readonly ImportRow[]): readonly OpenRequest[] {
    return requestsOf(rows, this.past, { endedAt: Date.now() });
  }
}

/** Groups of rows without some of them, by their places. */
async function* without(
  groups: ImportContent['rows'],
  rows: readonly ImportRow[],
): AsyncGenerator<readonly ImportRow[]> {
  const left = new Set(rows.map(({ index }) => index));
  for await (const group of groups) yield group.filter(({ index }) => !left.has(index));
}

import { prefetch } from './prefetch';
import { batchesOf, type ImportContent } from './batches';
import { BatchSender } from './batchSender';
import { lookTwice } from './lookUp';
import type { ImportRow, ImportEnd } from './outcome';
import type { ImportParts } from './ports';
import { RefusedSearch } from './refusedSearch';

/**
 * Sends rows in batches, one request at a time, and finds out what became of each. Rows that were not settled when it
 * ends were not sent. Every method throws when the log cannot be written, or the rows cannot be read, before anything
 * else leaves.
 */
export class ImportRun {
  constructor(private readonly parts: ImportParts) {}

  /** Sends what there is. A row goes once: again only where it is certain that nothing came of it. */
  async send(outgoing: ImportContent): Promise<ImportEnd> {
    const delivery = new BatchSender(this.parts);
    for await (const batch of prefetch(batchesOf(outgoing, this.parts.limits))) {
      const end = await delivery.deliver(outgoing, batch, (refused, failure) =>
        delivery.refuse(refused, failure),
      );
      if (end) return end;
    }
    return { why: 'done' };
  }

  /** Asks the stream for rows whose outcome is unknown, and settles those of which it is then known. */
  async lookUp(rows: readonly ImportRow[]): Promise<ImportEnd> {
    const delivery = new BatchSender(this.parts);
    const look = await lookTwice(rows, this.parts.retryPolicy.settleMs, delivery.look);
    await delivery.settleLook(rows, look);
    return (
      delivery.cancelled() ?? (look.failure ? { why: 'failed', failure: look.failure } : { why: 'done' })
    );
  }

  /**
   * Finds which of the refused rows are refused by themselves, and sends the others.
   * @param outgoing what the rows belong to; its own rows are not read
   */
  async findRefused(outgoing: ImportContent, rows: readonly ImportRow[]): Promise<ImportEnd> {
    const search = new RefusedSearch(outgoing, this.parts);
    return (await search.among(rows)) ?? { why: 'done' };
  }
}

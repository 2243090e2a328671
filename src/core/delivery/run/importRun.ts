import { ahead } from './ahead';
import { batchesOf, type Outgoing } from './batches';
import { Delivery } from './delivery';
import { lookTwice } from './lookUp';
import type { OutgoingRow, RunEnd } from './outcome';
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
  async send(outgoing: Outgoing): Promise<RunEnd> {
    const delivery = new Delivery(this.parts);
    for await (const batch of ahead(batchesOf(outgoing, this.parts.limits))) {
      const end = await delivery.deliver(outgoing, batch, (refused, failure) =>
        delivery.refuse(refused, failure),
      );
      if (end) return end;
    }
    return { why: 'done' };
  }

  /** Asks the stream for rows whose outcome is unknown, and settles those of which it is then known. */
  async lookUp(rows: readonly OutgoingRow[]): Promise<RunEnd> {
    const delivery = new Delivery(this.parts);
    const look = await lookTwice(rows, this.parts.patience.settleMs, delivery.look);
    await delivery.settleLook(rows, look);
    return (
      delivery.cancelled() ?? (look.failure ? { why: 'failed', failure: look.failure } : { why: 'done' })
    );
  }

  /**
   * Finds which of the refused rows are refused by themselves, and sends the others.
   * @param outgoing what the rows belong to; its own rows are not read
   */
  async findRefused(outgoing: Outgoing, rows: readonly OutgoingRow[]): Promise<RunEnd> {
    const search = new RefusedSearch(outgoing, this.parts);
    return (await search.among(rows)) ?? { why: 'done' };
  }
}

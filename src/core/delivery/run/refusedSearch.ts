import type { Failure } from '../failure';
import type { Batch, ImportContent } from './batches';
import { BatchSender } from './batchSender';
import { lookOnce } from './lookUp';
import type { ImportRow, ImportEnd } from './outcome';
import type { ImportParts } from './ports';
import { unreadable } from './readContacts';

/**
 * Finds which of some refused rows are refused by themselves, and sends the others, one half after the other. Each
 * time rows of a refused request are to be sent again, the stream is asked first: what is there already is `present`.
 */
export class RefusedSearch {
  /** How many contacts the stream should have, while that is known: it saves reading all of them again. */
  private expected: number | undefined;

  private readonly delivery: BatchSender;

  constructor(
    private readonly outgoing: ImportContent,
    parts: ImportParts,
  ) {
    this.delivery = new BatchSender({
      ...parts,
      answered: (contacts, unmatched) => {
        if (this.expected !== undefined) this.expected += contacts;
        parts.answered(contacts, unmatched);
      },
    });
  }

  /** Gives the import's end, if this is it. */
  async among(rows: readonly ImportRow[]): Promise<ImportEnd | undefined> {
    const { missing, end } = await this.missing(rows);
    if (end) return end;
    return await this.delivery.inHalves(this.outgoing, missing, (batch, failure) =>
      this.refused(batch, failure),
    );
  }

  private async refused(batch: Batch, failure: Failure): Promise<ImportEnd | undefined> {
    // First, so that nothing is lost if the search ends here.
    await this.delivery.refuse(batch, failure);
    return batch.rows.length === 1 ? undefined : await this.among(batch.rows);
  }

  /**
   * The rows that are not on the stream; settles those that are. What is refused stays that unless the list, read to
   * its end, shows that it may be sent again.
   */
  private async missing(
    rows: readonly ImportRow[],
  ): Promise<{ readonly missing: readonly ImportRow[]; readonly end?: ImportEnd }> {
    if (await this.isAsItWas()) return { missing: rows };
    const look = await lookOnce(rows, this.delivery.look);
    this.expected = look.total;
    const { results, failure = unreadable } = look;
    await this.delivery.settleLook(rows, {
      results: results.map((r) => (r?.outcome === 'present' ? r : undefined)),
    });
    if (!results.every((result) => result !== undefined)) {
      return { missing: [], end: this.delivery.cancelled() ?? { why: 'failed', failure } };
    }
    return { missing: rows.filter((_, index) => results[index]?.outcome === 'absent') };
  }

  /** Whether the stream has as many contacts as it had when they were read, and those that its answers have told since. */
  private async isAsItWas(): Promise<boolean> {
    if (this.expected === undefined) return false;
    const answer = await this.delivery.requests.read({ skip: 0, limit: 1 });
    return answer?.ok === true && answer.value.totalResults === this.expected;
  }
}

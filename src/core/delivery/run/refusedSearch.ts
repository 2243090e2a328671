import type { ImportContent } from './batches';
import type { BatchSender, OnRefused } from './batchSender';
import type { ImportEnd } from './outcome';
import type { OpenRequest } from './past';

/** Into how many parts refused rows are divided: before each of them can be sent there is a wait. */
const partsOfRefused = 8;

/**
 * Finds which of some refused rows are refused by themselves, and sends the others, in ever smaller parts. A stream that
 * refuses a request for one row may have stored others of it: each time rows are to be sent again they are looked for
 * first, those of all refused requests at once, and only what is proven not to be there is sent.
 */
export class RefusedSearch {
  constructor(
    private readonly content: ImportContent,
    private readonly sender: BatchSender,
  ) {}

  /** Searches rows by the requests with which they were refused. Gives the import's end. */
  async among(requests: readonly OpenRequest[]): Promise<ImportEnd> {
    for (let open = requests; open.length > 0;) {
      const began = Date.now();
      // What is refused stays that unless it is sent again.
      const { absent, failure } = await this.sender.lookFor(open, false);
      const end = this.sender.cancelled() ?? (failure && { why: 'failed', failure });
      if (end) return await this.sender.finish(end);
      const next: OpenRequest[] = [];
      const onRefused: OnRefused = async (batch, refusal, time) => {
        // First, so that nothing is lost if the search ends here.
        await this.sender.refuse(batch, refusal, time);
        // That they were not there before is known; whether they are now must be seen.
        if (batch.rows.length > 1)
          next.push({ rows: batch.rows, time, look: { began, missing: new Set(batch.rows) } });
        return undefined;
      };
      for (const { rows } of open) {
        const missing = rows.filter((row) => absent.has(row)).map((row) => row.now ?? row);
        const ended = await this.sender.inParts(this.content, missing, partsOfRefused, onRefused);
        if (ended) return await this.sender.finish(ended);
      }
      open = next;
    }
    return await this.sender.finish({ why: 'done' });
  }
}

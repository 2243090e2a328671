import type { ImportAnswer } from '../contactAnswer';
import type { ContactPage } from '../contactPage';
import type { PageRequest } from '../endpoint';
import type { Answer, Failure } from '../failure';
import { attempt } from './retry';
import type { Batch } from './batches';
import { actionAfter, readMayPass } from './failureAction';
import type { ImportRow } from './outcome';
import type { RequestTime } from './past';
import { notSent, unknown, type ImportParts } from './ports';
import type { Mismatch } from './mismatch';
import { readBack } from './witness';

/** Why a batch did not leave: its request does not hold what was checked. */
export interface Misread {
  readonly mismatch: Mismatch;
}

/** The last answer to a batch, and when the request was made that got it. */
export interface Sent {
  readonly answer: Answer<ImportAnswer>;
  readonly time: Required<Pick<RequestTime, 'startedAt' | 'endedAt'>>;
}

/** The requests of an import: each in its turn, and again where nothing came of it. */
export class Requests {
  /** Rows that may have left, and of which nothing has been told since. */
  private untold: readonly ImportRow[] = [];

  constructor(
    private readonly parts: Pick<
      ImportParts,
      'calls' | 'queue' | 'journal' | 'mayLeave' | 'control' | 'retryPolicy' | 'settle' | 'watch'
    >,
  ) {}

  /**
   * Sends a batch, of which an independent reader must find what was checked: otherwise nothing leaves, and the log says
   * nothing. The log says so before it leaves, and says when it is certain that nothing came of it.
   * `undefined` when the user was faster.
   */
  async send(batch: Batch): Promise<Sent | Misread | undefined> {
    const { calls, control, journal, mayLeave, watch } = this.parts;
    const { rows } = batch;
    const mismatch = await readBack(batch);
    if (mismatch) return { mismatch };
    let time = { startedAt: 0, endedAt: 0 };
    const mayPass = (failure: Failure) => ['wait', 'reconnect'].includes(actionAfter(failure));
    const once = async () => {
      await journal.sending(rows);
      this.untold = rows;
      watch({ kind: 'sending', rows: rows.length });
      const startedAt = Date.now();
      const answer = await calls.importContacts(batch.file, control.giveUp, mayLeave);
      time = { startedAt, endedAt: Date.now() };
      if (!answer.ok && mayPass(answer.failure)) {
        this.told();
        await journal.settled(rows, Array<typeof notSent>(rows.length).fill(notSent));
      }
      return answer;
    };
    const last = await inTurn(this.parts, once, mayPass);
    return last && { answer: last, time };
  }

  /** As {@link readPage}. */
  async read(page: PageRequest): Promise<Answer<ContactPage> | undefined> {
    return await readPage(this.parts, page);
  }

  /** What became of the rows that left last is told. */
  told(): void {
    this.untold = [];
  }

  /** Does what sends rows and settles them. Whatever it throws, those that may have left are told to be unknown before. */
  async orUnknown<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      for (const row of this.untold) this.parts.settle(row, unknown);
      this.told();
      throw error;
    }
  }
}

/** What a request needs to be made in its turn. */
type TurnParts = Pick<ImportParts, 'queue' | 'retryPolicy' | 'watch'> & {
  readonly control: Pick<ImportParts['control'], 'stop'>;
};

/** What reading a page of a stream's contacts needs. */
export interface PageParts extends TurnParts {
  readonly calls: Pick<ImportParts['calls'], 'listContacts'>;
}

/** Reads a page of the stream's contacts. `undefined` when the user was faster. */
export async function readPage(
  parts: PageParts,
  page: PageRequest,
): Promise<Answer<ContactPage> | undefined> {
  const { calls, control } = parts;
  return await inTurn(parts, () => calls.listContacts(page, control.stop), readMayPass);
}

async function inTurn<T>(
  { queue, control, retryPolicy: policy, watch }: TurnParts,
  request: () => Promise<Answer<T>>,
  mayPass: (failure: Failure) => boolean,
): Promise<Answer<T> | undefined> {
  const once = () =>
    queue.pass(request, control.stop, (ms) =>
      watch({ kind: 'pacing', ms, perMinute: queue.requestsPerMinute }),
    );
  return await attempt(once, { policy, stop: control.stop, mayPass, watch });
}

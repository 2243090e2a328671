import type {
  Activity,
  BatchLimits,
  ContactCalls,
  ImportParts,
  Outcome,
  ImportRow,
  RowResult,
} from '../../../src/core/delivery';
import type { Contact } from '../../../src/core/contact/contact';
import { RequestQueue } from '../../../src/core/delivery/run/requestQueue';
import type { ImportPast, RequestTime } from '../../../src/core/delivery/run/past';
import type { RetryPolicy, ImportJournal } from '../../../src/core/delivery/run/ports';
import { noKnownIds, plans } from './knowledge';
import { RecordedOutcomes } from './recordedOutcomes';

/** Pauses that are there and cost no time. */
export const shortRetryPolicy: RetryPolicy = {
  rateLimitTries: 5,
  rateLimitMs: 1,
  connectionTries: 4,
  connectionMs: 1,
  settleMs: 1,
  betweenLooksMs: 1,
  mostSettleMs: 5_000,
};

/** What was written down, one text a call: `sending 0 1`, `settled 0 created 1 refused`, `missed 0`. */
export class NotedLog implements ImportJournal {
  /** Of the requests that brought something out, in order. */
  readonly times: RequestTime[] = [];

  constructor(private readonly notes: string[]) {}

  sending(rows: readonly ImportRow[]): Promise<void> {
    return this.note('sending', ...rows.map(({ index }) => index));
  }

  settled(rows: readonly ImportRow[], results: readonly RowResult[], time?: RequestTime): Promise<void> {
    if (time) this.times.push(time);
    return this.note('settled', ...rows.flatMap(({ index }, at) => [index, results[at]?.outcome ?? '?']));
  }

  missed(rows: readonly ImportRow[]): Promise<void> {
    return this.note('missed', ...rows.map(({ index }) => index));
  }

  private async note(...words: readonly (string | number)[]): Promise<void> {
    // It takes a moment, as a disk does: what does not wait for it comes first.
    await new Promise((resolve) => setImmediate(resolve));
    this.notes.push(words.join(' '));
  }
}

/** An import's parts with all that it tells, which a test can look at. */
export class TestParts implements ImportParts {
  /** What was written down, and which requests left, in the order in which that was done. */
  readonly notes: string[] = [];
  readonly activities: Activity[] = [];
  readonly claims: RecordedOutcomes;
  readonly stopping = new AbortController();
  readonly givingUp = new AbortController();
  readonly skipping = new AbortController();
  readonly control = {
    stop: this.stopping.signal,
    giveUp: this.givingUp.signal,
    skip: this.skipping.signal,
  };
  readonly unmatched: Contact[] = [];
  answeredContacts = 0;

  readonly calls: ContactCalls;
  readonly queue: RequestQueue;
  readonly journal: ImportJournal;
  readonly mayLeave = () => true;
  readonly retryPolicy: RetryPolicy;
  readonly limits: BatchLimits;
  readonly plans = plans;
  readonly past: ImportPast | undefined;
  readonly knownIds: ImportParts['knownIds'];
  readonly confirmLook: ImportParts['confirmLook'];

  constructor(
    rows: readonly ImportRow[],
    calls: ContactCalls,
    more: Partial<
      Pick<ImportParts, 'queue' | 'journal' | 'retryPolicy' | 'limits' | 'past' | 'knownIds' | 'confirmLook'>
    > = {},
  ) {
    this.claims = new RecordedOutcomes(rows);
    this.calls = {
      importContacts: async (file, signal) => {
        this.notes.push('import');
        return await calls.importContacts(file, signal);
      },
      listContacts: async (page, signal) => {
        this.notes.push('list');
        return await calls.listContacts(page, signal);
      },
    };
    this.queue = more.queue ?? new RequestQueue(Infinity);
    this.journal = more.journal ?? new NotedLog(this.notes);
    this.retryPolicy = more.retryPolicy ?? shortRetryPolicy;
    this.knownIds = more.knownIds ?? noKnownIds;
    this.limits = more.limits ?? { rows: 1_000, bytes: 900_000 };
    this.past = more.past;
    this.confirmLook = more.confirmLook;
  }

  readonly settle = (row: ImportRow, result: RowResult): void => this.claims.settle(row, result);

  readonly answered = (contacts: number, unmatched: readonly Contact[]): void => {
    this.answeredContacts += contacts;
    this.unmatched.push(...unmatched);
  };

  readonly watch = (activity: Activity): void => void this.activities.push(activity);

  get outcomes(): readonly Outcome[] {
    return this.claims.outcomes;
  }
}

import type {
  Activity,
  BatchLimits,
  ContactCalls,
  ImportParts,
  Outcome,
  OutgoingRow,
  RowResult,
} from '../../../src/core/delivery';
import type { Contact } from '../../../src/core/contact/contact';
import { Lane } from '../../../src/core/delivery/run/lane';
import type { Patience, RunLog } from '../../../src/core/delivery/run/ports';
import { Claims } from './claims';

/** Pauses that are there and cost no time. */
export const hasty: Patience = {
  rateLimitTries: 5,
  rateLimitMs: 1,
  connectionTries: 4,
  connectionMs: 1,
  settleMs: 1,
};

/** What was written down, one text a call: `sending 0 1`, `settled 0 created 1 refused`. */
export class NotedLog implements RunLog {
  constructor(private readonly notes: string[]) {}

  sending(rows: readonly OutgoingRow[]): Promise<void> {
    return this.note('sending', ...rows.map(({ index }) => index));
  }

  settled(rows: readonly OutgoingRow[], results: readonly RowResult[]): Promise<void> {
    return this.note('settled', ...rows.flatMap(({ index }, at) => [index, results[at]?.outcome ?? '?']));
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
  readonly claims: Claims;
  readonly stopping = new AbortController();
  readonly givingUp = new AbortController();
  readonly control = { stop: this.stopping.signal, giveUp: this.givingUp.signal };
  readonly unmatched: Contact[] = [];
  answeredContacts = 0;

  readonly calls: ContactCalls;
  readonly lane: Lane;
  readonly log: RunLog;
  readonly patience: Patience;
  readonly limits: BatchLimits;

  constructor(
    rows: readonly OutgoingRow[],
    calls: ContactCalls,
    more: Partial<Pick<ImportParts, 'lane' | 'log' | 'patience' | 'limits'>> = {},
  ) {
    this.claims = new Claims(rows);
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
    this.lane = more.lane ?? new Lane(Infinity);
    this.log = more.log ?? new NotedLog(this.notes);
    this.patience = more.patience ?? hasty;
    this.limits = more.limits ?? { rows: 1_000, bytes: 900_000 };
  }

  readonly settle = (row: OutgoingRow, result: RowResult): void => this.claims.settle(row, result);

  readonly answered = (contacts: number, unmatched: readonly Contact[]): void => {
    this.answeredContacts += contacts;
    this.unmatched.push(...unmatched);
  };

  readonly watch = (activity: Activity): void => void this.activities.push(activity);

  get outcomes(): readonly Outcome[] {
    return this.claims.outcomes;
  }
}

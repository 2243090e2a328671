import assert from 'node:assert/strict';
import {
  ImportRun,
  defaultRetryPolicy,
  ImportHistory,
  ImportLedger,
  type ContactCalls,
  type ImportParts,
  type ImportRow,
  type ImportEnd,
} from '../../../src/core/delivery';
import type { RequestQueue } from '../../../src/core/delivery/run/requestQueue';
import { repeatedNumberPolicies } from '../sandbox';
import type { Random } from '../../bench/random';
import { RecordedOutcomes } from './recordedOutcomes';
import { failureOfAct } from './failures';
import { settleAll } from './followUps';
import { idsIn, plans } from './knowledge';
import { about } from './ledgers';
import type { MemoryLedgerStore } from './memoryStore';
import { MemoryStream, type Fate, type Traffic } from './memoryStream';
import { obstacles } from './obstacles';
import { numberOf, outgoingOf, placesIn, rowAt } from './rows';
import {
  assertAllSettled,
  assertLedgerAgrees,
  assertNotSentNeverArrived,
  assertRefusedAreNotThere,
  assertTrue,
} from './invariants';

/** What several imports of one account share. */
export interface Account {
  readonly random: Random;
  readonly queue: RequestQueue;
  readonly traffic: Traffic;
  readonly store: MemoryLedgerStore;
  /** What happened at all: outcomes, ends and activities. */
  readonly happened: Set<string>;
}

/** After so many follow-ups nothing goes wrong any more, and the user lets them come to their end. */
const troubledFollowUps = 4;

/** An import to a stream of its own, at which anything may go wrong at any time, and all that follows from it. */
export class RandomImport {
  private readonly rows: readonly ImportRow[];
  private readonly claims: RecordedOutcomes;
  private readonly stream: MemoryStream;
  private readonly history: ImportHistory;
  private readonly batchRows: number;
  /** How likely it is that a request goes wrong. */
  private trouble: number;
  private followUps = 0;

  constructor(
    private readonly id: string,
    private readonly account: Account,
  ) {
    const { random, traffic, store } = account;
    this.history = new ImportHistory(store);
    this.trouble = random.pick([0.05, 0.2, 0.5]);
    this.batchRows = 1 + random.below(12);
    this.rows = randomRows(random);
    this.claims = new RecordedOutcomes(this.rows);
    const habits = {
      repeatedNumber: random.pick(repeatedNumberPolicies),
      pageSizeCap: 1 + random.below(20),
      mostRows: random.chance(0.2) ? 1 + random.below(6) : Infinity,
      tellsMore: random.chance(0.7),
      tellsTotal: random.chance(0.7),
    };
    this.stream = new MemoryStream(habits, traffic, (call) => this.fate(call));
    const others = Array.from({ length: random.below(4) }, () =>
      // Of somebody else, some with a number that a row has.
      rowAt(-1, numberOf(random.below(60))),
    );
    for (const { values } of others) {
      const { firstName = '', lastName = '', salutation = '', cellPhoneNumber = '' } = values;
      const rest = { cellPhoneCountryCode: '+91', cellPhoneExtension: '+' };
      if (!this.stream.contacts.some(({ cellPhone }) => cellPhone.phoneNumber === `+91${cellPhoneNumber}`))
        this.stream.add([{ firstName, lastName, salutation, cellPhoneNumber, ...rest }]);
    }
  }

  /** @throws what is not true of it */
  async play(): Promise<void> {
    const { store } = this.account;
    const { history } = this;
    const ledger = await ImportLedger.begin(store, about(this.rows.length, { id: this.id }));
    const end = await this.run(ledger, (run) => run.send(outgoingOf(this.rows)));
    await this.stream.quiet();
    if (end.why === 'done') assert.deepEqual(this.claims.rowsWith('notSent'), [], 'rows were left out');
    assertTrue(this.claims, this.stream);
    assertNotSentNeverArrived(this.claims, this.stream);
    await assertLedgerAgrees(this.claims, history, this.id);

    await settleAll(this.claims, this.followUp);
    // Of what a stream refused last it may have stored some all the same: a search more finds that.
    this.trouble = 0;
    await this.followUp((run) => run.findRefused(outgoingOf([]), this.claims.rowsWith('refused')));
    await this.stream.quiet();
    assertTrue(this.claims, this.stream);
    assertRefusedAreNotThere(this.claims, this.stream);
    assertAllSettled(this.claims);
    await assertLedgerAgrees(this.claims, history, this.id);
    await store.delete(this.id);
  }

  private readonly followUp = async (work: (run: ImportRun) => Promise<ImportEnd>): Promise<void> => {
    this.followUps++;
    if (this.followUps > troubledFollowUps) this.trouble = 0;
    await this.run(await ImportLedger.resume(this.account.store, this.id), work);
    // Between two follow-ups the stream comes to rest or does not; what is true must be so in either case.
    assertTrue(this.claims, this.stream);
  };

  private async run(ledger: ImportLedger, work: (run: ImportRun) => Promise<ImportEnd>): Promise<ImportEnd> {
    const { random, queue, happened } = this.account;
    const user = new User(random, this.trouble > 0);
    const parts: ImportParts = {
      calls: this.calls,
      queue,
      journal: ledger,
      control: user.control,
      retryPolicy: defaultRetryPolicy,
      limits: { rows: this.batchRows, bytes: 900_000 },
      plans,
      knownIds: () => idsIn(this.account.store),
      settle: (row, result) => {
        happened.add(result.outcome);
        this.claims.settle(row, result);
      },
      answered: () => undefined,
      watch: (activity) => happened.add(activity.kind === 'waiting' ? activity.why : activity.kind),
    };
    try {
      const end = await work(new ImportRun(parts));
      happened.add(end.why);
      if (end.why === 'cancelled') assert.ok(user.control.stop.aborted);
      if (end.why === 'failed')
        assert.ok(this.trouble > 0, `it failed by ${end.failure.reason} without a cause`);
      return end;
    } finally {
      user.goAway();
      await ledger.end();
    }
  }

  /** The stream's; each time a request leaves, the ledger must say so already. */
  private readonly calls: ContactCalls = {
    importContacts: async (file, signal) => {
      const known = await this.history.read(this.id);
      for (const place of placesIn(file.bytes)) {
        assert.equal(
          known?.record.outcomes[place],
          'unknown',
          `row ${place} leaves, and the ledger does not say so`,
        );
      }
      return await this.stream.importContacts(file, signal);
    },
    listContacts: (page, signal) => this.stream.listContacts(page, signal),
  };

  private fate(call: 'import' | 'list'): Fate {
    const { random } = this.account;
    // All of it is over before the second look, which comes 10 s after the client's last word on the request.
    const ways = {
      there: random.below(2_000),
      work: [random.below(3_500), random.below(3_500)] as const,
      back: random.below(2_000),
    };
    if (!random.chance(this.trouble)) return { isProcessed: true, ways };
    const { act, when } = random.pick(obstacles);
    const isProcessed = random.pick(when) === 'after';
    if (typeof act === 'object' && act.kind === 'hang') return { instead: 'nothing', isProcessed, ways };
    const failure = failureOfAct(act);
    const retryAfterMs = random.pick([0, 1_000, 20_000, 90_000]);
    const instead =
      failure.reason === 'rateLimit' && random.chance(0.5) ? { ...failure, retryAfterMs } : failure;
    return { instead, isProcessed: isProcessed && call === 'import', ways };
  }
}

/** Somebody who may cancel at any moment, and give the request up a moment later. */
class User {
  private readonly stopping = new AbortController();
  private readonly givingUp = new AbortController();
  readonly control = { stop: this.stopping.signal, giveUp: this.givingUp.signal };
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(random: Random, isRestless: boolean) {
    if (!isRestless || !random.chance(0.3)) return;
    const stops = random.below(random.pick([5_000, 60_000, 600_000]));
    this.timers.push(setTimeout(() => this.stopping.abort(), stops));
    if (random.chance(0.5)) {
      this.timers.push(setTimeout(() => this.givingUp.abort(), stops + random.below(5_000)));
    }
  }

  goAway(): void {
    for (const timer of this.timers) clearTimeout(timer);
  }
}

/** Some rows: a few share a number, and a few are such as a stream refuses. */
function randomRows(random: Random): readonly ImportRow[] {
  return Array.from({ length: 1 + random.below(40) }, (_, index) => {
    const row = rowAt(index, numberOf(random.chance(0.1) ? random.below(40) : index));
    if (!random.chance(0.03)) return row;
    const values = { ...row.values, salutation: '' };
    const cells = row.cells.map((cell) => (cell === 'Mr' ? '' : cell));
    return { ...row, values, cells, record: cells.join() };
  });
}

import type * as vscode from 'vscode';
import type {
  ContactCalls,
  ImportReport,
  ImportRun,
  ImportSource,
  ImportEnd,
  ImportLedger,
  ImportPast,
} from '../../core/delivery/index';
import type { NumberPlans } from '../../core/contact/compare';
import type { Answer } from '../../core/delivery/failure';
import { logExchange } from '../delivery/exchangeLog';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import type { OpenClient } from '../delivery/openClient';
import type { Log } from '../log';
import type { Settings } from '../settings';
import type { StreamWithSecret } from '../streams/listed';
import { withImportProgress } from './progress';

/** An import that is about to begin, or to go on. */
export interface ActiveImport {
  readonly uri: vscode.Uri;
  /** The version of the document that was read. */
  readonly version: number;
  readonly target: StreamWithSecret;
  readonly source: ImportSource;
  readonly report: ImportReport;
  readonly ledger: ImportLedger;
  /** By index in the import: why rows are held back. */
  readonly heldBack: ReadonlyMap<number, string>;
  /** What the ledger told of the import before it went on. */
  readonly past?: ImportPast;
  /** What the notification is headed with. */
  readonly title: string;
  /** Whether refused rows are known to be refused by themselves when it is through. */
  readonly searches?: boolean;
}

/** Lets the engine work, under a notification that shows what it does and lets the user end it. */
export class Runner {
  constructor(
    private readonly openClient: OpenClient,
    private readonly settings: Pick<Settings, 'batchRows'>,
    private readonly loadPhones: () => Promise<NumberPlans>,
    private readonly ledgers: Pick<Ledgers, 'open'>,
    private readonly log: Log,
  ) {}

  /**
   * Does one thing of an import.
   * @throws when the ledger cannot be written or the rows cannot be read; the job's report then has what is known
   */
  async run(job: ActiveImport, work: (run: ImportRun) => Promise<ImportEnd>): Promise<ImportEnd> {
    const { ImportRun, largestBatchBytes, defaultRetryPolicy } = await loadDelivery();
    const { report, target, ledger, title, past } = job;
    const { client, queue } = await this.openClient(target);
    const calls = this.logged(client);
    const plans = await this.loadPhones();
    const settled = () => report.rowCount - report.counts.notSent;
    return await withImportProgress(title, report.rowCount, async ({ control, watch, advance }) => {
      advance(settled());
      const run = new ImportRun({
        calls,
        queue,
        journal: ledger,
        control,
        retryPolicy: defaultRetryPolicy,
        past,
        limits: { rows: this.settings.batchRows, bytes: largestBatchBytes },
        plans,
        knownIds: async () => {
          const { history } = await this.ledgers.open();
          const ids = await history.idsOn(target.stream);
          return (id) => ids.has(id);
        },
        settle: (row, result) => {
          report.settle(row, result);
          advance(settled());
        },
        answered: (_, unmatched) => report.addUnmatched(unmatched),
        watch,
      });
      return await work(run);
    });
  }

  private logged(calls: ContactCalls): ContactCalls {
    const noted = async <T>(call: Promise<Answer<T>>) => {
      const answer = await call;
      logExchange(this.log, answer.exchange, answer.ok ? undefined : answer.failure);
      return answer;
    };
    return {
      importContacts: (file, signal) => noted(calls.importContacts(file, signal)),
      listContacts: (page, signal) => noted(calls.listContacts(page, signal)),
    };
  }
}

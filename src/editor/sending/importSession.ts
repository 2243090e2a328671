import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type {
  Clearance,
  ContactCalls,
  ImportContent,
  ImportEnd,
  ImportReport,
  ImportRow,
  ImportRun,
  Plan,
  Reopened,
  SessionEnd,
} from '../../core/delivery/index';
import type { Answer } from '../../core/delivery/failure';
import { logExchange } from '../delivery/exchangeLog';
import type { OpenClient } from '../delivery/openClient';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import type { Log } from '../log';
import { plainText } from '../plainText';
import type { Settings } from '../settings';
import type { StreamWithSecret } from '../streams/listed';
import type { ActiveImport } from './activeImport';
import { contactCount } from './confirm';
import type { OutcomeReport } from './outcomeReport';
import { withImportProgress } from './progress';
import type { Sendable } from './sendable';

/** What imports need of the extension. */
export interface SessionParts {
  readonly openClient: OpenClient;
  readonly settings: Pick<Settings, 'batchRows'>;
  readonly ledgers: Ledgers;
  readonly outcomes: Pick<OutcomeReport, 'tell'>;
  readonly log: Log;
}

/**
 * One import, from its ledger's first line to the report of what became of each row. Nothing leaves without a clearance;
 * only rows whose outcome is unknown may be looked for without one.
 */
export class ImportSession {
  private constructor(
    private readonly parts: SessionParts,
    private readonly active: ActiveImport,
  ) {}

  /** Begins an import: writes down what is to be sent where, before any of it is. */
  static async begin(
    parts: SessionParts,
    sendable: Sendable,
    plan: Plan,
    target: StreamWithSecret,
  ): Promise<ImportSession> {
    const { ImportLedger, reportFor } = await loadDelivery();
    const { store, hasher } = await parts.ledgers.open();
    const { source, uri } = sendable;
    const { name, host, streamId, sandbox } = target.stream;
    const ledger = await ImportLedger.begin(store, {
      id: randomUUID(),
      file: { uri: uri.toString(), hash: hasher.file(source.digest) },
      stream: { name, host, streamId, ...(sandbox && { sandbox }) },
      rows: source.rowCount,
      key: hasher.key,
    });
    const title = vscode.l10n.t(
      'Sending {0} to {1}',
      contactCount(plan.rows),
      sandbox ? 'SANDBOX' : plainText(`${name} (${host})`),
    );
    const report = reportFor(source.rowCount, source);
    return new ImportSession(parts, { ...sendable, report, target, ledger, title, searches: false });
  }

  /**
   * Goes on with an import.
   * @param purpose `searches`: whether refused rows are known to be refused by themselves when it is through
   */
  static async resume(
    parts: SessionParts,
    { record, content, source, report, heldBack }: Reopened<Sendable>,
    target: StreamWithSecret,
    purpose: Pick<ActiveImport, 'title' | 'searches'>,
  ): Promise<ImportSession> {
    const { ImportLedger } = await loadDelivery();
    const { store } = await parts.ledgers.open();
    const { uri, version } = content;
    const ledger = await ImportLedger.resume(store, record.begun.id);
    return new ImportSession(parts, { uri, version, source, report, heldBack, target, ledger, ...purpose });
  }

  /** Sends the rows of a plan. */
  async sendPlan(plan: Plan, clearance: Clearance): Promise<ImportEnd> {
    const { plannedContent } = await loadDelivery();
    const { hasher } = await this.parts.ledgers.open();
    const { source, ledger } = this.active;
    return await this.send(await plannedContent(source, plan, ledger, hasher), clearance);
  }

  /** Sends rows. @throws when the ledger cannot be written or the rows cannot be read; the report then has what is known */
  async send(content: ImportContent, clearance: Clearance): Promise<ImportEnd> {
    return await this.runCleared(clearance, (run) => run.send(content));
  }

  /** Finds which of the refused rows are refused by themselves, and sends the others. @throws as {@link send} */
  async findRefused(rows: readonly ImportRow[], clearance: Clearance): Promise<ImportEnd> {
    const { importContent } = await loadDelivery();
    const content = importContent(this.active.source, []);
    return await this.runCleared(clearance, (run) => run.findRefused(content, rows));
  }

  /** Looks for rows whose outcome is unknown; writes nothing on the stream. @throws as {@link send} */
  async lookUp(rows: readonly ImportRow[]): Promise<ImportEnd> {
    if (rows.length === 0) return { why: 'done' };
    return await this.run((run) => run.lookUp(rows));
  }

  /** Does what there is to do of the import, ends it, and tells what became of it. */
  async finish(work: () => Promise<ImportEnd>): Promise<void> {
    let end: SessionEnd;
    try {
      end = await work();
    } catch (error) {
      end = { why: 'brokeOff', error };
    }
    const { ledger } = this.active;
    // A ledger that can no longer be written is what ended it: what is known is told all the same.
    await ledger.end().catch((error: unknown) => {
      if (end.why !== 'brokeOff') end = { why: 'brokeOff', error };
    });
    await this.parts.outcomes.tell(this.active, end);
  }

  private async runCleared(
    clearance: Clearance,
    work: (run: ImportRun) => Promise<ImportEnd>,
  ): Promise<ImportEnd> {
    if (!clearance.covers(this.active.target.stream)) throw new Error('The clearance is for another stream.');
    return await this.run(work);
  }

  /** Lets the engine work, under a notification that shows what it does and lets the user end it. */
  private async run(work: (run: ImportRun) => Promise<ImportEnd>): Promise<ImportEnd> {
    const { ImportRun, largestBatchBytes, defaultRetryPolicy } = await loadDelivery();
    const { report, target, ledger, title } = this.active;
    const { client, queue } = await this.parts.openClient(target);
    return await withImportProgress(title, report.rowCount, async ({ control, watch, advance }) => {
      advance(settledRows(report));
      const run = new ImportRun({
        calls: logged(client, this.parts.log),
        queue,
        journal: ledger,
        control,
        retryPolicy: defaultRetryPolicy,
        limits: { rows: this.parts.settings.batchRows, bytes: largestBatchBytes },
        settle: (row, result) => {
          report.settle(row, result);
          advance(settledRows(report));
        },
        answered: (_, unmatched) => report.addUnmatched(unmatched),
        watch,
      });
      return await work(run);
    });
  }
}

function settledRows({ rowCount, counts }: ImportReport): number {
  return rowCount - counts.notSent;
}

/** The calls, each of which leaves a line in the log. */
function logged(calls: ContactCalls, log: Log): ContactCalls {
  const noted = async <T>(call: Promise<Answer<T>>) => {
    const answer = await call;
    logExchange(log, answer.exchange, answer.ok ? undefined : answer.failure);
    return answer;
  };
  return {
    importContacts: (file, signal) => noted(calls.importContacts(file, signal)),
    listContacts: (page, signal) => noted(calls.listContacts(page, signal)),
  };
}

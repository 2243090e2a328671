import type { NumberPlans } from '../../core/contact';
import type {
  ContactCalls,
  ImportEnd,
  ImportReport,
  ImportRun,
  LongLook,
  SettledRow,
} from '../../core/delivery/index';
import type { ImportJournal } from '../../core/delivery/run/ports';
import type { Answer } from '../../core/delivery/failure';
import { logExchange } from '../delivery/exchangeLog';
import type { OpenClient } from '../delivery/openClient';
import type { Ledgers } from '../ledgers';
import { loadDelivery } from '../loadDelivery';
import type { Log } from '../log';
import type { Settings } from '../settings';
import type { ActiveImport } from './activeImport';
import type { LookSkips } from './lookSkips';
import { withImportProgress } from './progress';
import type { RunningImports } from './runningImports';

/** What the engine needs of the extension. */
export interface EngineParts {
  readonly openClient: OpenClient;
  readonly settings: Pick<Settings, 'batchRows'>;
  readonly phones: () => Promise<NumberPlans>;
  readonly ledgers: Pick<Ledgers, 'open'>;
  readonly skips: LookSkips;
  readonly running: RunningImports;
  readonly log: Log;
}

/** How the engine is to go about it. */
export interface RunWays {
  /** Where it is written down; whoever sends has it guarded by the clearance. */
  readonly journal: ImportJournal;
  /** As in `ImportParts`. */
  readonly mayLeave: () => boolean;
  /** Called after the report has taken in what became of a row. */
  readonly settled: (row: SettledRow) => void;
  /** Called with what is waited for, each second; with nothing when nothing is. */
  readonly waits: (message: string) => void;
  /** Asks before a look that takes long; `cancel` ends the import. */
  readonly confirmLook: (look: LongLook, cancel: () => void) => Promise<boolean>;
}

/**
 * Lets the engine do one thing of an import, under a notification that shows what it does and lets the user end it.
 * For {@link ImportSession} alone, which asks for a clearance.
 * @throws when the ledger cannot be written or the rows cannot be read; the report then has what is known
 */
export async function runImport(
  { report, target, title, past }: ActiveImport,
  { openClient, settings, phones, ledgers, skips, running, log }: EngineParts,
  { journal, mayLeave, settled, waits, confirmLook }: RunWays,
  work: (run: ImportRun) => Promise<ImportEnd>,
): Promise<ImportEnd> {
  const { ImportRun, largestBatchBytes, policyFor } = await loadDelivery();
  const { client, queue } = await openClient(target);
  const plans = await phones();
  return await withImportProgress(
    title,
    report.rowCount,
    { skips, waits },
    async ({ control, cancel, giveUp, watch, advance }) => {
      advance(settledRows(report));
      const run = new ImportRun({
        calls: logged(client, log),
        queue,
        journal,
        mayLeave,
        control,
        retryPolicy: policyFor(target.stream),
        past,
        limits: { rows: settings.batchRows, bytes: largestBatchBytes },
        plans,
        knownIds: async () => {
          const { history } = await ledgers.open();
          return await history.idsOn(target.stream);
        },
        settle: (row, result) => {
          settled(report.settle(row, result, Date.now()));
          advance(settledRows(report));
        },
        answered: (_, unmatched) => report.addUnmatched(unmatched),
        watch,
        confirmLook: (look) => confirmLook(look, cancel),
      });
      return await running.during(target.stream.host, giveUp, () => work(run));
    },
  );
}

function settledRows({ rowCount, counts }: ImportReport): number {
  return rowCount - counts.notSent;
}

/** The calls, each of which leaves a line in the log. */
export function logged(calls: ContactCalls, log: Log): ContactCalls {
  const noted = async <T>(call: Promise<Answer<T>>) => {
    const answer = await call;
    logExchange(log, answer.exchange, answer.ok ? undefined : answer.failure);
    return answer;
  };
  return {
    importContacts: (...call) => noted(calls.importContacts(...call)),
    listContacts: (...call) => noted(calls.listContacts(...call)),
  };
}

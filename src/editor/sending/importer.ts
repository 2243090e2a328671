import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ImportSource, OutgoingRow, RunEnd, RunLedger } from '../../core/delivery/index';
import { loadDelivery } from '../delivery/load';
import type { Ledgers, OpenLedgers } from '../history/ledgers';
import { plainText } from '../plainText';
import { keepingFor } from '../results/resultsOf';
import type { Target } from '../streams/listed';
import { contactCount } from './confirm';
import type { Ending } from './ending';
import { rowsOf, type Plan } from './plan';
import type { Job, Runner } from './runner';
import type { Sendable } from './sendable';

/** Sends what was checked of a file to a stream, and shows what became of each row. */
export class Importer {
  constructor(
    private readonly runner: Runner,
    private readonly ledgers: Ledgers,
    private readonly ending: Ending,
  ) {}

  /** Sends the rows of a plan; resolves when there is nothing left to wait for. */
  async send(sendable: Sendable, plan: Plan, target: Target): Promise<void> {
    const { outgoing } = await loadDelivery();
    const { source, isWhole } = sendable;
    const job = await this.begin(sendable, plan, target);
    const { hasher } = await this.ledgers.open();
    const name = (rows: readonly OutgoingRow[]) =>
      job.ledger.rows(
        rows[0]?.index ?? 0,
        rows.map(({ values }) => hasher.row(values)),
      );
    await this.finish(job, async () => {
      // All rows are named before the first is sent, so that they are found again in a file that was edited. Those of a
      // large file are named as they are read: it is resumed only as it was.
      const isLarge = source.bytes !== undefined;
      if (!isLarge) for await (const rows of source.groups()) await name(rows);
      return await this.runner.run(job, async (run) => {
        const isAll = isWhole && plan.rows === source.rowCount;
        const rows = await rowsOf(source, plan.includes, isLarge ? name : undefined);
        return await run.send(outgoing(source, rows, isAll));
      });
    });
  }

  /** Does what is left to do of an import, and ends it. */
  async finish(job: Job, work: () => Promise<RunEnd>): Promise<void> {
    let end: RunEnd | { readonly error: unknown };
    try {
      end = await work();
    } catch (error) {
      end = { error };
    }
    // A ledger that can no longer be written is what ended it: what is known is told all the same.
    await job.ledger.end().catch((error: unknown) => (end = 'error' in end ? end : { error }));
    await this.ending.tell(job, end);
  }

  private async begin(
    { uri, version, source, heldBack }: Sendable,
    plan: Plan,
    target: Target,
  ): Promise<Job> {
    const { ImportReport } = await loadDelivery();
    const ledgers = await this.ledgers.open();
    const { stream } = target;
    return {
      uri,
      version,
      target,
      source,
      heldBack,
      report: new ImportReport(source.rowCount, keepingFor(source.rowCount, source)),
      ledger: await beginLedger(ledgers, uri, source, target),
      title: vscode.l10n.t(
        'Sending {0} to {1}',
        contactCount(plan.rows),
        stream.sandbox ? 'SANDBOX' : plainText(`${stream.name} (${stream.host})`),
      ),
    };
  }
}

/** Writes down what is to be sent where, before any of it is. */
async function beginLedger(
  { store, hasher }: OpenLedgers,
  uri: vscode.Uri,
  source: ImportSource,
  { stream }: Target,
): Promise<RunLedger> {
  const { RunLedger } = await loadDelivery();
  const { name, host, streamId, sandbox } = stream;
  return await RunLedger.begin(store, {
    id: randomUUID(),
    file: { uri: uri.toString(), hash: hasher.file(source.digest) },
    stream: { name, host, streamId, ...(sandbox && { sandbox }) },
    rows: source.rowCount,
    key: hasher.key,
  });
}

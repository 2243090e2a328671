import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { Plan, ImportSource, ImportRow, ImportEnd, ImportLedger } from '../../core/delivery/index';
import { loadDelivery } from '../loadDelivery';
import type { Ledgers, OpenLedgers } from '../ledgers';
import { plainText } from '../plainText';
import { keepingFor } from '../results/resultsOf';
import type { StreamWithSecret } from '../streams/listed';
import { contactCount } from './confirm';
import type { OutcomeReport } from './outcomeReport';
import type { ActiveImport, Runner } from './importSession';
import type { Sendable } from './sendable';

/** Sends what was checked of a file to a stream, and shows what became of each row. */
export class Importer {
  constructor(
    private readonly runner: Runner,
    private readonly ledgers: Ledgers,
    private readonly ending: OutcomeReport,
  ) {}

  /** Sends the rows of a plan; resolves when there is nothing left to wait for. */
  async send(sendable: Sendable, plan: Plan, target: StreamWithSecret): Promise<void> {
    const { importContent, rowsOf } = await loadDelivery();
    const { source, isWhole } = sendable;
    const job = await this.begin(sendable, plan, target);
    const { hasher } = await this.ledgers.open();
    const name = (rows: readonly ImportRow[]) =>
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
        const rows = rowsOf(source, plan.includes, isLarge ? name : undefined);
        return await run.send(importContent(source, rows, isAll));
      });
    });
  }

  /** Does what is left to do of an import, and ends it. */
  async finish(job: ActiveImport, work: () => Promise<ImportEnd>): Promise<void> {
    let end: ImportEnd | { readonly error: unknown };
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
    target: StreamWithSecret,
  ): Promise<ActiveImport> {
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
  { stream }: StreamWithSecret,
): Promise<ImportLedger> {
  const { ImportLedger } = await loadDelivery();
  const { name, host, streamId, sandbox } = stream;
  return await ImportLedger.begin(store, {
    id: randomUUID(),
    file: { uri: uri.toString(), hash: hasher.file(source.digest) },
    stream: { name, host, streamId, ...(sandbox && { sandbox }) },
    rows: source.rowCount,
    key: hasher.key,
  });
}

import * as vscode from 'vscode';
import type { Outcome, ImportRow, RowGroups, ImportEnd } from '../../core/delivery/index';
import { loadDelivery } from '../loadDelivery';
import { plainText } from '../plainText';
import { shownName } from '../files';
import type { Importer } from '../sending/importer';
import type { Preparer } from '../sending/preparer';
import type { ActiveImport, Runner } from '../sending/importSession';
import type { Settings } from '../settings';
import type { ListedStream, StreamWithSecret } from '../streams/listed';
import type { StreamRegistry } from '../streams/registry';
import type { Targets } from '../streams/targets';
import { confirmLookUp, confirmResume, confirmSearch, nothingLeft } from './confirmFollowUp';
import type { Ledgers } from '../ledgers';
import { reopen } from './reopen';
import { countOpen, isOpen, type Reopened } from './reopened';
import { saveRestOf } from './restFile';
import { UserError } from '../errors';

/** What can be done with an import after it has come to an end, or was cut off: all from its ledger and its file. */
export class FollowUps {
  constructor(
    private readonly ledgers: Ledgers,
    private readonly registry: StreamRegistry,
    private readonly targets: Targets,
    private readonly preparer: Preparer,
    private readonly runner: Runner,
    private readonly importer: Importer,
    private readonly settings: Pick<Settings, 'batchRows' | 'requestsPerMinute'>,
  ) {}

  /**
   * Looks for the rows whose outcome is unknown, then sends those that were not sent or are not on the stream.
   * @throws UserError when that cannot be done now
   */
  async resume(runId: string): Promise<void> {
    const { reopened, target } = await this.open(runId);
    if (target === undefined) return;
    if (countOpen(reopened, 'unknown', 'notSent', 'absent') === 0) throw nothingLeft(reopened);
    const unknown = await rowsWith(reopened, 'unknown');
    if (unknown.length > 0 && !(await confirmLookUp(reopened, target.stream, unknown.length))) return;
    const title = vscode.l10n.t('Resuming the import of {0}', shownName(reopened.sendable.uri));
    const job = await this.job(reopened, target, title);
    await this.importer.finish(job, async () => {
      const looked = await this.lookUp(job, unknown);
      if (looked.why === 'cancelled') return looked;
      const wanted = await confirmResume(reopened, target.stream, this.settings);
      if (wanted === undefined) return looked.why === 'failed' ? looked : { why: 'cancelled' };
      if (wanted.length === 0) return looked;
      const absent = await rowsWith(reopened, 'absent');
      const rows = await openRows(reopened, ...wanted.filter((outcome) => outcome !== 'absent'));
      const { importContent } = await loadDelivery();
      const content = importContent(reopened.source, rows, false);
      // Read anew: the look that went before is in it, too.
      const known = await (await this.ledgers.open()).history.read(runId);
      const past = known?.record ?? reopened.record;
      return await this.runner.run({ ...job, past }, (run) => run.sendAgain(content, absent));
    });
  }

  /**
   * Finds which of the refused rows are refused by themselves, and sends the others.
   * @throws UserError when that cannot be done now
   */
  async findRefused(runId: string): Promise<void> {
    const { reopened, target } = await this.open(runId);
    if (target === undefined) return;
    const rows = await rowsWith(reopened, 'refused');
    if (rows.length === 0)
      throw new UserError(vscode.l10n.t('The file no longer has any of the refused rows.'));
    if (!(await confirmSearch(reopened, rows.length, target.stream))) return;
    const title = vscode.l10n.t('Finding the refused rows of {0}', shownName(reopened.sendable.uri));
    const job = { ...(await this.job(reopened, target, title)), searches: true };
    const { importContent } = await loadDelivery();
    await this.importer.finish(job, () =>
      this.runner.run(job, (run) => run.findRefused(importContent(reopened.source, [], false), rows)),
    );
  }

  /**
   * Saves the rows that were left, each with the reason.
   * @throws UserError when that cannot be done now
   */
  async saveRest(runId: string, reasons: ReadonlyMap<number, string>): Promise<void> {
    await saveRestOf(await reopen(runId, await this.ledgers.open(), this.preparer), reasons);
  }

  private async lookUp(job: ActiveImport, rows: readonly ImportRow[]): Promise<ImportEnd> {
    if (rows.length === 0) return { why: 'done' };
    return await this.runner.run(job, (run) => run.lookUp(rows));
  }

  private async open(
    runId: string,
  ): Promise<{ readonly reopened: Reopened; readonly target: StreamWithSecret | undefined }> {
    const reopened = await reopen(runId, await this.ledgers.open(), this.preparer);
    return { reopened, target: await this.targets.resolve(this.streamOf(reopened)) };
  }

  /** The stream of the import as it is set up now: by its address, whatever it is called. */
  private streamOf({ record: { begun } }: Reopened): ListedStream {
    const found = this.registry.list.find(
      (stream) =>
        stream.host === begun.stream.host &&
        'streamId' in stream &&
        stream.streamId === begun.stream.streamId,
    );
    if (found) return found;
    throw new UserError(
      begun.stream.sandbox
        ? vscode.l10n.t('The sandbox to which this import went has stopped, and its contacts are gone.')
        : vscode.l10n.t(
            'No stream with the host {0} and the stream ID {1} is set up any more. Add it, and try again.',
            plainText(begun.stream.host),
            plainText(begun.stream.streamId),
          ),
    );
  }

  private async job(
    { record, sendable, source, report, heldBack }: Reopened,
    target: StreamWithSecret,
    title: string,
  ): Promise<ActiveImport> {
    const { ImportLedger } = await loadDelivery();
    const { store } = await this.ledgers.open();
    const { uri, version } = sendable;
    const ledger = await ImportLedger.resume(store, record.begun.id);
    return { uri, version, source, target, report, heldBack, ledger, title, past: record };
  }
}

/** The rows that have one of these outcomes now, less those that cannot be sent as they stand. */
async function openRows(reopened: Reopened, ...wanted: readonly Outcome[]): Promise<RowGroups> {
  const { picked } = await loadDelivery();
  const isWanted = isOpen(reopened, ...wanted);
  return picked(reopened.source.groups(), (row) => (isWanted(row.index) ? row : undefined));
}

/** All of them in one list: those that got no answer, or were refused, are never many. */
async function rowsWith(reopened: Reopened, ...wanted: readonly Outcome[]): Promise<readonly ImportRow[]> {
  if (countOpen(reopened, ...wanted) === 0) return [];
  const rows: ImportRow[] = [];
  for await (const group of await openRows(reopened, ...wanted)) rows.push(...group);
  return rows;
}

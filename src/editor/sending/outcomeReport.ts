import * as vscode from 'vscode';
import type { ImportEnd, Mismatch } from '../../core/delivery/index';
import { failureWords } from '../delivery/failureMessages';
import { showFailure, type Offer } from '../delivery/showFailure';
import type { StreamMarkers } from '../checking/streamMarkers';
import { fullId } from '../commandIds';
import type { Ledgers } from '../ledgers';
import type { Log } from '../log';
import type { ResultAction } from '../../protocol/results';
import { resultsOf } from '../results/resultsOf';
import type { ResultsPanel } from '../results/resultsPanel';
import { actionCommands, actionsFor, actionTitle, effectOf, isAllCreated, summary } from './outcomeMessages';
import type { ActiveImport } from './importSession';
import { misreadEntry, misreadMessage, misreadOffers } from './misread';
import { showError } from '../errors';
import { join } from '../plainText';

/** How an import ended; `error`: by a fault of this machine, such as a disk that is full. */
export type JobEnd = ImportEnd | { readonly error: unknown };

/** Tells what became of an import: on the page, at the rows, and in a message. */
export class OutcomeReport {
  constructor(
    private readonly panel: ResultsPanel,
    private readonly markers: StreamMarkers,
    private readonly ledgers: Ledgers,
    private readonly log: Log,
  ) {}

  /** Shows everything; does not wait for an answer to the message. */
  async tell(job: ActiveImport, end: JobEnd): Promise<void> {
    const { report, ledger, target, heldBack, searches = false } = job;
    const { counts } = report;
    this.log.info(`Import ${ledger.id}: ${JSON.stringify(counts)}, ${'why' in end ? end.why : 'broke off'}`);
    const hasEffect = counts.notSent < report.rowCount;
    const actions = hasEffect ? actionsFor(counts, heldBack.size, searches) : [];
    this.say(job, end, actions);
    if ('why' in end && end.why === 'misread') this.log.error(misreadEntry(end.mismatch));
    if (!hasEffect) {
      // Nothing left, or nothing came of it: there is nothing to look back on.
      await (await this.ledgers.open()).store.delete(ledger.id);
      return;
    }
    this.markers.show(job);
    const { stream } = target;
    await this.panel.show(
      await resultsOf({ ...job, runId: ledger.id, stream, notice: this.notice(job, end), actions }),
    );
  }

  /** The page shows it too; a message is also heard, and seen when the page is behind other tabs. */
  private say(job: ActiveImport, end: JobEnd, actions: readonly ResultAction[]): void {
    const { report, target, ledger, heldBack } = job;
    const { counts } = report;
    const offers = actions.map((action) => offer(action, ledger.id));
    if ('error' in end) {
      showError(end.error, this.log);
      void ask(vscode.l10n.t('The import broke off. {0}', effectOf(counts)), offers);
    } else if (end.why === 'failed') {
      const failed = { stream: target.stream, call: 'import' } as const;
      void showFailure(end.failure, failed, this.log, { effect: effectOf(counts), offers });
    } else if (end.why === 'misread') {
      void this.sayMisread(job, end.mismatch, offers);
    } else if (end.why === 'cancelled') {
      void ask(join(vscode.l10n.t('Cancelled.'), effectOf(counts)), offers);
    } else if (isAllCreated(counts)) {
      sayAllCreated(counts.created);
    } else if (counts.notReturned > 0 && counts.created + counts.notReturned === report.rowCount) {
      void ask(notReturnedWords(counts.notReturned, report.rowCount), offers);
    } else {
      void ask(
        counts.unknown > 0 ? effectOf(counts) : join(summary(counts), heldBackWords(heldBack.size)),
        offers,
      );
    }
  }

  private async sayMisread(job: ActiveImport, mismatch: Mismatch, offers: readonly Offer[]): Promise<void> {
    const message = join(misreadMessage(mismatch, job), effectOf(job.report.counts));
    const others = await misreadOffers(mismatch, job);
    const choice = await vscode.window.showErrorMessage(message, ...others, ...offers);
    await choice?.run();
  }

  private notice({ target, report, source }: ActiveImport, end: JobEnd): string {
    if ('error' in end) return vscode.l10n.t('The import broke off: the log has the details.');
    if (end.why === 'cancelled') return vscode.l10n.t('The import was cancelled.');
    if (end.why === 'done') return '';
    if (end.why === 'misread') return misreadMessage(end.mismatch, { source });
    const { message, advice } = failureWords(end.failure, { stream: target.stream, call: 'import' });
    return report.counts.unknown > 0
      ? join(message, vscode.l10n.t('Resume the import to look for the unknown rows on the stream.'))
      : join(message, advice);
  }
}

async function ask(message: string, offers: readonly Offer[]): Promise<void> {
  const choice = await vscode.window.showWarningMessage(message, ...offers);
  await choice?.run();
}

function offer(action: ResultAction, runId: string): Offer {
  return {
    title: actionTitle(action),
    run: () => vscode.commands.executeCommand(fullId(actionCommands[action]), runId),
  };
}

function sayAllCreated(count: number): void {
  const message =
    count === 1
      ? vscode.l10n.t('The contact came back from the stream.')
      : vscode.l10n.t('All {0} contacts came back from the stream.', count.toLocaleString());
  vscode.window.setStatusBarMessage(`$(check) ${message}`, 10_000);
}

function notReturnedWords(missing: number, sent: number): string {
  return vscode.l10n.t(
    '{0} of {1} rows did not come back from the stream. The results show which ones; their contacts were not created by this import, as far as the answer tells.',
    missing.toLocaleString(),
    sent.toLocaleString(),
  );
}

function heldBackWords(count: number): string {
  return count === 0
    ? ''
    : vscode.l10n.t('Those not sent have errors: save the rest, correct it, and send it.');
}

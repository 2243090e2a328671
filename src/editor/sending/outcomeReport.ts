import * as vscode from 'vscode';
import type { EndReport, Mismatch, SessionEnd, ToldCounts } from '../../core/delivery/index';
import type { ResultAction, Results } from '../../protocol/results';
import { EncodedRows } from '../../protocol/encodedPage';
import type { RowOutcomes } from '../checking/rowOutcomes';
import type { StreamMarkers } from '../checking/streamMarkers';
import { fullId } from '../commandIds';
import { counted } from '../counted';
import { failureMessage, failureText } from '../delivery/failureMessages';
import { showFailure, type Offer } from '../delivery/showFailure';
import { errorText, showError } from '../errors';
import { loadDelivery } from '../loadDelivery';
import type { Log } from '../log';
import { storageMessage } from '../storageMessage';
import { LiveResults, type EndedResults } from '../results/liveResults';
import { unmatchedRow } from '../results/resultRows';
import { aboutImport, resultsOf, rowOf } from '../results/resultsOf';
import type { ResultsPanels } from '../results/resultsPanels';
import type { ActiveImport } from './activeImport';
import { misreadEntry, misreadMessage, misreadOffers } from './misread';
import {
  actionCommands,
  actionLabel,
  allCreatedMessage,
  brokeOffMessage,
  cancelledMessage,
  doubtAdvice,
  doubtMessage,
  effectLabel,
  notReturnedMessage,
  summaryMessage,
  takenOverMessage,
  wholeRequestMessage,
} from './outcomeMessages';
import { toast } from '../toast';

/** Tells what became of an import: on the page, at the rows, and in a message. */
export class OutcomeReport {
  constructor(
    private readonly panels: ResultsPanels,
    private readonly markers: StreamMarkers,
    private readonly rows: Pick<RowOutcomes, 'show'>,
    /** Whether a stream was a sandbox that is stopped by now. */
    private readonly isGone: (stream: { readonly sandbox?: boolean; readonly host: string }) => boolean,
    private readonly log: Log,
  ) {}

  /** Opens the page of an import that begins, and fills it as the import goes on. */
  async follow(active: ActiveImport): Promise<LiveResults> {
    const { ledger, at, target, uri, source, title } = active;
    const about = aboutImport({
      importId: ledger.id,
      at,
      stream: target.stream,
      uri,
      source,
      running: title,
    });
    const before = await this.panels.known(ledger.id);
    const results = new LiveResults(about, active, {
      rowOf,
      known: before && new EncodedRows(before.rows),
      tell: (newer, changed) => this.panels.fill(newer, changed),
    });
    results.begin();
    await this.panels.begin(results.results);
    return results;
  }

  /** Tells everything; does not wait for an answer to the message. */
  async tell(begun: ActiveImport, end: SessionEnd, live: LiveResults): Promise<void> {
    const { endReport } = await loadDelivery();
    const active = await this.whereItIs(begun);
    const { report, ledger, closed, searches } = active;
    const { counts } = report;
    this.log.info(`Import ${ledger.id}: ${JSON.stringify(counts)}, ${end.why}`);
    const told = endReport(end, {
      counts: report.told,
      closed,
      isRefusedAlone: searches || report.isRefusedAlone,
    });
    this.say(active, told);
    // Another window knows more of an import that was taken over; and of one that sent nothing the ledger is gone.
    const isKept = told.hasLeft && end.why !== 'takenOver';
    const ended = { notice: this.notice(active, told), actions: isKept ? told.actions : [] };
    const { results, changed } = await this.ended(active, live, ended);
    if (!isKept) {
      this.panels.fill(results, changed);
      return;
    }
    this.markers.show(active);
    // The ledger is whole by now; what is wrong with it has been told.
    void this.rows.show(active).catch((error: unknown) => this.log.warn(errorText(error)));
    try {
      await this.panels.end(results, changed);
    } catch (error) {
      // They are shown and cannot be kept, for the same reason for which the import ended.
      if (end.why !== 'brokeOff') throw error;
      this.log.warn(errorText(error));
    }
  }

  /** The import with the address that its file has by now; in a document of its own, it is read anew. */
  private async whereItIs(active: ActiveImport): Promise<ActiveImport> {
    const { fileUri = '' } = (await this.panels.of(active.ledger.id)) ?? {};
    if (fileUri === '' || fileUri === active.uri.toString()) return active;
    return { ...active, uri: vscode.Uri.parse(fileUri), version: -1 };
  }

  /** Of a very long list, rows are listed only now. */
  private async ended(
    active: ActiveImport,
    live: LiveResults,
    ended: Pick<Results, 'notice' | 'actions'>,
  ): Promise<EndedResults> {
    const told = await live.end(ended, active.report.unmatched.map(unmatchedRow));
    if (live.isListed) return told;
    const { ledger, target } = active;
    const about = { importId: ledger.id, stream: target.stream, known: live.known };
    const results = await resultsOf({ ...active, ...about, ...ended });
    return { results, changed: [...results.rows.keys()] };
  }

  /** The page shows it too; a message is also heard, and seen when the page is behind other tabs. */
  private say(active: ActiveImport, { meaning, effect, actions }: EndReport): void {
    const { report, target, ledger, heldBack } = active;
    const { told: counts, rowCount } = report;
    const offers = actions.map((action) => offer(action, ledger.id));
    // Nothing of it can be looked up, nor sent there again.
    if (this.isGone(target.stream)) {
      const rest = actions
        .filter((action) => action === 'saveRest')
        .map((action) => offer(action, ledger.id));
      void ask(vscode.l10n.t('The sandbox was stopped, and the import to it ended.'), rest);
      return;
    }
    switch (meaning.kind) {
      case 'brokeOff':
        void this.sayBrokenOff(meaning.error, effect, counts, offers);
        return;
      case 'failed':
        // Where rows may exist, that says what to do first.
        void showFailure(meaning.failure, target.stream, this.log, {
          known: effectLabel(effect, counts),
          ...(effect === 'doubt' && { advice: doubtAdvice(counts.unknown) }),
          offers,
        });
        return;
      case 'misread':
        this.log.error(misreadEntry(meaning.mismatch));
        void sayMisread(meaning.mismatch, active, effect === 'doubt' ? counts.unknown : 0, offers);
        return;
      case 'takenOver':
        void ask(takenOverMessage(active.uri), [offer('resume', ledger.id)]);
        return;
      case 'cancelled':
        void ask(cancelledMessage(effect, counts), offers);
        return;
      case 'allCreated':
        vscode.window.setStatusBarMessage(`$(check) ${allCreatedMessage(counts.created)}`, 10_000);
        return;
      case 'notReturned':
        void ask(notReturnedMessage(counts.notReturned, rowCount), [offer('lookUp', ledger.id), ...offers]);
        return;
      case 'unknown':
        void ask(doubtMessage(counts.unknown), offers);
        return;
      case 'mixed':
        void ask(
          report.hasRefusedWhole
            ? wholeRequestMessage(counts, heldBack.size)
            : summaryMessage(counts, heldBack.size),
          offers,
        );
    }
  }

  /** A fault of the storage is told with what is known; any other one is ours, and told beside it. */
  private async sayBrokenOff(
    error: unknown,
    effect: EndReport['effect'],
    counts: ToldCounts,
    offers: readonly Offer[],
  ): Promise<void> {
    const aboutStorage = storageMessage(error);
    if (aboutStorage === undefined) {
      showError(error, this.log);
      await ask(brokeOffMessage(effect, counts), offers);
      return;
    }
    this.log.error(errorText(error));
    const message = vscode.l10n.t('{0}: {1}', effectLabel(effect, counts), aboutStorage);
    await (await toast('error', message, ...offers))?.run();
  }

  /** Why not every row was sent; empty when the import ran through. */
  private notice(active: ActiveImport, { meaning }: EndReport): string {
    const { target, report, source } = active;
    switch (meaning.kind) {
      case 'brokeOff':
        return (
          storageMessage(meaning.error) ??
          vscode.l10n.t('The import stopped because of an error. The log has the details.')
        );
      case 'cancelled':
        return vscode.l10n.t('The import was cancelled.');
      case 'takenOver':
        return takenOverMessage(active.uri);
      case 'misread':
        return misreadMessage(meaning.mismatch, { source });
      case 'failed': {
        const { message, advice } = failureMessage(meaning.failure, target.stream);
        return failureText(
          message,
          report.counts.unknown > 0
            ? counted(
                vscode.l10n.t(
                  '{count, plural, one {Resume the import to look up the unknown row.} other {Resume the import to look up the # unknown rows.}}',
                ),
                { count: report.counts.unknown },
              )
            : advice,
        );
      }
      case 'allCreated':
      case 'notReturned':
      case 'unknown':
      case 'mixed':
        return '';
    }
  }
}

async function sayMisread(
  mismatch: Mismatch,
  active: ActiveImport,
  unknown: number,
  offers: readonly Offer[],
): Promise<void> {
  const message = misreadMessage(mismatch, active, unknown);
  const choice = await toast('error', message, ...(await misreadOffers(mismatch, active)), ...offers);
  await choice?.run();
}

async function ask(message: string, offers: readonly Offer[]): Promise<void> {
  // VS Code cuts the labels of three to a few letters. The page, which is open, has them all.
  const choice = await toast('warning', message, ...offers.slice(0, 2));
  await choice?.run();
}

function offer(action: ResultAction, importId: string): Offer {
  return {
    title: actionLabel(action),
    run: () => vscode.commands.executeCommand(fullId(actionCommands[action]), importId),
  };
}

import * as vscode from 'vscode';
import {
  type CheckReport,
  type ContactSheet,
  type LiveCheck,
  type Pause,
  readSheet,
  settingsForSending,
} from '../../core/checks';
import type { PhoneNumbers } from '../../core/contact';
import { firstOf } from '../cancellation';
import { errorText } from '../errors';
import type { Log } from '../log';
import type { CheckSettings } from '../settings';
import { mostMarkers } from './diagnostics';
import type { Answers } from './listAnswers';
import { Markers } from './markers';
import { isChecked } from './documents';
import { runInSlices } from '../../core/files/slices';
import { WatchedDocument, type Stage } from './watchedDocument';

/** Quiet time after the last edit before a document is checked again, in ms. */
const debounceMs = 150;

/** Checks the open contact documents as they are edited, and keeps their markers; they go when the document closes. */
export class Checker implements vscode.Disposable {
  private readonly markers = new Markers({
    reportOf: (document) => this.reportOf(document),
    near: (document, ranges, most) => this.watched.get(document)?.near(ranges, most) ?? [],
  });
  private readonly watched = new Map<vscode.TextDocument, WatchedDocument>();
  private readonly finished = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly stageChanged = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly subscriptions: vscode.Disposable;

  /** After a check of a document came to its end; {@link reportOf} then gives what it found. */
  readonly onDidCheck = this.finished.event;
  /** After {@link stageOf} may give something else for a document. */
  readonly onDidChangeStage = this.stageChanged.event;

  constructor(
    private readonly settings: CheckSettings,
    private readonly answers: Answers,
    private readonly loadPhones: () => Promise<PhoneNumbers>,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.markers,
      this.finished,
      this.stageChanged,
      vscode.workspace.onDidOpenTextDocument((document) => this.schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Also fires for a change of the dirty state alone.
        if (contentChanges.length === 0) return;
        this.watched.get(document)?.follow(contentChanges);
        this.schedule(document, debounceMs);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      settings.onDidChange(() => this.scheduleAll()),
      answers.onDidChange((uri) => this.reconsider(uri)),
    );
    this.scheduleAll();
  }

  /**
   * Checks the document now, also one that is not checked while it is edited, and shows its markers.
   * @returns `undefined` when the document was changed or closed in the meantime, or the signal was aborted
   */
  async checkNow(
    document: vscode.TextDocument,
    { forSending, signal }: { forSending: boolean; signal?: AbortSignal },
  ): Promise<CheckReport | undefined> {
    const watched = this.watch(document);
    const pending = watched.restart();
    watched.forSending ||= forSending;
    return await this.run(document, watched, signal ? AbortSignal.any([pending, signal]) : pending);
  }

  /** What is known of the document as it stands now; `undefined` while it is not checked, or not yet again. */
  reportOf(document: vscode.TextDocument): CheckReport | undefined {
    const checked = this.watched.get(document)?.checked;
    return checked?.version === document.version ? checked.report : undefined;
  }

  /** What the last check found, perhaps in an earlier version of the document; `undefined` when it is not checked. */
  lastReportOf(document: vscode.TextDocument): CheckReport | undefined {
    return this.watched.get(document)?.checked?.report;
  }

  /** The open documents whose last check found a sheet that fits. */
  documentsWith(fits: (sheet: ContactSheet) => boolean): readonly vscode.TextDocument[] {
    return [...this.watched].flatMap(([document, { checked }]) =>
      checked !== undefined && fits(checked.report.sheet) ? [document] : [],
    );
  }

  /** The document as it stands, read as it is checked: what was a list stays one while it is edited. */
  sheetOf(document: vscode.TextDocument): ContactSheet {
    return this.reportOf(document)?.sheet ?? readSheet(document.getText(), this.answers.of(document.uri));
  }

  /** What a check of the document is at that runs now; `undefined` when none does. */
  stageOf(document: vscode.TextDocument): Stage | undefined {
    return this.watched.get(document)?.stage;
  }

  /**
   * As {@link reportOf}, after the check that waits or runs.
   * @returns `undefined` when the document is not checked, when it closes meanwhile, or the token is cancelled
   */
  async whenChecked(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<CheckReport | undefined> {
    for (;;) {
      const pending = this.watched.get(document)?.signal;
      const report = this.reportOf(document);
      if (report !== undefined || pending === undefined || token.isCancellationRequested) return report;
      // A check that is given up makes room for the next one, or the document is gone.
      await firstOf(pending, token, this.onDidCheck);
    }
  }

  dispose(): void {
    for (const watched of this.watched.values()) watched.giveUp();
    this.watched.clear();
    this.subscriptions.dispose();
  }

  private scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.schedule(document, 0);
  }

  /** The user said something else of a file. That it is no list also takes an attempt to send it back. */
  private reconsider(uri: vscode.Uri): void {
    for (const [document, watched] of this.watched) {
      if (document.uri.toString() !== uri.toString()) continue;
      watched.forSending &&= this.answers.of(uri) !== 'noList';
      this.schedule(document, 0);
    }
  }

  private schedule(document: vscode.TextDocument, delayMs: number): void {
    if (!isChecked(document, this.settings.checkFiles(document.uri))) {
      this.forget(document);
      return;
    }
    const watched = this.watch(document);
    const signal = watched.restart();
    const timer = setTimeout(() => {
      this.run(document, watched, signal).catch((error: unknown) => this.log.error(errorText(error)));
    }, delayMs);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  private watch(document: vscode.TextDocument): WatchedDocument {
    const watched = this.watched.get(document) ?? new WatchedDocument(document);
    this.watched.set(document, watched);
    return watched;
  }

  private async run(
    document: vscode.TextDocument,
    watched: WatchedDocument,
    signal: AbortSignal,
  ): Promise<CheckReport | undefined> {
    const own = watched.signal;
    const phones = await this.loadPhones();
    if (signal.aborted) return undefined;
    const { version } = document;
    const rules = this.settings.checkRules(document.uri);
    const live = watched.check({
      phones,
      settings: watched.forSending ? settingsForSending(rules) : rules,
      limit: mostMarkers,
      forSending: watched.forSending,
      said: this.answers.of(document.uri),
    });
    try {
      this.atStage(document, watched, 'rows');
      const report = await runInSlices(whole(live), signal, () => this.tell(document, watched, live));
      if (report === undefined) return undefined;
      watched.checked = { version, report };
      this.markers.show(document, report);
      this.finished.fire(document);
      return report;
    } finally {
      // One that took the place of this one has its own stage.
      if (watched.signal === own) this.atStage(document, watched, undefined);
    }
  }

  /** Shows what is found so far. */
  private tell(document: vscode.TextDocument, watched: WatchedDocument, live: LiveCheck): void {
    const report = live.report();
    if (report?.pending === undefined) return;
    this.atStage(document, watched, report.pending);
    // After an edit, that would take markers away and bring them back: those of the last check stay to the end.
    if (watched.checked === undefined) this.markers.show(document, report);
  }

  private atStage(document: vscode.TextDocument, watched: WatchedDocument, stage: Stage | undefined): void {
    watched.stage = stage;
    this.stageChanged.fire(document);
  }

  private forget(document: vscode.TextDocument): void {
    this.watched.get(document)?.giveUp();
    this.watched.delete(document);
    this.markers.clear(document.uri);
    this.stageChanged.fire(document);
  }
}

/** All that is left to do, and what is found in the end. */
function* whole(live: LiveCheck): Generator<Pause, CheckReport | undefined> {
  yield* live.work();
  return live.report();
}

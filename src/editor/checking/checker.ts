import * as vscode from 'vscode';
import { check, type CheckReport } from '../../core/checks/check';
import { readSheet } from '../../core/checks/readSheet';
import type { RuleSettings } from '../../core/checks/severity';
import type { PhoneNumbers } from '../../core/contact/phoneNumbers';
import type { Log } from '../log';
import { mostMarkers, toDiagnostics } from './diagnostics';
import { isChecked } from './documents';
import { runInSlices } from './slices';

/** Quiet time after the last edit before a document is checked again, in ms. */
const debounceMs = 150;

/** What the checker reads of the settings, for the file at hand. */
export interface CheckSettings {
  checkFiles(scope: vscode.Uri): readonly string[];
  checkRules(scope: vscode.Uri): RuleSettings;
  readonly onDidChange: vscode.Event<void>;
}

/** What is known of one open document. */
interface Watched {
  /** Aborts the waiting or running check when the text changes or the document closes. */
  pending: AbortController;
  /** What the last check that came to its end found, and in which version of the document. */
  checked?: { readonly version: number; readonly report: CheckReport };
  /** Sending was tried, so the file is a contact list, whatever its header says. Until it closes. */
  forSending: boolean;
}

/** Checks the open contact documents as they are edited, and keeps their markers; they go when the document closes. */
export class Checker implements vscode.Disposable {
  private readonly markers = vscode.languages.createDiagnosticCollection('agentassistContacts');
  private readonly watched = new Map<vscode.TextDocument, Watched>();
  private readonly finished = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly subscriptions: vscode.Disposable;

  /** After a check of a document came to its end; {@link reportOf} then gives what it found. */
  readonly onDidCheck = this.finished.event;

  constructor(
    private readonly settings: CheckSettings,
    private readonly loadPhones: () => Promise<PhoneNumbers>,
    private readonly log: Log,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.markers,
      this.finished,
      vscode.workspace.onDidOpenTextDocument((document) => this.schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Also fires for a change of the dirty state alone.
        if (contentChanges.length > 0) this.schedule(document, debounceMs);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document)),
      settings.onDidChange(() => this.scheduleAll()),
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
    const watched = this.restart(document);
    watched.forSending ||= forSending;
    const pending = watched.pending.signal;
    return await this.run(document, signal ? AbortSignal.any([pending, signal]) : pending);
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

  /**
   * As {@link reportOf}, after the check that waits or runs.
   * @returns `undefined` when the document is not checked, when it closes meanwhile, or the token is cancelled
   */
  async whenChecked(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<CheckReport | undefined> {
    for (;;) {
      const pending = this.watched.get(document)?.pending.signal;
      const report = this.reportOf(document);
      if (report !== undefined || pending === undefined || token.isCancellationRequested) return report;
      // A check that is given up makes room for the next one, or the document is gone.
      await new Promise<void>((resolve) => {
        const listeners = vscode.Disposable.from(
          this.onDidCheck(() => end()),
          token.onCancellationRequested(() => end()),
        );
        const end = () => {
          listeners.dispose();
          pending.removeEventListener('abort', end);
          resolve();
        };
        pending.addEventListener('abort', end);
      });
    }
  }

  dispose(): void {
    for (const { pending } of this.watched.values()) pending.abort();
    this.watched.clear();
    this.subscriptions.dispose();
  }

  private scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.schedule(document, 0);
  }

  private schedule(document: vscode.TextDocument, delayMs: number): void {
    if (!isChecked(document, this.settings.checkFiles(document.uri))) {
      this.forget(document);
      return;
    }
    const { signal } = this.restart(document).pending;
    const timer = setTimeout(() => {
      this.run(document, signal).catch((error: unknown) => this.log.error(String(error)));
    }, delayMs);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  /** Gives up the document's check, if one waits or runs, for a new one. */
  private restart(document: vscode.TextDocument): Watched {
    const known = this.watched.get(document);
    known?.pending.abort();
    const watched = { forSending: false, ...known, pending: new AbortController() };
    this.watched.set(document, watched);
    return watched;
  }

  private async run(document: vscode.TextDocument, signal: AbortSignal): Promise<CheckReport | undefined> {
    const phones = await this.loadPhones();
    if (signal.aborted) return undefined;
    const { version } = document;
    const work = check(readSheet(document.getText()), {
      phones,
      settings: this.settings.checkRules(document.uri),
      limit: mostMarkers,
      forSending: this.watched.get(document)?.forSending ?? false,
    });
    const report = await runInSlices(work, signal);
    const watched = this.watched.get(document);
    if (report === undefined || watched === undefined) return undefined;
    watched.checked = { version, report };
    this.markers.set(document.uri, toDiagnostics(document, report));
    this.finished.fire(document);
    return report;
  }

  private forget(document: vscode.TextDocument): void {
    this.watched.get(document)?.pending.abort();
    this.watched.delete(document);
    this.markers.delete(document.uri);
  }
}

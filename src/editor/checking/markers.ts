import * as vscode from 'vscode';
import type { CheckReport, Graded } from '../../core/checks';
import type { OffsetRange } from '../../core/csv';
import { isCut, mostVisible, toDiagnostics } from './diagnostics';
import { MarkerPace } from './markerPace';

/** What markers are made of: what is known of a document as it stands now. */
export interface Findings {
  /** `undefined` while the document is not checked, or not yet again. */
  reportOf(document: vscode.TextDocument): CheckReport | undefined;
  /** Findings in these ranges, also beyond those of the report; at most `most`. */
  near(document: vscode.TextDocument, ranges: readonly OffsetRange[], most: number): readonly Graded[];
}

/** The markers of documents. Where not all findings can be marked, those of the lines in view are, as these change. */
export class Markers implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('agentassistContacts');
  private readonly pace = new MarkerPace(() => {
    for (const { document } of vscode.window.visibleTextEditors) {
      const report = this.findings.reportOf(document);
      if (report && isCut(report)) this.show(document, report);
    }
  });
  private readonly subscriptions = vscode.Disposable.from(
    this.collection,
    this.pace,
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      const report = this.findings.reportOf(textEditor.document);
      if (report && isCut(report)) this.pace.scrolled();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
      const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
      this.pace.selected(kind === Keyboard || kind === Mouse);
    }),
  );

  constructor(private readonly findings: Findings) {}

  /** Marks what a check found in the document, which has not changed since. */
  show(document: vscode.TextDocument, report: CheckReport): void {
    const visible = isCut(report) ? this.findings.near(document, visibleRanges(document), mostVisible) : [];
    this.collection.set(document.uri, toDiagnostics(document, report, visible));
  }

  clear(uri: vscode.Uri): void {
    this.collection.delete(uri);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }
}

/** What the editors of a document show. */
function visibleRanges(document: vscode.TextDocument): readonly OffsetRange[] {
  return vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges: ranges }) => ranges)
    .map(({ start, end }) => ({ start: document.offsetAt(start), end: document.offsetAt(end) }));
}

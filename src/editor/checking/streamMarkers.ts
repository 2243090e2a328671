import * as vscode from 'vscode';
import { plainText } from '../plainText';
import { type Finding, type RuleSettings, severityOf } from '../../core/checks';
import type { ImportReport, KeptRow, MarkedOutcome, MarkedRow, RowResult } from '../../core/delivery/index';
import { markerOf, mostMarkers } from './diagnostics';
import type { RowOutcomes } from './rowOutcomes';

/** What the stream said of an import's rows. */
interface Told {
  readonly uri: vscode.Uri;
  readonly report: ImportReport;
  /** The version of the document whose rows were sent. */
  readonly version: number;
}

/** `message`: in place of the rule's own, if it is not empty. */
type Marked = readonly [code: StreamCode, range: vscode.Range, message: string];

/** So many letters of the stream's words are shown: the results page has them all. */
const mostWords = 300;

type StreamCode = 'stream.refused' | 'stream.notReturned' | 'stream.unknown';

const codes: Readonly<Partial<Record<MarkedOutcome, StreamCode>>> = {
  refused: 'stream.refused',
  notReturned: 'stream.notReturned',
  unknown: 'stream.unknown',
};

/**
 * Markers on rows that a stream refused, answered without, or did not answer. Each stays until its row is edited or
 * sent again, moves with edits above it, and goes when the document closes.
 */
export class StreamMarkers implements vscode.Disposable {
  private readonly markers = vscode.languages.createDiagnosticCollection('agentassistContacts.stream');
  private readonly subscriptions: vscode.Disposable;

  /** @param outcomes tell what became of rows of a document that is opened again */
  constructor(
    private readonly settings: { checkRules(scope: vscode.Uri): RuleSettings },
    private readonly outcomes: Pick<RowOutcomes, 'marksOf' | 'onDidRestore'>,
  ) {
    this.subscriptions = vscode.Disposable.from(
      this.markers,
      outcomes.onDidRestore((document) => this.restore(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) =>
        this.follow(document, contentChanges),
      ),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.markers.delete(uri)),
    );
  }

  /** Marks the rows of an import in its document, if that is open; in place of all markers that were there. */
  show({ uri, report, version }: Told): void {
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (document === undefined) return;
    this.mark(document, rowsToMark(document, version, report));
  }

  private restore(document: vscode.TextDocument): void {
    const rows = this.outcomes.marksOf(document)?.rows() ?? [];
    this.mark(document, rowsOf(rows));
  }

  private mark(document: vscode.TextDocument, rows: Iterable<Marked>): void {
    const settings = this.settings.checkRules(document.uri);
    const markers: vscode.Diagnostic[] = [];
    for (const [code, range, message] of rows) {
      const start = document.offsetAt(range.start);
      const finding: Finding = { code, range: { start, end: document.offsetAt(range.end) } };
      const severity = severityOf(finding, settings);
      if (severity !== 'off') {
        const marker = markerOf(document, { finding, severity });
        if (message !== '') marker.message = message;
        markers.push(marker);
      }
      if (markers.length === mostMarkers) break;
    }
    this.markers.set(document.uri, markers);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  /** Moves the markers with the text, and drops those whose row was touched. */
  private follow(
    { uri }: vscode.TextDocument,
    changes: readonly vscode.TextDocumentContentChangeEvent[],
  ): void {
    const before = this.markers.get(uri);
    if (before === undefined || before.length === 0 || changes.length === 0) return;
    const after = before.flatMap((marker) => {
      const range = moved(marker.range, changes);
      if (range === undefined) return [];
      if (range.isEqual(marker.range)) return [marker];
      const copy = new vscode.Diagnostic(range, marker.message, marker.severity);
      return [Object.assign(copy, { source: marker.source, code: marker.code })];
    });
    this.markers.set(uri, after);
  }
}

function* rowsToMark(
  document: vscode.TextDocument,
  version: number,
  report: ImportReport,
): Generator<Marked> {
  for (const { row, result } of report.settled()) {
    // What a row was refused for may have been mended since.
    if (row.since !== undefined) continue;
    const code = codes[result.outcome];
    const range = code && rangeOf(document, version, row);
    if (code !== undefined && range !== undefined) yield [code, range, refusedMessage(result)];
  }
}

/** With what the stream said of a row that it refused; empty where that is not known. */
function refusedMessage(result: RowResult): string {
  const words = result.outcome === 'refused' ? plainText(result.words ?? '', mostWords) : '';
  if (words === '') return '';
  return result.note?.kind === 'batch'
    ? vscode.l10n.t('Refused by the stream with its whole request: {0}', words)
    : vscode.l10n.t('Refused by the stream: {0}', words);
}

function* rowsOf(rows: Iterable<MarkedRow>): Generator<Marked> {
  for (const { outcome, first, last, lastLength } of rows) {
    const code = codes[outcome];
    if (code !== undefined) yield [code, new vscode.Range(first, 0, last, lastLength), ''];
  }
}

/**
 * Where the row stands in the document; `undefined` when that is not sure: the document was edited since it was read,
 * and something else stands there now.
 */
function rangeOf(
  document: vscode.TextDocument,
  version: number,
  { line, record }: KeptRow,
): vscode.Range | undefined {
  if (record === undefined) return undefined;
  const last = line - 1 + record.split('\n').length - 1;
  if (line < 1 || last >= document.lineCount) return undefined;
  const range = new vscode.Range(line - 1, 0, last, document.lineAt(last).text.length);
  return document.version === version || document.getText(range) === record ? range : undefined;
}

/** The range after the changes, all of which count in the text before them; `undefined` if one touches it. */
function moved(
  range: vscode.Range,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): vscode.Range | undefined {
  let lines = 0;
  for (const { range: replaced, text } of changes) {
    if (isBehind(range, replaced, text)) continue;
    if (!isAbove(range, replaced, text)) return undefined;
    lines += text.split('\n').length - 1 - (replaced.end.line - replaced.start.line);
  }
  return lines === 0 ? range : new vscode.Range(range.start.translate(lines), range.end.translate(lines));
}

/** Behind the row, or a new line right at its end. */
function isBehind({ end }: vscode.Range, replaced: vscode.Range, text: string): boolean {
  return replaced.start.isAfter(end) || (replaced.start.isEqual(end) && /^\r?\n/.test(text));
}

/** On lines above, so that the row still begins a line. */
function isAbove({ start }: vscode.Range, replaced: vscode.Range, text: string): boolean {
  if (replaced.end.isAfter(start)) return false;
  if (!replaced.end.isEqual(start)) return true;
  return text === '' ? replaced.start.character === 0 : text.endsWith('\n');
}

import * as vscode from 'vscode';
import { shownNumber } from '../counted';
import type { CheckReport, Graded, Severity } from '../../core/checks';
import type { OffsetRange } from '../../core/csv';
import { fullId } from '../commandIds';
import { findingMessage } from './findingMessage';

/** VS Code keeps this many markers for a file. */
export const mostMarkers = 1000;

const diagnosticSeverity: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Name under which the Problems view shows this extension's markers. */
const source = () => vscode.l10n.t('Contacts');

/** The range in lines and characters, in the version of the document whose text was checked. */
export function toRange(document: vscode.TextDocument, { start, end }: OffsetRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** So many of the markers are kept for what the editor shows, where not all findings can be marked. */
export const mostVisible = 200;

/** Whether not all of the findings can be marked. */
export function isCut({ counts }: CheckReport): boolean {
  return totalOf(counts) > mostMarkers;
}

/**
 * The report's findings as markers, at most {@link mostMarkers}. When there are more, some are those of the lines that
 * the editor shows, and the last one tells the full count.
 * @param visible findings of these lines, shown or not
 */
export function toDiagnostics(
  document: vscode.TextDocument,
  report: CheckReport,
  visible: readonly Graded[] = [],
): vscode.Diagnostic[] {
  const { findings } = report;
  if (!isCut(report)) return findings.map((graded) => withOthers(document, report, graded));
  const first = findings.slice(0, mostMarkers - 1 - mostVisible);
  const known = new Set(first.map(keyOf));
  const near = visible.filter((graded) => !known.has(keyOf(graded))).slice(0, mostVisible);
  for (const graded of near) known.add(keyOf(graded));
  const others = findings
    .slice(first.length)
    .filter((graded) => !known.has(keyOf(graded)))
    .slice(0, mostVisible - near.length);
  const shown = [...first, ...others, ...near];
  return [
    ...shown.map((graded) => withOthers(document, report, graded)),
    notAllShown(document, report, shown.length),
  ];
}

function keyOf({ finding: { code, range } }: Graded): string {
  return `${code} ${range.start}`;
}

function totalOf(counts: CheckReport['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Wrong letters are one marker, which leads to the other cells that have some. */
function withOthers(document: vscode.TextDocument, report: CheckReport, graded: Graded): vscode.Diagnostic {
  const marker = markerOf(document, graded);
  if (graded.finding.code === 'csv.encoding' && report.wrongLetters.length > 0) {
    marker.relatedInformation = report.wrongLetters.map(
      (range) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(document.uri, toRange(document, range)),
          vscode.l10n.t('More wrong letters.'),
        ),
    );
  }
  return marker;
}

/** One finding as a marker, in the version of the document in which it was found. */
export function markerOf(document: vscode.TextDocument, { finding, severity }: Graded): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    toRange(document, finding.range),
    findingMessage(finding),
    diagnosticSeverity[severity],
  );
  diagnostic.source = source();
  const argument = encodeURIComponent(JSON.stringify([finding.code]));
  diagnostic.code = {
    value: finding.code,
    target: vscode.Uri.parse(`command:${fullId('explainRule')}?${argument}`),
  };
  if ('first' in finding) {
    const first = new vscode.Location(document.uri, toRange(document, finding.first));
    const words =
      finding.code === 'columns.duplicate'
        ? vscode.l10n.t('The first column with this name.')
        : vscode.l10n.t('The first row with this number.');
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(first, words)];
  }
  return diagnostic;
}

/** Says the full count, at the end of the text and so of the list. */
function notAllShown(
  document: vscode.TextDocument,
  { counts, pending }: CheckReport,
  shown: number,
): vscode.Diagnostic {
  const [most, total] = [shownNumber(shown), shownNumber(totalOf(counts))];
  const end = document.lineAt(document.lineCount - 1).range.end;
  const note = new vscode.Diagnostic(
    new vscode.Range(end, end),
    pending === undefined
      ? vscode.l10n.t('{0} of {1} problems are marked.', most, total)
      : vscode.l10n.t('Still checking: {0} of {1} problems are marked so far.', most, total),
    vscode.DiagnosticSeverity.Information,
  );
  note.source = source();
  return note;
}

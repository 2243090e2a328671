import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import type { Severity } from '../../core/checks/severity';
import type { Graded } from '../../core/checks/tally';
import type { OffsetRange } from '../../core/csv/range';
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
const source = 'Contacts';

/** The range in lines and characters, in the version of the document whose text was checked. */
export function toRange(document: vscode.TextDocument, { start, end }: OffsetRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The report's findings as markers, at most {@link mostMarkers}; when there are more, the first one says so. */
export function toDiagnostics(document: vscode.TextDocument, report: CheckReport): vscode.Diagnostic[] {
  const total = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
  const mark = (graded: Graded) => withOthers(document, report, graded);
  if (total <= mostMarkers) return report.findings.map(mark);
  const shown = report.findings.slice(0, mostMarkers - 1).map(mark);
  return [notAllShown(document, report, shown.length, total), ...shown];
}

/** Wrong letters are one marker, which leads to the other cells that have some. */
function withOthers(document: vscode.TextDocument, report: CheckReport, graded: Graded): vscode.Diagnostic {
  const marker = markerOf(document, graded);
  if (graded.finding.code === 'csv.encoding' && report.wrongLetters.length > 0) {
    marker.relatedInformation = report.wrongLetters.map(
      (range) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(document.uri, toRange(document, range)),
          vscode.l10n.t('Wrong letters are here too.'),
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
  diagnostic.source = source;
  const argument = encodeURIComponent(JSON.stringify([finding.code]));
  diagnostic.code = {
    value: finding.code,
    target: vscode.Uri.parse(`command:${fullId('explainRule')}?${argument}`),
  };
  if ('first' in finding) {
    const first = new vscode.Location(document.uri, toRange(document, finding.first));
    const words =
      finding.code === 'columns.duplicate'
        ? vscode.l10n.t('The first column of that name.')
        : vscode.l10n.t('The first row with this number.');
    diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(first, words)];
  }
  return diagnostic;
}

/** Says the full count in words. As severe as the worst finding, or the Problems view would sort it out of sight. */
function notAllShown(
  document: vscode.TextDocument,
  { sheet, counts, pending }: CheckReport,
  shown: number,
  total: number,
): vscode.Diagnostic {
  const numbers = [total, counts.error, counts.warning, counts.information + counts.hint, shown];
  const note = new vscode.Diagnostic(
    toRange(document, sheet.headerRange),
    pending === undefined
      ? vscode.l10n.t(
          'This file has {0} problems: {1} errors, {2} warnings, {3} others. The first {4} are marked, errors before all else.',
          ...numbers,
        )
      : vscode.l10n.t(
          'This file is still being checked. So far it has {0} problems: {1} errors, {2} warnings, {3} others. {4} of them are marked.',
          ...numbers,
        ),
    counts.error > 0 ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
  );
  note.source = source;
  return note;
}

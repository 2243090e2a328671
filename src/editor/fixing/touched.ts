import type * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import type { Finding } from '../../core/checks/finding';
import { fixesFor, mayBeMissing, type Fix } from '../../core/fixes';
import { toRange } from '../checking/diagnostics';

/** So many findings in a selection have their own entries; a longer menu is read by nobody. */
const mostFindings = 20;

/** The findings that a selection touches, in the report's order. */
export function touchedFindings(
  document: vscode.TextDocument,
  { findings }: CheckReport,
  range: vscode.Range,
): readonly Finding[] {
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  return findings
    .map(({ finding }) => finding)
    .filter((finding) => finding.range.start <= end && finding.range.end >= start)
    .slice(0, mostFindings);
}

/** The markers that show this finding, so that VS Code puts its fixes beside them. */
export function markersOf(
  document: vscode.TextDocument,
  { code, range }: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.Diagnostic[] {
  const place = toRange(document, range);
  return diagnostics.filter(
    (marker) => typeof marker.code === 'object' && marker.code.value === code && marker.range.isEqual(place),
  );
}

/** Whether the fix is offered for all findings of its code: another one, among those that are shown, offers it too. */
export function isRepeated({ findings, sheet }: CheckReport, finding: Finding, { kind }: Fix): boolean {
  if (kind === 'removeColumn' && mayBeMissing(finding, sheet)) return false;
  return findings.some(
    ({ finding: other }) =>
      other !== finding &&
      other.code === finding.code &&
      fixesFor(other, sheet).some((fix) => fix.kind === kind),
  );
}

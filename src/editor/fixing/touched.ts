import type * as vscode from 'vscode';
import type { CheckReport, Finding } from '../../core/checks';
import { fixesFor, inOrderOfOffers, mayFixAll, type Fix, type Offer } from '../../core/fixes';
import { toRange } from '../checking/diagnostics';

/** So many findings in a selection have their own entries; a longer menu is read by nobody. */
const mostFindings = 20;

/** The findings that a selection touches, in the report's order but for what is doubtful. */
export function touchedFindings(
  document: vscode.TextDocument,
  { findings, sheet }: CheckReport,
  range: vscode.Range,
): readonly Finding[] {
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const touched = findings
    .map(({ finding }) => finding)
    .filter((finding) => finding.range.start <= end && finding.range.end >= start);
  return inOrderOfOffers(touched.slice(0, mostFindings), sheet);
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

/** The fixes that stand at the top of what a finding offers and are edits: what is behind anything else keeps its place there. */
export function directFixes(offers: readonly Offer[]): readonly Fix[] {
  const fixes: Fix[] = [];
  for (const offer of offers) {
    if (!('fix' in offer) || offer.fix.asks !== undefined) break;
    fixes.push(offer.fix);
  }
  return fixes;
}

/** Whether another finding of this code, among those that are shown, offers the same kind of fix, and all may be done at once. */
export function isRepeated({ findings, sheet }: CheckReport, finding: Finding, { kind }: Fix): boolean {
  return (
    mayFixAll(finding.code, kind, sheet) &&
    findings.some(
      ({ finding: other }) =>
        other !== finding &&
        other.code === finding.code &&
        fixesFor(other, sheet).some((fix) => fix.kind === kind),
    )
  );
}

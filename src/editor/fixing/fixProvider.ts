import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import type { Finding } from '../../core/checks/finding';
import { fixesFor, type Fix } from '../../core/fixes';
import { fullId } from '../commands/commandIds';
import { toRange } from '../checking/diagnostics';
import { FixAction } from './fixAction';
import { fixAllTitle, fixTitle } from './fixWords';
import type { FileFixes } from './fileFixes';
import { refTo } from './findingRef';
import type { FreshReports } from './freshReports';
import { otherActions } from './otherActions';

/** Fixes of the whole file that may run on save. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('agentassistContacts');

/** What {@link FixProvider} offers, for VS Code to know beforehand. */
export const providedKinds = [vscode.CodeActionKind.QuickFix, fixAllKind];

/** So many findings in a selection have their own entries; a longer menu is read by nobody. */
const mostFindings = 20;

/** The light bulb of a contact document: what each finding offers, the same for the whole file, and what else helps. */
export class FixProvider implements vscode.CodeActionProvider {
  constructor(
    private readonly reports: FreshReports,
    private readonly fixes: FileFixes,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const forFindings = only === undefined || only.contains(vscode.CodeActionKind.QuickFix);
    // Source actions are for those who ask for them, on save for instance.
    const forFile = only?.contains(fixAllKind) === true;
    if (!forFindings && !forFile) return [];
    const report = await this.reports.of(document);
    if (report === undefined || token.isCancellationRequested) return [];
    return [
      ...(forFindings ? this.forRange(document, report, range, diagnostics) : []),
      ...(forFile ? [this.forFile(document, report)] : []),
    ];
  }

  async resolveCodeAction(
    action: vscode.CodeAction,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction> {
    if (action instanceof FixAction) await action.resolve(token);
    return action;
  }

  private forFile(document: vscode.TextDocument, { sheet }: CheckReport): vscode.CodeAction {
    const title = vscode.l10n.t('Fix all safely fixable problems in this file');
    return new FixAction(title, fixAllKind, document, () => this.fixes.safe(sheet, document.uri));
  }

  private forRange(
    document: vscode.TextDocument,
    report: CheckReport,
    range: vscode.Range,
    diagnostics: readonly vscode.Diagnostic[],
  ): vscode.CodeAction[] {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
    const touched = report.findings
      .map(({ finding }) => finding)
      .filter((finding) => finding.range.start <= end && finding.range.end >= start)
      .slice(0, mostFindings);
    const own: vscode.CodeAction[] = [];
    const everywhere = new Map<string, vscode.CodeAction>();
    for (const finding of touched) {
      const markers = markersOf(document, finding, diagnostics);
      for (const [index, fix] of fixesFor(finding, report.sheet).entries()) {
        const action = this.forFinding(document, report, finding, fix);
        action.isPreferred = index === 0 && fix.safe;
        action.diagnostics = markers;
        own.push(action);
        const title = fixAllTitle(fix.kind, finding.code);
        if (everywhere.has(title) || !isRepeated(report, finding, fix)) continue;
        const all = this.forAll(document, report, finding, fix);
        all.diagnostics = markers;
        everywhere.set(title, all);
      }
    }
    return [
      ...own,
      ...everywhere.values(),
      ...otherActions(document, touched, (finding) => markersOf(document, finding, diagnostics)),
    ];
  }

  private forFinding(
    document: vscode.TextDocument,
    _report: CheckReport,
    finding: Finding,
    fix: Fix,
  ): vscode.CodeAction {
    const title = fixTitle(fix, finding);
    if (fix.asks !== undefined) return asking(title, document, finding, fix, false);
    return new FixAction(title, vscode.CodeActionKind.QuickFix, document, () => fix.edits());
  }

  private forAll(
    document: vscode.TextDocument,
    { sheet }: CheckReport,
    finding: Finding,
    fix: Fix,
  ): vscode.CodeAction {
    const { code } = finding;
    const { kind } = fix;
    const title = fixAllTitle(kind, code);
    if (fix.asks !== undefined) return asking(title, document, finding, fix, true);
    return new FixAction(title, vscode.CodeActionKind.QuickFix, document, (signal) =>
      this.fixes.allOf(sheet, { code, kind }, signal),
    );
  }
}

/** A fix whose edits are not known before the user has answered. */
function asking(
  title: string,
  document: vscode.TextDocument,
  finding: Finding,
  { kind }: Fix,
  all: boolean,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = {
    command: fullId('applyFix'),
    title,
    arguments: [refTo(document, finding), kind, all],
  };
  return action;
}

/** Whether another finding of this code, among those that are shown, offers the same kind of fix. */
function isRepeated({ findings, sheet }: CheckReport, finding: Finding, { kind }: Fix): boolean {
  return findings.some(
    ({ finding: other }) =>
      other !== finding &&
      other.code === finding.code &&
      fixesFor(other, sheet).some((fix) => fix.kind === kind),
  );
}

/** The markers that show this finding, so that VS Code puts its fixes beside them. */
function markersOf(
  document: vscode.TextDocument,
  { code, range }: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.Diagnostic[] {
  const place = toRange(document, range);
  return diagnostics.filter(
    (marker) => typeof marker.code === 'object' && marker.code.value === code && marker.range.isEqual(place),
  );
}

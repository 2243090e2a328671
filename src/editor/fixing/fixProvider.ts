import * as vscode from 'vscode';
import type { CheckReport, Finding } from '../../core/checks';
import { editsInSteps, offersFor, type Fix } from '../../core/fixes';
import { runInSlices } from '../../core/files/slices';
import { FixAction } from './fixAction';
import { fixAllTitle } from './fixAllTitle';
import { fixTitle } from './fixTitle';
import type { FileFixes } from './fileFixes';
import type { FreshReports } from './freshReports';
import { directFixes, isRepeated, markersOf, touchedFindings } from './touched';

/** Fixes of the whole file that may run on save. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('agentassistContacts');

/** What {@link FixProvider} offers, for VS Code to know beforehand. */
export const providedKinds = [vscode.CodeActionKind.QuickFix, fixAllKind];

/** The light bulb of a contact document: what each finding offers, and the same for the whole file. */
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
    const title = vscode.l10n.t('Fix all auto-fixable problems in this file');
    return new FixAction(title, fixAllKind, document, (signal) =>
      this.fixes.safe(sheet, document.uri, signal),
    );
  }

  private forRange(
    document: vscode.TextDocument,
    report: CheckReport,
    range: vscode.Range,
    diagnostics: readonly vscode.Diagnostic[],
  ): vscode.CodeAction[] {
    const own: vscode.CodeAction[] = [];
    const everywhere = new Map<string, vscode.CodeAction>();
    for (const finding of touchedFindings(document, report, range)) {
      const markers = markersOf(document, finding, diagnostics);
      // All else is a command: see CommandProvider.
      for (const [index, fix] of directFixes(offersFor(finding, report.sheet)).entries()) {
        const title = fixTitle(fix, finding);
        const action = new FixAction(title, vscode.CodeActionKind.QuickFix, document, (signal) =>
          runInSlices(editsInSteps(fix), signal),
        );
        action.isPreferred = index === 0 && fix.safe;
        action.diagnostics = markers;
        own.push(action);
        const titleOfAll = fixAllTitle(fix.kind, finding.code);
        if (everywhere.has(titleOfAll) || !isRepeated(report, finding, fix)) continue;
        const all = this.forAll(document, report, finding, fix);
        all.diagnostics = markers;
        everywhere.set(titleOfAll, all);
      }
    }
    return [...own, ...everywhere.values()];
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
    return new FixAction(title, vscode.CodeActionKind.QuickFix, document, (signal) =>
      this.fixes.allOf(sheet, { code, kind }, signal),
    );
  }
}

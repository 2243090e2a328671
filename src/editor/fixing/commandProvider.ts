import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import type { Finding } from '../../core/checks/finding';
import { fixesFor, type Fix } from '../../core/fixes';
import { fullId } from '../commandIds';
import { refTo } from './findingRef';
import { fixAllTitle, fixTitle } from './fixLabels';
import type { FreshReports } from './freshReports';
import { otherActions } from './otherActions';
import { isRepeated, markersOf, touchedFindings } from './touched';

/**
 * The entries of the light bulb that run a command: fixes that ask first, and what helps besides mending the text.
 *
 * A provider of its own, because it resolves nothing: VS Code forgets the arguments of an entry's command when it
 * makes the list anew, and a round trip between choosing and running gives it the time to.
 */
export class CommandProvider implements vscode.CodeActionProvider {
  constructor(private readonly reports: FreshReports) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (only !== undefined && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
    const report = await this.reports.of(document);
    if (report === undefined || token.isCancellationRequested) return [];
    const touched = touchedFindings(document, report, range);
    const markers = (finding: Finding) => markersOf(document, finding, diagnostics);
    return [
      ...touched.flatMap((finding) => askingActions(document, report, finding, markers(finding))),
      ...otherActions(document, touched, markers),
    ];
  }
}

function askingActions(
  document: vscode.TextDocument,
  report: CheckReport,
  finding: Finding,
  markers: vscode.Diagnostic[],
): vscode.CodeAction[] {
  const fixes = fixesFor(finding, report.sheet).filter(({ asks }) => asks !== undefined);
  const actions = fixes.flatMap((fix) => [
    asking(fixTitle(fix, finding), document, finding, fix, false),
    ...(isRepeated(report, finding, fix)
      ? [asking(fixAllTitle(fix.kind, finding.code), document, finding, fix, true)]
      : []),
  ]);
  for (const action of actions) action.diagnostics = markers;
  return actions;
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

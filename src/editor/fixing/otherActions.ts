import * as vscode from 'vscode';
import type { Finding } from '../../core/checks/finding';
import { fullId, type CommandId } from '../commandIds';
import { refTo } from './findingRef';
import { lostNumberTitle } from './lostNumber';

/** What helps with findings besides mending the text: an explanation, another encoding, and the settings. */
export function otherActions(
  document: vscode.TextDocument,
  findings: readonly Finding[],
  markersOf: (finding: Finding) => vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  const uri = document.uri.toString();
  const actions: vscode.CodeAction[] = [];
  const offer = (title: string, command: CommandId, finding: Finding, ...rest: unknown[]) => {
    if (actions.some((action) => action.title === title)) return;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: fullId(command), title, arguments: rest };
    action.diagnostics = markersOf(finding);
    actions.push(action);
  };
  for (const finding of findings) {
    const lost = lostNumberTitle(finding);
    if (lost !== undefined) offer(lost, 'explainNumber', finding, refTo(document, finding));
    // An untitled document has no bytes to be read in another way.
    if (finding.code === 'csv.encoding' && !document.isUntitled) {
      offer(vscode.l10n.t('Convert to UTF-8…'), 'convertEncoding', finding, uri);
    }
  }
  for (const finding of findings)
    offerKinds(finding, (title, command) => offer(title, command, finding, document.uri));
  for (const finding of findings) {
    const { code } = finding;
    offer(vscode.l10n.t("Don't report this rule ({0})", code), 'turnOffRule', finding, uri, code);
  }
  const [first] = findings;
  if (first !== undefined && !document.isUntitled) {
    offer(vscode.l10n.t("Don't check this file"), 'leaveFileOut', first, uri);
  }
  return actions;
}

/** What to do where a file is not checked as a contact list, or is one by mistake. */
function offerKinds(finding: Finding, offer: (title: string, command: CommandId) => void): void {
  if (finding.code === 'columns.none') {
    if (finding.seems === 'headless') return;
    offer(vscode.l10n.t('Map Columns…'), 'mapColumns');
    if (finding.seems === 'list') offer(vscode.l10n.t('Check as Contact List'), 'checkCsv');
  } else if (finding.code.startsWith('columns.')) {
    offer(vscode.l10n.t('Not a Contact List'), 'notContactList');
  }
}

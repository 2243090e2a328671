import * as vscode from 'vscode';
import type { CheckReport, Finding } from '../../core/checks';
import { offersFor, type Fix, type Lead } from '../../core/fixes';
import type { HeldBackRows } from '../checking/heldBack';
import { fullId, type CommandId } from '../commandIds';
import { refTo } from './findingRef';
import { fixAllTitle } from './fixAllTitle';
import { fixTitle } from './fixTitle';
import type { FreshReports } from './freshReports';
import { leadTitle } from './leadLabels';
import { directFixes, isRepeated, markersOf, touchedFindings } from './touched';

/**
 * The entries of the light bulb that run a command: what asks first, what helps besides a fix, and every fix that is
 * to stand behind one of these.
 *
 * A provider of its own, because it resolves nothing: VS Code forgets the arguments of an entry's command when it
 * makes the list anew, and a round trip between choosing and running gives it the time to.
 */
export class CommandProvider implements vscode.CodeActionProvider {
  constructor(
    private readonly reports: FreshReports,
    private readonly held: Pick<HeldBackRows, 'has'>,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only, diagnostics }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    if (only !== undefined && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
    const report = await this.reports.of(document);
    if (report === undefined || token.isCancellationRequested) return [];
    const menu = new Menu();
    const touched = touchedFindings(document, report, range);
    for (const finding of touched) {
      menu.markers = markersOf(document, finding, diagnostics);
      this.offer(menu, document, report, finding);
    }
    const codes = [...new Set(touched.map(({ code }) => code))];
    if (codes.length > 0) {
      menu.markers = touched.flatMap((finding) => markersOf(document, finding, diagnostics));
      const title = vscode.l10n.t('Change How This Is Reported…');
      menu.add(title, 'changeReporting', document.uri.toString(), codes);
    }
    return menu.actions;
  }

  private offer(menu: Menu, document: vscode.TextDocument, report: CheckReport, finding: Finding): void {
    const ref = refTo(document, finding);
    const offers = offersFor(finding, report.sheet);
    const rest = offers.slice(directFixes(offers).length);
    for (const offer of rest) {
      if ('lead' in offer) this.lead(menu, document, report, finding, offer.lead);
      else menu.add(fixTitle(offer.fix, finding), 'applyFix', ref, offer.fix.kind, false);
    }
    const repeated = rest.flatMap((offer): Fix[] => ('fix' in offer ? [offer.fix] : []));
    for (const fix of repeated.filter((one) => isRepeated(report, finding, one))) {
      menu.add(fixAllTitle(fix.kind, finding.code), 'applyFix', ref, fix.kind, true);
    }
  }

  private lead(
    menu: Menu,
    document: vscode.TextDocument,
    { sheet }: CheckReport,
    finding: Finding,
    lead: Lead,
  ): void {
    const add = (command: CommandId, ...rest: unknown[]) =>
      menu.add(leadTitle(lead, finding), command, ...rest);
    switch (lead) {
      case 'mapColumns':
      case 'notContactList':
        add(lead, document.uri);
        break;
      case 'checkAsList':
        add('checkCsv', document.uri);
        break;
      case 'convertEncoding':
        // An untitled document has no bytes to be read in another way.
        if (document.isUntitled) menu.add(leadTitle('explain', finding), 'explainRule', finding.code);
        else add(lead, document.uri.toString());
        break;
      case 'holdBack': {
        const record = sheet.table.cellAt(finding.range.start)?.record ?? 0;
        const isHeld = this.held.has(document.uri, sheet, record);
        const title = isHeld ? vscode.l10n.t('Send This Row Too') : leadTitle(lead, finding);
        menu.add(title, 'holdRowBack', refTo(document, finding), !isHeld);
        break;
      }
      case 'explainNumber':
      case 'keepAsIs':
        add(lead, refTo(document, finding));
        break;
      case 'explain':
        add('explainRule', finding.code);
        break;
    }
  }
}

/** Entries in their order, none of them twice. */
class Menu {
  readonly actions: vscode.CodeAction[] = [];
  /** What the next entries are for. */
  markers: vscode.Diagnostic[] = [];

  add(title: string, command: CommandId, ...rest: unknown[]): void {
    if (this.actions.some((action) => action.title === title)) return;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: fullId(command), title, arguments: rest };
    action.diagnostics = this.markers;
    this.actions.push(action);
  }
}

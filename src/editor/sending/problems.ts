import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import type { DiskReport } from '../../core/delivery/index';
import { mappingMends } from '../../core/mapping/obstacles';
import { findingWords } from '../checking/findingWords';
import { fullId, showProblemsId } from '../commands/commandIds';
import { join } from '../delivery/sentences';
import type { FindingsPanel } from '../results/findingsPanel';
import { shownName } from './files';

/** Offers the Problems view, with the file in front so that the view can be filtered to it. */
export async function offerProblems(
  document: vscode.TextDocument,
  message: string,
  severity: 'error' | 'warning',
): Promise<void> {
  const showProblems = vscode.l10n.t('Show Problems');
  const choice =
    severity === 'error'
      ? await vscode.window.showErrorMessage(message, showProblems)
      : await vscode.window.showWarningMessage(message, showProblems);
  if (choice === showProblems) await showProblemsOf(document);
}

/** Puts the document in front and opens the Problems view. */
export async function showProblemsOf(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand(showProblemsId);
}

/**
 * Says that errors keep the file from being sent; when they are all of a kind that mapping its columns mends, offers
 * that too. Does not wait for an answer.
 */
export function refuseToSend(document: vscode.TextDocument, report: CheckReport): void {
  const name = shownName(document.uri);
  if (mappingMends(report)) {
    void offerMapping(document, name);
    return;
  }
  const { counts } = report;
  const message =
    counts.error === 1
      ? vscode.l10n.t('{0} was not sent: it has 1 error. Correct it and send again.', name)
      : vscode.l10n.t(
          '{0} was not sent: it has {1} errors. Correct them and send again.',
          name,
          counts.error.toLocaleString(),
        );
  void offerProblems(document, message, 'error');
}

async function offerMapping(document: vscode.TextDocument, name: string): Promise<void> {
  const map = vscode.l10n.t('Map Columns…');
  const showProblems = vscode.l10n.t('Show Problems');
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      '{0} was not sent: its columns are not those of the import. Map them, and a copy with the right ones is sent; the file stays as it is.',
      name,
    ),
    map,
    showProblems,
  );
  if (choice === map) await vscode.commands.executeCommand(fullId('mapColumns'), document.uri);
  if (choice === showProblems) await showProblemsOf(document);
}

/** Says that errors keep a file from being sent for which there is no Problems view, and where the first one is. */
export async function refuseLarge(uri: vscode.Uri, report: DiskReport, panel: FindingsPanel): Promise<void> {
  const showProblems = vscode.l10n.t('Show Problems');
  const { error } = report.counts;
  const refused =
    error === 1
      ? vscode.l10n.t('{0} was not sent: it has 1 error.', shownName(uri))
      : vscode.l10n.t('{0} was not sent: it has {1} errors.', shownName(uri), error.toLocaleString());
  const choice = await vscode.window.showErrorMessage(join(refused, firstPlace(report)), showProblems);
  if (choice === showProblems) panel.show(uri, report);
}

/** Where the first finding is and what; empty when there is none. */
export function firstPlace({ findings: [first] }: DiskReport): string {
  if (first === undefined) return '';
  return vscode.l10n.t(
    'The first is on line {0}, column {1}: {2}',
    first.line,
    first.column,
    findingWords(first.finding),
  );
}

import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks';
import { hasOtherColumns } from '../../core/mapping/obstacles';
import { readForMap } from '../../core/mapping/readForMap';
import { fullId } from '../commandIds';
import { counted } from '../counted';
import { shownName } from '../files';
import { offerProblems, showProblemsOf } from '../checking/problemsView';

/**
 * Says that errors keep the file from being sent; when its columns are others, offers to map them, whatever else is wrong.
 * Does not wait for an answer.
 */
export function refuseToSend(document: vscode.TextDocument, report: CheckReport): void {
  const name = shownName(document.uri);
  if (hasOtherColumns(readForMap(report.sheet, {}).sheet)) {
    void offerMapping(document, name);
    return;
  }
  const message = counted(
    vscode.l10n.t(
      '{count, plural, one {{name} was not sent: it has # error. Fix it and send again.} other {{name} was not sent: it has # errors. Fix them and send again.}}',
    ),
    { name, count: report.counts.error },
  );
  void offerProblems(document, message, 'error');
}

async function offerMapping(document: vscode.TextDocument, name: string): Promise<void> {
  const map = vscode.l10n.t('Map Columns…');
  const showProblems = vscode.l10n.t('Show Problems');
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      '{0} was not sent: its columns have other names. Map them once; your file is not changed.',
      name,
    ),
    map,
    showProblems,
  );
  if (choice === map) await vscode.commands.executeCommand(fullId('mapColumns'), document.uri);
  if (choice === showProblems) await showProblemsOf(document);
}

import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks/check';
import type { Checker } from '../checking/checker';
import { chosenFiles, shownName } from '../sending/files';
import { contactCount } from '../sending/confirm';
import { openCsv } from '../sending/openCsv';
import { offerProblems } from '../sending/problems';
import type { Handler } from './run';

/** Check CSV: as it would be checked when it is sent, and says what was found. */
export function checkCsv(checker: Checker): Handler {
  return async (...args) => {
    for (const uri of chosenFiles(args)) {
      const document = await openCsv(uri);
      const report = await checker.checkNow(document, { forSending: true });
      if (report !== undefined) tell(document, report);
    }
  };
}

/** Does not wait for an answer, so that the next file is checked meanwhile. */
function tell(document: vscode.TextDocument, { counts, rows }: CheckReport): void {
  const name = shownName(document.uri);
  const found = [errorCount(counts.error), warningCount(counts.warning)].filter((words) => words !== '');
  if (found.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} is ready to send: {1}, no problems.', name, contactCount(rows)),
    );
    return;
  }
  const message = vscode.l10n.t('{0} with {1} has {2}.', name, contactCount(rows), found.join(', '));
  void offerProblems(document, message, counts.error > 0 ? 'error' : 'warning');
}

function errorCount(count: number): string {
  if (count === 0) return '';
  return count === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', count.toLocaleString());
}

function warningCount(count: number): string {
  if (count === 0) return '';
  return count === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', count.toLocaleString());
}

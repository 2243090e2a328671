import * as vscode from 'vscode';
import type { CheckReport } from '../../core/checks';
import type { FileReport } from '../../core/delivery/index';
import { problemsLabel } from '../assist/reportLabels';
import type { Checker } from '../checking/checker';
import type { ListAnswers } from '../checking/listAnswers';
import type { FindingsPanel } from '../largeFiles/findingsPanel';
import { chosenCsvs } from '../checking/chooseCsv';
import { shownName } from '../files';
import type { LargeFiles } from '../largeFiles/largeFileCheck';
import { openCsv } from '../checking/openCsv';
import type { Handler } from '../commandIds';
import { counted } from '../counted';
import { offerProblems } from '../checking/problemsView';
import { toast } from '../toast';

/** Check as Contact List: as it would be checked when it is sent, and says what was found. From then on it is a contact list. */
export function checkCsv(
  checker: Checker,
  answers: ListAnswers,
  largeFiles: LargeFiles,
  panel: FindingsPanel,
): Handler {
  return async (...args) => {
    for (const uri of await chosenCsvs(args)) {
      const document = await openCsv(uri);
      if (document === undefined) {
        const large = await largeFiles.check(uri);
        if (large) tellLarge(uri, large.report, panel);
        continue;
      }
      await answers.set(uri, 'list');
      const report = await checker.checkNow(document, { forSending: true });
      if (report !== undefined) tell(document, report);
    }
  };
}

/** For a file that has no Problems view: how much was found, and a page with the first places. */
function tellLarge(uri: vscode.Uri, report: FileReport, panel: FindingsPanel): void {
  const { counts, rows, findings } = report;
  const name = shownName(uri);
  if (findings.length > 0) panel.show(uri, report);
  if (counts.error + counts.warning === 0) {
    void toast('information', readyMessage(name, rows));
    return;
  }
  const message = foundMessage(name, rows, counts);
  if (counts.error > 0) void toast('error', message);
  else void toast('warning', message);
}

/** Does not wait for an answer, so that the next file is checked meanwhile. */
function tell(document: vscode.TextDocument, { counts, rows }: CheckReport): void {
  const name = shownName(document.uri);
  if (counts.error + counts.warning === 0) {
    void toast('information', readyMessage(name, rows));
    return;
  }
  void offerProblems(document, foundMessage(name, rows, counts), counts.error > 0 ? 'error' : 'warning');
}

function readyMessage(name: string, rows: number): string {
  return counted(
    vscode.l10n.t(
      '{rows, plural, one {{name} is ready to send: # contact, no problems.} other {{name} is ready to send: # contacts, no problems.}}',
    ),
    { name, rows },
  );
}

function foundMessage(name: string, rows: number, { error, warning }: CheckReport['counts']): string {
  const problems = problemsLabel({ error, warning, information: 0, hint: 0 });
  return counted(
    vscode.l10n.t(
      '{rows, plural, one {{name}: # contact, {problems}.} other {{name}: # contacts, {problems}.}}',
    ),
    { name, rows, problems },
  );
}

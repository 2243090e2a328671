import * as vscode from 'vscode';
import type { CheckReport, ContactSheet } from '../../core/checks';
import { hasOtherColumns, hasOwnNames } from '../../core/mapping/obstacles';
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
  const { sheet } = readForMap(report.sheet, {});
  const toMap = mappingMessage(name, sheet);
  // Without rows there is nothing to map.
  if (report.rows > 0 && toMap !== undefined) {
    void offerMapping(document, toMap);
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

/** What keeps a file with these columns from being sent, which a mapped copy has not; `undefined` when it is something else. */
function mappingMessage(name: string, sheet: ContactSheet): string | undefined {
  if (!hasOtherColumns(sheet)) return undefined;
  if (!hasOwnNames(sheet))
    return vscode.l10n.t(
      '{0} was not sent: its columns have other names. Map them once; your file is not changed.',
      name,
    );
  const { delimiter } = sheet.table;
  if (delimiter === ',') return undefined;
  return delimiter === '\t'
    ? vscode.l10n.t(
        '{0} was not sent: it is separated by tabs instead of commas. Map its columns once; your file is not changed.',
        name,
      )
    : vscode.l10n.t(
        '{0} was not sent: it is separated by “{1}” instead of commas. Map its columns once; your file is not changed.',
        name,
        delimiter,
      );
}

async function offerMapping(document: vscode.TextDocument, message: string): Promise<void> {
  const map = vscode.l10n.t('Map Columns…');
  const showProblems = vscode.l10n.t('Show Problems');
  const choice = await vscode.window.showErrorMessage(message, map, showProblems);
  if (choice === map) await vscode.commands.executeCommand(fullId('mapColumns'), document.uri);
  if (choice === showProblems) await showProblemsOf(document);
}

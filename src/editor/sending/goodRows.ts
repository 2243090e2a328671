import * as vscode from 'vscode';
import { badRows, readSheet, type RuleSettings } from '../../core/checks';
import type { PhoneNumbers } from '../../core/contact';
import { findingMessage } from '../checking/findingMessage';
import { runInSlices } from '../../core/files/slices';
import { fullId } from '../commandIds';
import { counted } from '../counted';
import { shownName } from '../files';
import { showProblemsOf } from '../checking/problemsView';

/** What finding the rows with errors needs. */
export interface RowCheck {
  readonly phones: PhoneNumbers;
  readonly settings: RuleSettings;
}

/** Why rows of the document are held back, by record; `undefined` when they cannot be, see {@link badRows}. */
export async function rowsWithErrors(
  document: vscode.TextDocument,
  needs: RowCheck,
): Promise<ReadonlyMap<number, string> | undefined> {
  const work = badRows(readSheet(document.getText()), { ...needs, forSending: true });
  const bad = await runInSlices(work, new AbortController().signal);
  if (bad === undefined) return undefined;
  return new Map(
    Array.from(bad, ([record, findings]) => [record, [...new Set(findings.map(findingMessage))].join(' ')]),
  );
}

/** Says that rows have errors and offers to send the others. */
export async function offerGoodRows(
  document: vscode.TextDocument,
  bad: number,
  rowCount: number,
): Promise<void> {
  const good = rowCount - bad;
  const send = counted(
    vscode.l10n.t('{count, plural, one {Send the Other Row…} other {Send the Other # Rows…}}'),
    { count: good },
  );
  const showProblems = vscode.l10n.t('Show Problems');
  const choice = await vscode.window.showErrorMessage(
    counted(
      vscode.l10n.t(
        '{bad, plural, one {{name} was not sent: # of its {rows, number} rows has errors. Fix it, or send the other rows first.} other {{name} was not sent: # of its {rows, number} rows have errors. Fix them, or send the other rows first.}}',
      ),
      { name: shownName(document.uri), bad, rows: rowCount },
    ),
    send,
    showProblems,
  );
  if (choice === showProblems) await showProblemsOf(document);
  if (choice === send) await vscode.commands.executeCommand(fullId('sendGoodRows'), document.uri);
}

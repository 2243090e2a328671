import * as vscode from 'vscode';
import type { Finding } from '../../core/checks';
import type { CheckedMapping } from '../../core/mapping/checkMapping';
import type { OffsetRange } from '../../core/csv';
import { toRange } from '../checking/diagnostics';
import { findingMessage } from '../checking/findingMessage';
import { fullId } from '../commandIds';
import { shownName } from '../files';
import { heldMessage } from './heldMessages';
import { placeOf } from './placeOf';

/** Says that every mapped row is held back, and why the first one is. Does not wait for an answer. */
export function refuseMapped(document: vscode.TextDocument, { sheet, columns, held }: CheckedMapping): void {
  const [first] = held;
  const name = shownName(document.uri);
  if (first === undefined) {
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not sent: it has no contacts.', name));
    return;
  }
  const [record, reasons] = first;
  const range = placeOf(sheet, columns, record, reasons[0]);
  const line = document.positionAt(sheet.table.recordRange(record).start).line + 1;
  const why = heldMessage(reasons.slice(0, 1), columns, sheet.headers);
  const message =
    held.size === 1
      ? vscode.l10n.t('{0} was not sent. Line {1}, {2}', name, line.toLocaleString(), why)
      : vscode.l10n.t(
          '{0} was not sent: with its columns mapped, all {1} rows are held back. Line {2}, {3}',
          name,
          held.size.toLocaleString(),
          line.toLocaleString(),
          why,
        );
  void show(document, message, range);
}

async function show(document: vscode.TextDocument, message: string, range: OffsetRange): Promise<void> {
  const goThere = vscode.l10n.t('Go to Line');
  const map = vscode.l10n.t('Map Columns…');
  const choice = await vscode.window.showErrorMessage(message, goThere, map);
  if (choice === map) await vscode.commands.executeCommand(fullId('mapColumns'), document.uri);
  if (choice === goThere) {
    await vscode.window.showTextDocument(document, { selection: toRange(document, range) });
  }
}

/** Says what keeps the columns of a file from being mapped at all, and offers its fixes. Does not wait for an answer. */
export async function refuseToMap(document: vscode.TextDocument, obstacle: Finding): Promise<void> {
  const showFixes = vscode.l10n.t('Show Fixes');
  const range = toRange(document, obstacle.range);
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The columns of {0} cannot be mapped. Line {1}: {2}',
      shownName(document.uri),
      (range.start.line + 1).toLocaleString(),
      findingMessage(obstacle),
    ),
    showFixes,
  );
  if (choice !== showFixes) return;
  await vscode.window.showTextDocument(document, { selection: range });
  await vscode.commands.executeCommand('editor.action.quickFix');
}

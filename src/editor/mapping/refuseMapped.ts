import * as vscode from 'vscode';
import type { Finding } from '../../core/checks';
import type { CheckedMapping } from '../../core/mapping/checkMapping';
import type { OffsetRange } from '../../core/csv';
import type { ReadForMap } from '../../core/mapping/readForMap';
import { toRange } from '../checking/diagnostics';
import { findingMessage } from '../checking/findingMessage';
import { fullId } from '../commandIds';
import { counted, shownNumber } from '../counted';
import { shownName } from '../files';
import { heldMessage } from './heldMessages';
import type { Mapping } from './mapping';
import { lineOf, placeOf } from './placeOf';
import { toast } from '../toast';

/** Says that every mapped row is held back, and why the first one is. Does not wait for an answer. */
export function refuseMapped(mapping: Mapping, { sheet, columns, held }: CheckedMapping): void {
  const { document } = mapping;
  const [first] = held;
  const name = shownName(document.uri);
  if (first === undefined) {
    void toast('error', vscode.l10n.t('{0} was not sent: it has no contacts.', name));
    return;
  }
  const [record, reasons] = first;
  const range = placeOf(mapping, columns, record, reasons[0]);
  const message = counted(
    vscode.l10n.t(
      '{count, plural, one {{name} was not sent: its only row, line {line}, is held back. {why}} other {{name} was not sent: all # rows are held back, the first on line {line}. {why}}}',
    ),
    {
      count: held.size,
      name,
      line: shownNumber(lineOf(mapping, record)),
      why: heldMessage(reasons.slice(0, 1), columns, sheet.headers),
    },
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
export async function refuseToMap(
  document: vscode.TextDocument,
  { inFile }: Pick<ReadForMap, 'inFile'>,
  obstacle: Finding,
): Promise<void> {
  const showFixes = vscode.l10n.t('Show Fixes');
  const { start, end } = obstacle.range;
  const range = toRange(document, { start: inFile(start), end: inFile(end) });
  const choice = await vscode.window.showErrorMessage(
    vscode.l10n.t(
      'The columns of {0} cannot be mapped. Line {1}: {2}',
      shownName(document.uri),
      shownNumber(range.start.line + 1),
      findingMessage(obstacle),
    ),
    showFixes,
  );
  if (choice !== showFixes) return;
  await vscode.window.showTextDocument(document, { selection: range });
  await vscode.commands.executeCommand('editor.action.quickFix');
}

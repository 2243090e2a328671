import * as vscode from 'vscode';
import type { ContactSheet } from '../../core/checks/sheet';
import { contactColumns } from '../../core/contact/columns';
import type { ColumnMap } from '../../core/mapping/columnMap';
import { mappedValues, mapSheet } from '../../core/mapping/mapSheet';
import { plainText } from '../plainText';
import { ask, type Place, type Reply } from '../quickInput';
import { withoutIcons } from './sourceLabels';

const rowsShown = 3;

interface PreviewItem extends vscode.QuickPickItem {
  readonly goesOn?: true;
}

/**
 * Shows what the first rows will have in each column, and waits for the user to go on. In the quick pick, so
 * that Back leads to the questions; a document would be checked and offered for sending itself.
 */
export async function showPreview(
  document: vscode.TextDocument,
  sheet: ContactSheet,
  map: ColumnMap,
  { step, totalSteps }: Place,
): Promise<Reply<true>> {
  const place: Place = { title: vscode.l10n.t('Map Columns: Preview'), step, totalSteps };
  const pick = vscode.window.createQuickPick<PreviewItem>();
  const goOn: PreviewItem = {
    label: `$(check) ${vscode.l10n.t('Continue with These Columns')}`,
    description: vscode.l10n.t('nothing is sent before you confirm it'),
    goesOn: true,
    alwaysShow: true,
  };
  const { records } = mapSheet(sheet, map, rowsShown);
  const rows = records.map((record) => mappedValues(sheet, map, record));
  pick.placeholder = vscode.l10n.t('The first rows as they will be sent. Go back to change a column.');
  pick.items = [
    goOn,
    { label: linesWords(document, sheet, records), kind: vscode.QuickPickItemKind.Separator },
    // A line for each column: a row of all six, or their header, is wider than the box.
    ...contactColumns.map((column) => ({
      label: column,
      description: rows.map((values) => shownValue(values[column])).join(' · '),
    })),
  ];
  pick.activeItems = [goOn];
  return await ask<true>(pick, place, (resolve) => [
    pick.onDidAccept(() => {
      if (pick.selectedItems[0]?.goesOn) resolve(true);
    }),
  ]);
}

function linesWords(document: vscode.TextDocument, sheet: ContactSheet, records: readonly number[]): string {
  const lines = records.map((record) => document.positionAt(sheet.table.recordRange(record).start).line + 1);
  return lines.length === 1
    ? vscode.l10n.t('line {0}', lines.join())
    : vscode.l10n.t('lines {0}', lines.join(', '));
}

function shownValue(value: string): string {
  return value === '' ? vscode.l10n.t('(empty)') : withoutIcons(plainText(value, 30));
}

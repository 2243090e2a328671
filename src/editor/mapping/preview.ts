import * as vscode from 'vscode';
import type { ContactSheet } from '../../core/checks/sheet';
import { contactColumns } from '../../core/contact/columns';
import type { ColumnMap } from '../../core/mapping/columnMap';
import { csvRecord } from '../../core/mapping/csvRecord';
import { mappedValues, mapSheet } from '../../core/mapping/mapSheet';
import { plainText } from '../plainText';
import { ask, type Place, type Reply } from '../streams/steps';
import { withoutIcons } from './sourceWords';

const rowsShown = 5;

interface PreviewItem extends vscode.QuickPickItem {
  readonly goesOn?: true;
}

/**
 * Shows the first rows as they will be sent, line for line, and waits for the user to go on. In the quick pick, so
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
  pick.placeholder = vscode.l10n.t('The first rows as they will be sent. Go back to change a column.');
  pick.items = [
    goOn,
    { label: vscode.l10n.t('first rows'), kind: vscode.QuickPickItemKind.Separator },
    { label: csvRecord(contactColumns) },
    ...mapSheet(sheet, map, rowsShown).records.map((record) => {
      const values = mappedValues(sheet, map, record);
      const line = document.positionAt(sheet.table.recordRange(record).start).line + 1;
      return {
        label: withoutIcons(plainText(csvRecord(contactColumns.map((column) => values[column])), 200)),
        description: vscode.l10n.t('line {0}', line),
      };
    }),
  ];
  pick.activeItems = [goOn];
  return await ask<true>(pick, place, (resolve) => [
    pick.onDidAccept(() => {
      if (pick.selectedItems[0]?.goesOn) resolve(true);
    }),
  ]);
}

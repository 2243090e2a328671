import * as vscode from 'vscode';
import type { SheetCsv } from '../../core/spreadsheet/sheetCsv';
import { UserError } from '../errors';
import { plainText, withoutIcons, type PlainText } from '../plainText';
import { rowCount } from './sheetMessages';

/**
 * The sheet to open: asks if several hold anything. `undefined` when the user gives up.
 * @throws UserError when none does
 */
export async function chooseSheet(
  sheets: readonly SheetCsv[],
  workbook: PlainText,
): Promise<SheetCsv | undefined> {
  const filled = sheets.filter(({ csv }) => csv !== '');
  if (filled.length === 0) {
    throw new UserError(vscode.l10n.t('{0} has no cells with values. Nothing was opened.', workbook));
  }
  if (filled.length === 1) return filled[0];
  const items = filled.map((sheet) => ({
    label: withoutIcons(plainText(sheet.name, 60)),
    description: rowCount(sheet.rows),
    sheet,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Open {0}: Choose a Sheet', workbook),
    placeHolder: vscode.l10n.t('All rows of the sheet are opened, hidden ones included'),
    matchOnDescription: true,
  });
  return chosen?.sheet;
}

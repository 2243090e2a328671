import * as vscode from 'vscode';
import type { SheetCsv } from '../../core/spreadsheet/sheetCsv';
import type { Handler } from '../commandIds';
import { chosenFiles, isSpreadsheet, shownName, uriInFront } from '../files';
import type { Log } from '../log';
import { chooseSheet } from '../spreadsheet/chooseSheet';
import { askForFile, readSheets } from '../spreadsheet/readSheets';
import { openSheetDocument } from '../spreadsheet/sheetDocument';
import { openedMessage } from '../spreadsheet/sheetMessages';
import { toast } from '../toast';

/**
 * Open Spreadsheet as Contact CSV…: a sheet of a workbook becomes a CSV that is not saved. The workbook is left alone.
 * @param part the built thread that reads workbooks
 */
export function openSpreadsheet(part: string, log: Log): Handler {
  return async (...args) => {
    for (const uri of await workbooks(args)) {
      const sheets = await readSheets(part, uri, log);
      const sheet = sheets && (await chooseSheet(sheets, shownName(uri)));
      if (sheet === undefined) return;
      const document = await openSheetDocument(uri, sheet.csv);
      // Not awaited: a message that nobody answers keeps no command running.
      void tell(sheet, document);
    }
  };
}

/** Says what was opened, and leads to the first of the cells that need a look. */
async function tell(sheet: SheetCsv, document: vscode.TextDocument): Promise<void> {
  const message = openedMessage(sheet, shownName(document.uri));
  const [odd] = sheet.odd;
  if (odd === undefined) {
    await toast('information', message);
    return;
  }
  const goTo = vscode.l10n.t('Go to {0}', odd.first);
  if ((await vscode.window.showWarningMessage(message, goTo)) !== goTo) return;
  const place = document.positionAt(odd.offset);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
}

/** Those that were chosen in the explorer, or the one in front; otherwise the palette was used, and asks. */
async function workbooks(args: readonly unknown[]): Promise<readonly vscode.Uri[]> {
  if (args[0] instanceof vscode.Uri) return chosenFiles(args);
  const inFront = args[0] === askForFile ? undefined : uriInFront();
  if (inFront && isSpreadsheet(inFront)) return [inFront];
  const title = vscode.l10n.t('Open Spreadsheet as Contact CSV');
  const filters = { [vscode.l10n.t('Excel Workbook')]: ['xlsx'] };
  return (await vscode.window.showOpenDialog({ title, filters })) ?? [];
}

import { l10n } from 'vscode';
import { spreadsheetLimits } from '../../core/spreadsheet/limits';
import type { SpreadsheetProblem } from '../../core/spreadsheet/problem';
import { join, type PlainText } from '../plainText';

/** Why a workbook was not opened, and what to do. */
export function spreadsheetMessage(
  problem: Exclude<SpreadsheetProblem, 'cancelled'>,
  name: PlainText,
): string {
  switch (problem) {
    case 'empty':
      return l10n.t('{0} is empty. Nothing was opened.', name);
    case 'encrypted':
      return l10n.t(
        '{0} is protected with a password. Save it in Excel without one (File > Info > Protect Workbook > Encrypt with Password), then try again.',
        name,
      );
    case 'macros':
      return join(l10n.t('{0} is a workbook with macros (.xlsm), which is not opened.', name), saveInExcel());
    case 'xls':
      return join(l10n.t('{0} is a workbook in the old .xls format.', name), saveInExcel());
    case 'xlsb':
      return join(l10n.t('{0} is a binary workbook (.xlsb).', name), saveInExcel());
    case 'ods':
      return l10n.t(
        '{0} is an OpenDocument spreadsheet (.ods). Save it in LibreOffice as Excel (.xlsx), then open that file.',
        name,
      );
    case 'numbers':
      return l10n.t(
        '{0} is a Numbers spreadsheet. Export it in Numbers (File > Export To > Excel), then open that file.',
        name,
      );
    case 'text':
      return join(l10n.t('{0} is text with the name of a spreadsheet.', name), saveAsCsv());
    case 'notWorkbook':
      return join(l10n.t('{0} is not an Excel workbook.', name), saveAsCsv());
    case 'damaged':
      return l10n.t(
        '{0} cannot be read as a workbook: it is damaged, or written in an unusual way. Open it in Excel, save it again as .xlsx, then try again.',
        name,
      );
    case 'tooLarge':
      return join(tooLargeMessage(name), saveAsCsv());
    case 'tooLong':
      return join(
        l10n.t(
          'Reading {0} took longer than {1} seconds, so it was stopped.',
          name,
          (spreadsheetLimits.ms / 1000).toLocaleString(),
        ),
        saveAsCsv(),
      );
    case 'outOfMemory':
      return join(l10n.t('Reading {0} took too much memory, so it was stopped.', name), saveAsCsv());
    case 'died':
      return join(
        l10n.t('Reading {0} stopped because of an error, and nothing was opened.', name),
        saveAsCsv(),
      );
  }
}

function tooLargeMessage(name: PlainText): string {
  const { fileBytes, cells, csvLength } = spreadsheetLimits;
  const mb = (bytes: number) => (bytes / 1024 / 1024).toLocaleString();
  return l10n.t(
    '{0} is too large: the limits are a file of {1} MB, {2} cells, and {3} MB of CSV.',
    name,
    mb(fileBytes),
    cells.toLocaleString(),
    mb(csvLength),
  );
}

function saveInExcel(): string {
  return l10n.t('Save it in Excel as “Excel Workbook (.xlsx)”, then open that file.');
}

function saveAsCsv(): string {
  return l10n.t('Save the sheet in Excel as “CSV UTF-8”, then open that file.');
}

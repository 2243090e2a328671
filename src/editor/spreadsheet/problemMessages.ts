import { l10n } from 'vscode';
import { spreadsheetLimits } from '../../core/spreadsheet/limits';
import type { SpreadsheetProblem } from '../../core/spreadsheet/problem';
import { shownNumber } from '../counted';
import type { PlainText } from '../plainText';

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
      return l10n.t(
        '{0} is a workbook with macros (.xlsm). Save it in Excel as “Excel Workbook (.xlsx)”, then open that file.',
        name,
      );
    case 'xls':
      return l10n.t(
        '{0} is a workbook in the old .xls format. Save it in Excel as “Excel Workbook (.xlsx)”, then open that file.',
        name,
      );
    case 'xlsb':
      return l10n.t(
        '{0} is a binary workbook (.xlsb). Save it in Excel as “Excel Workbook (.xlsx)”, then open that file.',
        name,
      );
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
      return l10n.t(
        '{0} is a text file named like a spreadsheet. Save the sheet in Excel as “CSV UTF-8”, then open that file.',
        name,
      );
    case 'notWorkbook':
      return l10n.t(
        '{0} is not an Excel workbook. Save the sheet in Excel as “CSV UTF-8”, then open that file.',
        name,
      );
    case 'damaged':
      return l10n.t(
        '{0} cannot be read as a workbook: it is damaged or in an unusual format. Save it in Excel as .xlsx again, then try again.',
        name,
      );
    case 'tooLarge':
      return tooLargeMessage(name);
    case 'tooLong':
      return l10n.t(
        'Reading {0} took longer than {1} seconds and was stopped. Save the sheet in Excel as “CSV UTF-8”, then open that file.',
        name,
        shownNumber(spreadsheetLimits.ms / 1000),
      );
    case 'outOfMemory':
      return l10n.t(
        'Reading {0} took too much memory and was stopped. Save the sheet in Excel as “CSV UTF-8”, then open that file.',
        name,
      );
    case 'died':
      return l10n.t(
        'Reading {0} stopped because of an error. Save the sheet in Excel as “CSV UTF-8”, then open that file.',
        name,
      );
  }
}

function tooLargeMessage(name: PlainText): string {
  const { fileBytes, cells, csvLength } = spreadsheetLimits;
  const mb = (bytes: number) => shownNumber(bytes / 1024 / 1024);
  return l10n.t(
    '{0} is too large: the limits are {1} MB, {2} cells, and {3} MB of CSV. Save the sheet in Excel as “CSV UTF-8”, then open that file.',
    name,
    mb(fileBytes),
    shownNumber(cells),
    mb(csvLength),
  );
}

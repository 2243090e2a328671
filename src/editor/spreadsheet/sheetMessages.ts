import { l10n } from 'vscode';
import type { OddCells, SheetCsv } from '../../core/spreadsheet/sheetCsv';
import { join, plainText, type PlainText } from '../plainText';

/** What was opened, and how many cells in it need a look. */
export function openedMessage(sheet: SheetCsv, document: PlainText): string {
  const look = sheet.odd.map(oddMessage).join('; ');
  return join(
    rowsMessage(document, sheet.rows, plainText(sheet.name, 60)),
    look === '' ? '' : l10n.t('Look at these cells before you send: {0}.', look),
  );
}

/** The first words are those that a message without buttons shows. */
function rowsMessage(document: PlainText, rows: number, sheet: PlainText): string {
  if (rows === 0) return l10n.t('The only line of {0} is in {1}, not saved yet.', sheet, document);
  if (rows === 1)
    return l10n.t('The header and the only row of {0} are in {1}, not saved yet.', sheet, document);
  return l10n.t(
    'All {0} rows of {1}, hidden ones included, are in {2}, not saved yet.',
    rows.toLocaleString(),
    sheet,
    document,
  );
}

/** Rows as people count them, without the header. */
export function rowCount(rows: number): string {
  return rows === 1 ? l10n.t('1 row') : l10n.t('{0} rows', rows.toLocaleString());
}

function oddMessage({ kind, count, first }: OddCells): string {
  const shown = count.toLocaleString();
  switch (kind) {
    case 'longNumber':
      return count === 1
        ? l10n.t('1 number of more than 15 digits, which Excel has rounded, in {0}', first)
        : l10n.t(
            '{0} numbers of more than 15 digits, which Excel has rounded, the first in {1}',
            shown,
            first,
          );
    case 'date':
      return count === 1
        ? l10n.t('1 date in {0}', first)
        : l10n.t('{0} dates, the first in {1}', shown, first);
    case 'boolean':
      return count === 1
        ? l10n.t('1 TRUE or FALSE in {0}', first)
        : l10n.t('{0} times TRUE or FALSE, the first in {1}', shown, first);
    case 'error':
      return count === 1
        ? l10n.t('1 error such as #N/A in {0}', first)
        : l10n.t('{0} errors such as #N/A, the first in {1}', shown, first);
  }
}

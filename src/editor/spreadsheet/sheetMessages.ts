import { l10n } from 'vscode';
import type { OddCells, SheetCsv } from '../../core/spreadsheet/sheetCsv';
import { counted } from '../counted';
import { plainText, type PlainText } from '../plainText';

/** What was opened, and how many cells in it need a look. */
export function openedMessage(sheet: SheetCsv, document: PlainText): string {
  const look = sheet.odd.map(oddMessage).join('; ');
  const rows = rowsMessage(document, sheet.rows, plainText(sheet.name, 60));
  return look === '' ? rows : l10n.t('{0} Check these cells before you send: {1}.', rows, look);
}

/** The first words are those that a message without buttons shows. */
function rowsMessage(document: PlainText, count: number, sheet: PlainText): string {
  return counted(
    l10n.t(
      '{count, plural, =0 {The only line of {sheet} is in {document}, not saved yet.} one {The header and the only row of {sheet} are in {document}, not saved yet.} other {All # rows of {sheet}, hidden ones included, are in {document}, not saved yet.}}',
    ),
    { count, sheet, document },
  );
}

/** Rows as people count them, without the header. */
export function rowCount(count: number): string {
  return counted(l10n.t('{count, plural, one {# row} other {# rows}}'), { count });
}

function oddMessage({ kind, count, first }: OddCells): string {
  switch (kind) {
    case 'longNumber':
      return counted(
        l10n.t(
          '{count, plural, one {# number of more than 15 digits, rounded by the spreadsheet, in {first}} other {# numbers of more than 15 digits, rounded by the spreadsheet, the first in {first}}}',
        ),
        { count, first },
      );
    case 'date':
      return counted(
        l10n.t('{count, plural, one {# date in {first}} other {# dates, the first in {first}}}'),
        { count, first },
      );
    case 'boolean':
      return counted(
        l10n.t(
          '{count, plural, one {# cell with TRUE or FALSE in {first}} other {# cells with TRUE or FALSE, the first in {first}}}',
        ),
        { count, first },
      );
    case 'error':
      return counted(
        l10n.t(
          '{count, plural, one {# error, such as {example}, in {first}} other {# errors, such as {example}, the first in {first}}}',
        ),
        { count, first, example: '#N/A' },
      );
  }
}

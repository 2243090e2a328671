import { l10n } from 'vscode';
import type { Finding } from '../../core/checks';
import type { Fix } from '../../core/fixes/fix';
import { plainText } from '../plainText';

/** The fix as the menu names it: what will be done to which column or value. Ends in `…` when it asks first. */
export function fixTitle({ kind, asks, writes }: Fix, finding: Finding): string {
  const column = 'column' in finding ? finding.column : (asks ?? '');
  switch (kind) {
    case 'renameHeader':
      return l10n.t('Rename to {0}', column);
    case 'addColumns':
      return finding.code === 'columns.missing' && finding.columns.length > 1
        ? l10n.t('Add {0} missing columns, empty', finding.columns.length)
        : l10n.t('Add the missing column, empty');
    case 'addColumnsLikeCode':
      return finding.code === 'columns.missing' && finding.columns.length > 1
        ? l10n.t('Add {0} missing columns, cellPhoneExtension Same as Country Code', finding.columns.length)
        : l10n.t('Add cellPhoneExtension, Same as Country Code');
    case 'fillColumn':
      return l10n.t('Add {0} with the same value in every row…', asks ?? '');
    case 'renameByContent':
      return l10n.t('Rename to {0}, whose values it holds', writes ?? '');
    case 'writeMr':
      return l10n.t('Mr');
    case 'writeMrs':
      return l10n.t('Mrs');
    case 'fillCell':
      return finding.code === 'value.required'
        ? l10n.t('Fill In {0}…', column)
        : l10n.t('Change {0}…', asks ?? '');
    case 'copyCountryCode':
      return l10n.t('Same as Country Code');
    case 'removeColumn':
      return removeColumnTitle(finding);
    case 'trim':
      return finding.code === 'csv.strayQuote'
        ? l10n.t('Remove the blanks around the quotes')
        : l10n.t('Trim {0}', column);
    case 'dropControlCharacters':
      return l10n.t('Remove the control characters from {0}', column);
    case 'normaliseSalutation':
      return l10n.t('Write {0}', canonicalOf(finding));
    case 'splitPrefix':
    case 'splitColumnPrefix':
      return finding.code === 'phone.prefixed'
        ? l10n.t('Move +{0} into cellPhoneCountryCode', finding.callingCode)
        : l10n.t('Move the country code into cellPhoneCountryCode');
    case 'dropDecimals':
      return l10n.t('Remove the decimals');
    case 'dropSeparators':
      return l10n.t('Remove the thousands separators');
    case 'addLeadingZero':
      return l10n.t('Put the leading zero back');
    case 'normaliseCountryCode':
    case 'writeNumber':
      return l10n.t('Write {0}', canonicalOf(finding));
    case 'dropApostrophe':
      return l10n.t('Remove the apostrophe');
    case 'dropScheme':
      return l10n.t('Keep the number of this link');
    case 'dropExtension':
      return l10n.t('Remove the extension from the number');
    case 'keepNumber':
      return l10n.t(
        'Keep {0} alone',
        finding.code === 'phone.invalid' ? plainText(finding.number ?? '', 40) : '',
      );
    case 'keepFirstNumber':
      return keepTitle(finding, 0);
    case 'keepSecondNumber':
      return keepTitle(finding, 1);
    case 'keepLastNumber':
      return keepTitle(finding, -1);
    case 'writeDigits':
      return l10n.t('Write the number in the digits 0 to 9');
    case 'decodeEntities':
      return l10n.t('Write the characters themselves in {0}', column);
    case 'padRow':
      return padTitle(cellsBeyond(finding));
    case 'cutRow':
      return cutTitle(-cellsBeyond(finding));
    case 'deleteRow':
      if (finding.code === 'value.required') return l10n.t('Delete This Row');
      if (finding.code === 'csv.repeatedHeader') return l10n.t('Delete this repeated header');
      return finding.code === 'csv.blankRow'
        ? l10n.t('Delete this empty row')
        : l10n.t('Delete this row and keep the first one');
    case 'alignRows':
      return l10n.t('Put the rows below into the order of the first header');
    case 'closeQuote':
      return l10n.t('Close the quote at the end of this cell');
    case 'removeQuote':
      return finding.code === 'csv.joinedRows'
        ? l10n.t('Remove the quotes that join these rows')
        : l10n.t('Remove this quote');
    case 'quoteCell':
      return l10n.t('Put the whole cell in quotes');
    case 'convertDelimiter':
      return l10n.t('Divide the cells by commas');
    case 'deleteLinesAbove':
      return linesAboveTitle(finding);
    case 'moveHeader':
      return l10n.t('Move the header to the top');
    case 'convertRow':
      return l10n.t('Separate this row as the header is');
    case 'convertRows':
      return l10n.t('Separate the rows as the header is');
    case 'unquoteLines':
      return l10n.t('Remove the quotes around each line');
    case 'convertQuotes':
      return finding.code === 'csv.otherQuotes' && finding.of === 'file'
        ? l10n.t('Quote all cells with " where they need it')
        : l10n.t('Quote the cells of this row with " where they need it');
    case 'keepFormulaText':
      return l10n.t('Keep the text of this formula');
    case 'moveArea':
      return finding.code === 'countryCode.invalid'
        ? l10n.t('Write {0}, and {1} in front of the number', canonicalOf(finding), finding.area ?? '')
        : l10n.t('Write the area code in front of the number');
    case 'insertHeader':
      return l10n.t('Insert the contact header');
  }
}

function removeColumnTitle(finding: Finding): string {
  if (finding.code === 'columns.duplicate') return l10n.t('Remove this second {0} column', finding.column);
  const header = finding.code === 'columns.unknown' ? plainText(finding.header, 40) : '';
  return header === ''
    ? l10n.t('Remove the column without a name')
    : l10n.t('Remove the column “{0}”', header);
}

function linesAboveTitle(finding: Finding): string {
  const count = finding.code === 'csv.linesAboveHeader' ? finding.line - 1 : 0;
  return count === 1
    ? l10n.t('Remove the line above the header')
    : l10n.t('Remove the {0} lines above the header', count);
}

function padTitle(count: number): string {
  return count === 1 ? l10n.t('Add 1 empty cell') : l10n.t('Add {0} empty cells', count);
}

function cutTitle(count: number): string {
  return count === 1 ? l10n.t('Remove the surplus cell') : l10n.t('Remove {0} surplus cells', count);
}

/** How many cells the row lacks; negative when it has too many. */
function cellsBeyond(finding: Finding): number {
  return finding.code === 'csv.fieldCount' ? finding.expected - finding.actual : 0;
}

function keepTitle(finding: Finding, at: number): string {
  const number = finding.code === 'phone.several' ? finding.numbers.at(at) : undefined;
  return l10n.t('Keep {0} alone', plainText(number ?? '', 40));
}

function canonicalOf(finding: Finding): string {
  return 'canonical' in finding ? (finding.canonical ?? '') : '';
}

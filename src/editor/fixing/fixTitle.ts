import { l10n } from 'vscode';
import type { Finding } from '../../core/checks';
import type { Fix } from '../../core/fixes/fix';
import { counted } from '../counted';
import { plainText } from '../plainText';

/** The fix as the menu names it: what will be done to which column or value. Ends in `…` when it asks first. */
export function fixTitle({ kind, asks, writes }: Fix, finding: Finding): string {
  const column = 'column' in finding ? finding.column : (asks ?? '');
  switch (kind) {
    case 'renameHeader':
      return l10n.t('Rename to {0}', column);
    case 'addColumns':
      return counted(
        l10n.t('Add {count, plural, one {the missing column} other {# missing columns}}, empty'),
        { count: missingCount(finding) },
      );
    case 'addColumnsLikeCode':
      return counted(
        l10n.t(
          '{count, plural, one {Add cellPhoneExtension, same as country code} other {Add # missing columns, cellPhoneExtension same as country code}}',
        ),
        { count: missingCount(finding) },
      );
    case 'fillColumn':
      return l10n.t('Add {0} with the same value in every row…', asks ?? '');
    case 'renameByContent':
      return l10n.t('Rename to {0}, which matches its values', writes ?? '');
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
        ? l10n.t('Remove the spaces around the quotes')
        : l10n.t('Trim {0}', column);
    case 'dropControlCharacters':
      return l10n.t('Remove control characters from {0}', column);
    case 'normaliseSalutation':
      return l10n.t('Write {0}', canonicalOf(finding));
    case 'splitPrefix':
    case 'splitColumnPrefix':
      return finding.code === 'phone.prefixed'
        ? l10n.t('Move +{0} to cellPhoneCountryCode', finding.callingCode)
        : l10n.t('Move the country code to cellPhoneCountryCode');
    case 'dropDecimals':
      return l10n.t('Remove the decimals');
    case 'dropSeparators':
      return l10n.t('Remove the thousands separators');
    case 'addLeadingZero':
      return l10n.t('Restore the leading zero');
    case 'normaliseCountryCode':
    case 'writeNumber':
      return l10n.t('Write {0}', canonicalOf(finding));
    case 'dropApostrophe':
    case 'dropTextMark':
      return l10n.t('Remove the apostrophe before each name of this row');
    case 'dropScheme':
      return l10n.t('Keep only the number of this link');
    case 'dropExtension':
      return l10n.t('Remove the extension from the number');
    case 'keepNumber':
      return l10n.t(
        'Keep only {0}',
        finding.code === 'phone.invalid' ? plainText(finding.number ?? '', 40) : '',
      );
    case 'keepFirstNumber':
      return keepTitle(finding, 0);
    case 'keepSecondNumber':
      return keepTitle(finding, 1);
    case 'keepLastNumber':
      return keepTitle(finding, -1);
    case 'writeDigits':
      return l10n.t('Write the number with digits 0–9');
    case 'decodeEntities':
      return l10n.t('Replace HTML characters in {0}', column);
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
      return l10n.t('Reorder the rows below to match the first header');
    case 'closeQuote':
      return l10n.t('Close the quote at the end of this cell');
    case 'removeQuote':
      return finding.code === 'csv.joinedRows'
        ? l10n.t('Remove the quotes that join these rows')
        : l10n.t('Remove this quote');
    case 'quoteCell':
      return l10n.t('Put the whole cell in quotes');
    case 'convertDelimiter':
      return l10n.t('Convert to commas');
    case 'deleteLinesAbove':
      return linesAboveTitle(finding);
    case 'moveHeader':
      return l10n.t('Move the header to the top');
    case 'convertRow':
      return l10n.t('Separate this row like the header');
    case 'convertRows':
      return l10n.t('Separate the rows like the header');
    case 'unquoteLines':
      return l10n.t('Remove the quotes around each line');
    case 'convertQuotes':
      return finding.code === 'csv.otherQuotes' && finding.of === 'file'
        ? l10n.t('Replace the quotes with "')
        : l10n.t('Replace the quotes of this row with "');
    case 'keepFormulaText':
      return l10n.t('Keep only the text of this formula');
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
  return header === '' ? l10n.t('Remove the unnamed column') : l10n.t('Remove the column “{0}”', header);
}

function linesAboveTitle(finding: Finding): string {
  const count = finding.code === 'csv.linesAboveHeader' ? finding.line - 1 : 0;
  return counted(l10n.t('Remove the {count, plural, one {line} other {# lines}} above the header'), {
    count,
  });
}

function padTitle(count: number): string {
  return counted(l10n.t('Add {count, plural, one {# empty cell} other {# empty cells}}'), { count });
}

function cutTitle(count: number): string {
  return counted(l10n.t('Remove {count, plural, one {the extra cell} other {# extra cells}}'), { count });
}

function missingCount(finding: Finding): number {
  return finding.code === 'columns.missing' ? finding.columns.length : 1;
}

/** How many cells the row lacks; negative when it has too many. */
function cellsBeyond(finding: Finding): number {
  return finding.code === 'csv.fieldCount' ? finding.expected - finding.actual : 0;
}

function keepTitle(finding: Finding, at: number): string {
  const number = finding.code === 'phone.several' ? finding.numbers.at(at) : undefined;
  return l10n.t('Keep only {0}', plainText(number ?? '', 40));
}

function canonicalOf(finding: Finding): string {
  return 'canonical' in finding ? (finding.canonical ?? '') : '';
}

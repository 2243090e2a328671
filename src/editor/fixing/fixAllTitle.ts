import { l10n } from 'vscode';
import type { FindingCode } from '../../core/checks';
import type { FixKind } from '../../core/fixes/fix';

/** The same fix for every finding of its code in the file. */
export function fixAllTitle(kind: FixKind, code: FindingCode): string {
  switch (kind) {
    case 'renameHeader':
      return l10n.t('Rename all misnamed columns in this file');
    case 'addColumns':
      return l10n.t('Add all missing columns in this file');
    case 'fillColumn':
      return l10n.t('Add all missing columns in this file with one value…');
    case 'addColumnsLikeCode':
      return l10n.t('Add all missing columns in this file, cellPhoneExtension same as country code');
    case 'renameByContent':
      return l10n.t('Rename all columns in this file by their values');
    // Decided row by row, see `mayFixAll`.
    case 'writeMr':
    case 'writeMrs':
    case 'fillCell':
      return '';
    case 'copyCountryCode':
      return l10n.t('Same as Country Code in All Such Rows');
    case 'removeColumn':
      return code === 'columns.duplicate'
        ? l10n.t('Remove all repeated columns in this file')
        : l10n.t('Remove all unknown columns in this file');
    case 'trim':
      return code === 'csv.strayQuote'
        ? l10n.t('Remove the spaces around all quoted cells in this file')
        : l10n.t('Trim all values in this file');
    case 'dropControlCharacters':
      return l10n.t('Remove all control characters in this file');
    case 'normaliseSalutation':
      return l10n.t('Write all salutations in this file as Mr or Mrs');
    case 'splitPrefix':
      return l10n.t('Move all country codes in this file to cellPhoneCountryCode');
    case 'splitColumnPrefix':
      return l10n.t(
        'Move the country code that most numbers of the column begin with to cellPhoneCountryCode',
      );
    case 'dropDecimals':
      return l10n.t('Remove all decimals from numbers in this file');
    case 'dropSeparators':
      return l10n.t('Remove all thousands separators in this file');
    case 'addLeadingZero':
      return l10n.t('Restore all leading zeros in this file');
    case 'dropApostrophe':
      return l10n.t('Remove all apostrophes before numbers in this file');
    case 'dropScheme':
      return l10n.t('Keep only the numbers of all links in this file');
    case 'dropExtension':
      return l10n.t('Remove all extensions from numbers in this file');
    case 'keepNumber':
      return l10n.t('Keep only the number in all such cells of this file');
    case 'keepFirstNumber':
      return l10n.t('Keep only the first of several numbers everywhere in this file');
    case 'keepSecondNumber':
      return l10n.t('Keep only the second of several numbers everywhere in this file');
    case 'keepLastNumber':
      return l10n.t('Keep only the last of three or more numbers everywhere in this file');
    case 'writeDigits':
      return l10n.t('Write all numbers in this file with digits 0–9');
    case 'writeNumber':
      return l10n.t('Write all numbers in this file with digits only');
    case 'dropTextMark':
      return l10n.t('Remove all apostrophes before names in this file');
    case 'decodeEntities':
      return l10n.t('Replace all HTML characters in this file');
    case 'normaliseCountryCode':
      return l10n.t('Write all country codes in this file like +91');
    case 'padRow':
      return l10n.t('Add empty cells to all short rows in this file');
    case 'cutRow':
      return l10n.t('Remove all extra cells in this file');
    case 'deleteRow':
      if (code === 'csv.repeatedHeader') return l10n.t('Delete all repeated headers in this file');
      return code === 'csv.blankRow'
        ? l10n.t('Delete all empty rows in this file')
        : l10n.t('Delete all rows of this file whose number an earlier row has');
    case 'alignRows':
      return l10n.t('Reorder all rows in this file to match the first header');
    case 'closeQuote':
      return l10n.t('Close all open quotes in this file');
    case 'removeQuote':
      return code === 'csv.joinedRows'
        ? l10n.t('Remove all quotes that join rows in this file')
        : l10n.t('Remove all stray quotes in this file');
    case 'quoteCell':
      return l10n.t('Put all cells with stray quotes in this file in quotes');
    case 'convertDelimiter':
      return l10n.t('Convert this file to commas');
    case 'deleteLinesAbove':
      return l10n.t('Remove all lines above the header');
    case 'moveHeader':
      return l10n.t('Move the header to the top of this file');
    case 'convertRow':
      return l10n.t('Separate all such rows like the header');
    case 'convertRows':
      return l10n.t('Separate all rows like the header');
    case 'unquoteLines':
      return l10n.t('Remove the quotes around all lines');
    case 'convertQuotes':
      return l10n.t('Replace all quotes in this file with "');
    case 'moveArea':
      return l10n.t('Write all area codes in front of their numbers');
    case 'keepFormulaText':
      return l10n.t('Keep only the texts of all formulas in this file');
    case 'insertHeader':
      return l10n.t('Insert the contact header into this file');
  }
}

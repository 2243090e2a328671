import { l10n } from 'vscode';
import { contactColumns } from '../../core/contact/columns';
import type { Finding } from '../../core/checks/finding';

/** The finding in words: what is wrong, and what to do where that is not plain. */
export function findingWords(finding: Finding): string {
  switch (finding.code) {
    case 'csv.unclosedQuote':
      return l10n.t(
        'This quote is never closed, so everything after it is read as one cell. Close it or remove it.',
      );
    case 'csv.strayQuote':
      return l10n.t(
        'A quote cannot stand here. Remove it, or put the whole cell in quotes and write this quote twice.',
      );
    case 'csv.encoding':
      return l10n.t(
        'Letters are lost here: the file was opened in the wrong encoding. Click the encoding in the status bar and reopen the file with the right one, before you save or send it.',
      );
    case 'csv.fieldCount':
      return finding.actual < finding.expected
        ? l10n.t(
            'This row has only {0} of the {1} cells that the header names.',
            finding.actual,
            finding.expected,
          )
        : l10n.t('This row has {0} cells, but the header names {1}.', finding.actual, finding.expected);
    case 'csv.noRows':
      return l10n.t('There are no contacts below the header.');
    case 'columns.none':
      return l10n.t(
        'No contact column is named here, so this file is not checked as a contact list. Its columns would be: {0}.',
        contactColumns.join(', '),
      );
    case 'columns.missing':
      return finding.columns.length === 1
        ? l10n.t('The column {0} is missing.', finding.columns.join())
        : l10n.t('{0} columns are missing: {1}.', finding.columns.length, finding.columns.join(', '));
    case 'columns.duplicate':
      return l10n.t('There is a column {0} already. The stream can only read one of them.', finding.column);
    case 'columns.unknown':
      return finding.header.trim() === ''
        ? l10n.t('This column has no name. The stream may refuse it.')
        : l10n.t('“{0}” is not a contact column. The stream may refuse it.', finding.header);
    case 'value.required':
      return l10n.t('{0} is empty.', finding.column);
    case 'phone.invalid':
      return phoneWords(finding);
    case 'countryCode.invalid':
      return finding.canonical === undefined
        ? l10n.t('This is not a country calling code. Write it like +91.')
        : l10n.t('Write this country code as {0}.', finding.canonical);
  }
}

function phoneWords({ verdict, callingCode }: Extract<Finding, { code: 'phone.invalid' }>): string {
  switch (verdict) {
    case 'tooShort':
      return l10n.t('This number is too short for +{0}.', callingCode);
    case 'tooLong':
      return l10n.t('This number is too long for +{0}.', callingCode);
    case 'notANumber':
      return l10n.t('This is not a phone number.');
    case 'notInUse':
      return l10n.t('No phone number in +{0} looks like this.', callingCode);
    case 'otherCountry':
      return l10n.t('This number names a country code of its own, which is not +{0}.', callingCode);
  }
}

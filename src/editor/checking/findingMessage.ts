import { l10n } from 'vscode';
import type { FindingData, Mangling } from '../../core/checks';
import { counted, listed } from '../counted';
import { withoutLinks } from '../plainText';

/** The finding in words, wherever it stands: what is wrong, and what to do where that is not plain. */
export function findingMessage(finding: FindingData): string {
  switch (finding.code) {
    case 'csv.unclosedQuote':
      return l10n.t('This quote is never closed: everything after it is one cell. Close it or remove it.');
    case 'csv.strayQuote':
      return l10n.t(
        'A quote is not allowed here. Remove it, or put the whole cell in quotes and double this one.',
      );
    case 'csv.joinedRows':
      return l10n.t('Quotes join two or more rows into one. Remove these quotes.');
    case 'csv.delimiter':
      return finding.delimiter === '\t'
        ? l10n.t('Separated by tabs instead of commas.')
        : l10n.t('Separated by “{0}” instead of commas.', finding.delimiter);
    case 'csv.linesAboveHeader':
      if (finding.hasContacts) {
        return l10n.t('The header is on line {0}, below contacts. Move it to the top.', finding.line);
      }
      return finding.sep === undefined
        ? l10n.t('The header is on line {0}. Remove the lines above it.', finding.line)
        : l10n.t(
            'This line only tells spreadsheets to separate cells at “{0}”. The header is on line {1}.',
            separatorName(finding.sep),
            finding.line,
          );
    case 'csv.rowDelimiter':
      return l10n.t(
        'Rows are separated by “{0}”, but the header is not. Convert the rows.',
        separatorName(finding.delimiter),
      );
    case 'csv.quotedLines':
      return l10n.t('Every line is in quotes as a whole, which makes it one cell.');
    case 'csv.otherQuotes':
      return finding.of === 'file'
        ? l10n.t('Cells are quoted with {0} instead of ".', finding.quote)
        : l10n.t('Cells of this row are quoted with {0} instead of ".', finding.quote);
    case 'csv.formulaCell':
      return l10n.t('This cell is a spreadsheet formula. Keep its text only.');
    case 'csv.repeatedHeader':
      return finding.order === 'same'
        ? l10n.t('The header is repeated. This line is never sent.')
        : l10n.t(
            'A second header with another column order begins here. Reorder its rows to match the first one.',
          );
    case 'csv.encoding':
      return encodingMessage(finding);
    case 'csv.fieldCount':
      return counted(
        l10n.t(
          'This row has {count, plural, one {# cell} other {# cells}}; the header has {expected, number}.',
        ),
        { count: finding.actual, expected: finding.expected },
      );
    case 'csv.blankRow':
      return finding.hasCells
        ? l10n.t('This row has no values to send.')
        : l10n.t('This line is empty. It is not sent.');
    case 'csv.noRows':
      return l10n.t('There are no contacts below the header.');
    case 'columns.none':
      return noListMessage(finding.seems);
    case 'columns.missing':
      return counted(
        l10n.t(
          '{count, plural, one {The column {columns} is missing.} other {# columns are missing: {columns}.}}',
        ),
        { count: finding.columns.length, columns: listed(finding.columns) },
      );
    case 'columns.duplicate':
      return l10n.t('{0} appears twice. The stream reads only one of them.', finding.column);
    case 'columns.misnamed':
      return finding.how === 'alias'
        ? l10n.t('Rename “{0}” to {1}.', withoutLinks(finding.header), finding.column)
        : l10n.t('“{0}” looks like {1} with a typo.', withoutLinks(finding.header), finding.column);
    case 'columns.unknown':
      return finding.header.trim() === ''
        ? l10n.t('This column has no name. The stream may refuse it.')
        : l10n.t('“{0}” is not a contact column. The stream may refuse it.', withoutLinks(finding.header));
    case 'value.required':
      return l10n.t('{0} is empty.', finding.column);
    case 'value.whitespace':
      return l10n.t('{0} has extra or invisible spaces.', finding.column);
    case 'value.controlCharacter':
      return l10n.t('{0} contains an invisible control character, which would be stored.', finding.column);
    case 'value.entity':
      return l10n.t('{0} contains HTML such as &amp;, which would be stored as it is.', finding.column);
    case 'value.textMark':
      return l10n.t('{0} begins with a spreadsheet’s apostrophe, which would be stored.', finding.column);
    case 'value.salutation':
      return finding.canonical === undefined
        ? l10n.t('Agent Assist documents only Mr and Mrs. The stream may refuse this one.')
        : l10n.t('Write this salutation as {0}.', finding.canonical);
    case 'phone.invalid':
      return phoneMessage(finding);
    case 'phone.prefixed':
      if (finding.national === undefined) {
        return l10n.t(
          'The number contains country code +{0}, and its (0) may or may not belong to it. Write the number without the code.',
          finding.callingCode,
        );
      }
      if (finding.byColumn) {
        return l10n.t(
          'Most numbers of this column begin with country code +{0}, so this one may too. Without the code it is {1}.',
          finding.callingCode,
          finding.national,
        );
      }
      return l10n.t(
        'Put country code +{0} in its own column. The number is {1}.',
        finding.callingCode,
        finding.national,
      );
    case 'phone.mangled':
      if (finding.how === 'date' && finding.isDoubtful) {
        return l10n.t('This may be a date instead of a number. Compare it with your source.');
      }
      return manglingMessage(finding.how);
    case 'phone.digits':
      return l10n.t('This number uses digits other than 0–9.');
    case 'phone.several':
      return counted(
        l10n.t('{count, plural, =2 {Two numbers} other {# numbers}} in one cell. A contact has one.'),
        { count: finding.numbers.length },
      );
    case 'phone.spelling':
      return l10n.t('Agent Assist asks for digits only: {0}.', finding.canonical);
    case 'phone.duplicate':
      return l10n.t('An earlier row has this number. Only one contact can have it.');
    case 'countryCode.invalid':
      return finding.canonical === undefined
        ? l10n.t('This is not a country calling code. Write it like +91.')
        : l10n.t('Write this country code as {0}.', finding.canonical);
    case 'extension.unusual':
      return l10n.t('This column is for a dialing prefix such as +91, not for an office extension.');
    case 'stream.refused':
      return l10n.t('Refused by the stream. The results page shows the reason.');
    case 'stream.notReturned':
      return l10n.t('Missing from the stream’s answer. The stream may already have this number.');
    case 'stream.unknown':
      return l10n.t('Sent, but no clear answer came: the contact may exist. Resume the import to find out.');
  }
}

function encodingMessage({ how, cells = 1 }: Extract<FindingData, { code: 'csv.encoding' }>): string {
  return counted(
    how === undefined
      ? l10n.t(
          'Unreadable letters{cells, plural, =1 {} other { in # cells}}: wrong encoding. Choose the right one before you save.',
        )
      : l10n.t(
          'Wrong letters{cells, plural, =1 {} other { in # cells}}: the file was read in the wrong encoding. Convert it to UTF-8.',
        ),
    { cells },
  );
}

function separatorName(separator: string): string {
  return separator === '\t' ? l10n.t('tab') : separator;
}

function noListMessage(seems: 'list' | 'headless' | undefined): string {
  switch (seems) {
    case 'headless':
      return l10n.t('The header is missing: the first line is a contact. Insert a header above it.');
    case 'list':
      return l10n.t('Not checked as a contact list: too few known columns. Check it as one if it is.');
    case undefined:
      return l10n.t('Not checked as a contact list. If it is one, map its columns.');
  }
}

function manglingMessage(how: Mangling): string {
  switch (how) {
    case 'exponent':
      return l10n.t(
        'A spreadsheet rounded this number: its last digits are lost. Export it again with the column formatted as text.',
      );
    case 'date':
      return l10n.t('A spreadsheet turned this number into a date or time. Copy it from your source again.');
    case 'errorValue':
      return l10n.t('A spreadsheet replaced this number with an error. Copy it from your source again.');
    case 'apostrophe':
      return l10n.t('The apostrophe before this number is a spreadsheet’s mark for text.');
    case 'scheme':
      return l10n.t('This is a link. Only its number belongs here.');
    case 'decimal':
      return l10n.t('A spreadsheet added decimals to this number.');
    case 'thousands':
      return l10n.t('This number has thousands separators.');
    case 'lostZero':
      return l10n.t('A leading zero seems lost: with it, this is a number of that country.');
  }
}

function phoneMessage({ verdict, callingCode }: Extract<FindingData, { code: 'phone.invalid' }>): string {
  if (callingCode === undefined) {
    return verdict === 'tooLong'
      ? l10n.t('This number is too long for any country.')
      : l10n.t('This is not a phone number.');
  }
  switch (verdict) {
    case 'noDigits':
    case 'tooShort':
      return l10n.t('This number is too short for +{0}.', callingCode);
    case 'tooLong':
      return l10n.t('This number is too long for +{0}.', callingCode);
    case 'notANumber':
      return l10n.t('This is not a phone number.');
    case 'notInUse':
      return l10n.t('No phone number in +{0} has this form.', callingCode);
    case 'otherCountry':
      return l10n.t('This number has a country code of its own, which is not +{0}.', callingCode);
  }
}

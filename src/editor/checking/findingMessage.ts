import { l10n } from 'vscode';
import type { FindingData, Mangling } from '../../core/checks';
import { withoutLinks } from '../plainText';

/** The finding in words, wherever it stands: what is wrong, and what to do where that is not plain. */
export function findingMessage(finding: FindingData): string {
  switch (finding.code) {
    case 'csv.unclosedQuote':
      return l10n.t(
        'This quote is never closed, so everything after it is read as one cell. Close it or remove it.',
      );
    case 'csv.strayQuote':
      return l10n.t(
        'A quote cannot stand here. Remove it, or put the whole cell in quotes and write this quote twice.',
      );
    case 'csv.joinedRows':
      return l10n.t('Quotes join two rows or more here, so they are read as one. Remove these quotes.');
    case 'csv.delimiter':
      return finding.delimiter === '\t'
        ? l10n.t('The cells are divided by tabs. The import needs commas.')
        : l10n.t('The cells are divided by “{0}”. The import needs commas.', finding.delimiter);
    case 'csv.linesAboveHeader':
      if (finding.hasContacts) {
        return l10n.t('The header is on line {0}, below contacts. Move it to the top.', finding.line);
      }
      return finding.sep === undefined
        ? l10n.t('The header is on line {0}. Remove what is above it.', finding.line)
        : l10n.t(
            'This line only tells a spreadsheet that “{0}” separates the cells. The header is on line {1}.',
            separatorName(finding.sep),
            finding.line,
          );
    case 'csv.rowDelimiter':
      return l10n.t(
        'The rows are separated by “{0}”, the header is not. Convert the rows.',
        separatorName(finding.delimiter),
      );
    case 'csv.quotedLines':
      return l10n.t('Each line is in quotes as a whole, so it is read as one cell.');
    case 'csv.otherQuotes':
      return finding.of === 'file'
        ? l10n.t('The cells are quoted with {0}. A CSV is quoted with ".', finding.quote)
        : l10n.t('Cells of this row are quoted with {0}. A CSV is quoted with ".', finding.quote);
    case 'csv.formulaCell':
      return l10n.t('This cell is written as a formula of a spreadsheet. Keep its text.');
    case 'csv.repeatedHeader':
      return finding.order === 'same'
        ? l10n.t('The header is repeated here. This line is never sent.')
        : l10n.t(
            'Another header begins here, with its columns in another order. Put its rows into the order of the first one.',
          );
    case 'csv.encoding':
      return encodingMessage(finding);
    case 'csv.fieldCount':
      return finding.actual < finding.expected
        ? l10n.t(
            'This row has only {0} of the {1} cells that the header names.',
            finding.actual,
            finding.expected,
          )
        : l10n.t('This row has {0} cells, but the header names {1}.', finding.actual, finding.expected);
    case 'csv.blankRow':
      return finding.hasCells
        ? l10n.t('This row has no values to send.')
        : l10n.t('This line is empty. It may be taken for a contact without any value.');
    case 'csv.noRows':
      return l10n.t('There are no contacts below the header.');
    case 'columns.none':
      return noListMessage(finding.seems);
    case 'columns.missing':
      return finding.columns.length === 1
        ? l10n.t('The column {0} is missing.', finding.columns.join())
        : l10n.t('{0} columns are missing: {1}.', finding.columns.length, finding.columns.join(', '));
    case 'columns.duplicate':
      return l10n.t('There is a column {0} already. The stream can only read one of them.', finding.column);
    case 'columns.misnamed':
      return finding.how === 'alias'
        ? l10n.t('“{0}” must be named {1}.', withoutLinks(finding.header), finding.column)
        : l10n.t(
            '“{0}” looks like {1}, but is spelled differently.',
            withoutLinks(finding.header),
            finding.column,
          );
    case 'columns.unknown':
      return finding.header.trim() === ''
        ? l10n.t('This column has no name. The stream may refuse it.')
        : l10n.t('“{0}” is not a contact column. The stream may refuse it.', withoutLinks(finding.header));
    case 'value.required':
      return l10n.t('{0} is empty.', finding.column);
    case 'value.whitespace':
      return l10n.t('{0} has blanks around it, or invisible ones in it.', finding.column);
    case 'value.controlCharacter':
      return l10n.t('{0} holds a control character, which is not seen and would be stored.', finding.column);
    case 'value.entity':
      return l10n.t(
        '{0} holds a character as HTML writes it, such as &amp;. It would be stored so.',
        finding.column,
      );
    case 'value.salutation':
      return finding.canonical === undefined
        ? l10n.t('Only Mr and Mrs are documented as salutations. The stream may refuse another one.')
        : l10n.t('Write this salutation as {0}.', finding.canonical);
    case 'phone.invalid':
      return phoneMessage(finding);
    case 'phone.prefixed':
      if (finding.national === undefined) {
        return l10n.t(
          'Country code +{0} is in the number, and its (0) may belong to it or not. Write the number without the code.',
          finding.callingCode,
        );
      }
      if (finding.byColumn) {
        return l10n.t(
          'The number may hold the country code +{0}, as nearly all numbers of this column begin with it. Without the code it is {1}.',
          finding.callingCode,
          finding.national,
        );
      }
      return l10n.t(
        'The number holds the country code +{0}. It belongs into its own column; the number is {1}.',
        finding.callingCode,
        finding.national,
      );
    case 'phone.mangled':
      if (finding.how === 'date' && finding.isDoubtful) {
        return l10n.t('This may be a date instead of a number. Compare it with its source.');
      }
      return manglingMessage(finding.how);
    case 'phone.digits':
      return l10n.t('This number is written in other digits than 0 to 9.');
    case 'phone.several':
      return finding.numbers.length === 2
        ? l10n.t('Two numbers are in this cell. A contact has one.')
        : l10n.t('{0} numbers are in this cell. A contact has one.', finding.numbers.length);
    case 'phone.spelling':
      return l10n.t('The import’s description asks for digits alone: {0}.', finding.canonical);
    case 'phone.duplicate':
      return l10n.t('An earlier row has this number. A number can belong to one contact only.');
    case 'countryCode.invalid':
      return finding.canonical === undefined
        ? l10n.t('This is not a country calling code. Write it like +91.')
        : l10n.t('Write this country code as {0}.', finding.canonical);
    case 'extension.unusual':
      return l10n.t('The extension is a dialing prefix, such as +91. No office extension belongs here.');
    case 'stream.refused':
      return l10n.t('The stream refused this row. The results page has its words.');
    case 'stream.notReturned':
      return l10n.t(
        'This row was sent, but the answer holds no contact with its number. The stream may have had that number already.',
      );
    case 'stream.unknown':
      return l10n.t(
        'This row was sent, and no answer came: the contact may exist. Resume the import to find out.',
      );
  }
}

function encodingMessage({ how, cells = 1 }: Extract<FindingData, { code: 'csv.encoding' }>): string {
  const many = cells.toLocaleString();
  if (how === undefined) {
    return cells === 1
      ? l10n.t('Unreadable letters: wrong encoding. Choose the right one before you save.')
      : l10n.t(
          'Unreadable letters in {0} cells: wrong encoding. Choose the right one before you save.',
          many,
        );
  }
  return cells === 1
    ? l10n.t('Wrong letters: the file was read in another encoding. Convert it to UTF-8.')
    : l10n.t('Wrong letters in {0} cells: the file was read in another encoding. Convert it to UTF-8.', many);
}

function separatorName(separator: string): string {
  return separator === '\t' ? l10n.t('tab') : separator;
}

function noListMessage(seems: 'list' | 'headless' | undefined): string {
  switch (seems) {
    case 'headless':
      return l10n.t('The header is missing: the first line looks like a contact. Insert a header above it.');
    case 'list':
      return l10n.t(
        'Not checked as a contact list: too few of its columns are known. Check it as one if it is.',
      );
    case undefined:
      return l10n.t('Not checked as a contact list. If it is one, map its columns.');
  }
}

function manglingMessage(how: Mangling): string {
  switch (how) {
    case 'exponent':
      return l10n.t(
        'A spreadsheet has rounded this number, and its last digits are lost. Take it from the source again, with the column formatted as text.',
      );
    case 'date':
      return l10n.t(
        'A spreadsheet has turned this number into a date or a time. Take it from the source again.',
      );
    case 'errorValue':
      return l10n.t(
        'A spreadsheet has put a sign of its own in the place of this number. Take it from the source again.',
      );
    case 'apostrophe':
      return l10n.t('An apostrophe stands before this number, as spreadsheets mark text.');
    case 'scheme':
      return l10n.t('This is a link to a number. The number alone belongs here.');
    case 'decimal':
      return l10n.t('A spreadsheet has added decimals to this number.');
    case 'thousands':
      return l10n.t('This number is written with thousands separators.');
    case 'lostZero':
      return l10n.t('A leading zero seems to be lost: with it, this is a number of that country.');
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
      return l10n.t('No phone number in +{0} looks like this.', callingCode);
    case 'otherCountry':
      return l10n.t('This number names a country code of its own, which is not +{0}.', callingCode);
  }
}

import assert from 'node:assert/strict';
import { checked } from '../../../support/checked';
import { good, header, itFinds, other, type Case } from '../../../support/ruleCases';

const cases: readonly Case[] = [
  ['no finding in a good file', `${header}\n${good}\n`],
  [
    'no finding with CRLF, BOM, quoted header and no last line break',
    `\uFEFF"firstName",${header.slice(10)}\r\n${good}`,
  ],
  ['a line break at the end is no blank row', `${header}\r\n${good}\r\n`],

  [
    'csv.unclosedQuote: from the quote to the end of its line',
    `${header}\n«"Asha,Rao»\n${good}\n`,
    { code: 'csv.unclosedQuote' },
  ],
  [
    'csv.unclosedQuote in the header: what it names cannot be told',
    '«"firstName,lastName,cellPhoneNumber»\nAsha,Rao,9876543210\n',
    { code: 'csv.unclosedQuote' },
  ],
  [
    'csv.strayQuote: the quote itself',
    `${header}\nAsha «"»Ash" R,Rao,Mrs,9876543210,+91,+91\r\n`,
    { code: 'csv.strayQuote' },
  ],
  [
    'csv.strayQuote: nothing else is said of its row, whose cells may be in other columns',
    `${header}\nRavi,"Iyer,Mr,9876543211,+91,+91\n«"»Eva",Kern,Mrs,9876543212,+91,+91\n`,
    { code: 'csv.strayQuote' },
  ],
  [
    'csv.joinedRows: from the first cell that joins rows to the last; nothing else is said of them',
    `${header}\nRavi,«"Iyer,Mr,9876543211,+91,+91\nEva,Kern",Mrs,"9876543212,+91,+91\nAsha,Rao,Mrs,9876543213",»+91,+91\n`.replace(
      '",»',
      '"»,',
    ),
    { code: 'csv.joinedRows' },
  ],
  [
    'a line break alone in a cell joins no rows',
    `${header}\n«"\n"»,Rao,Mrs,9876543210,+91,+91\n`,
    { code: 'value.required', column: 'firstName' },
  ],
  [
    'csv.joinedRows: where no delimiter is between the quotes, or another column holds them',
    `${header},«note»\n${good},«"x\nRavi"»,Iyer,Mr,9876543211,+91,+91,y\r\n`,
    { code: 'columns.unknown', header: 'note' },
    { code: 'csv.joinedRows' },
  ],
  [
    'csv.joinedRows: rows of other lengths, by what the value of a contact holds',
    `${header}\nRavi,«"Iyer,Mr,9876543211\nEva,Kern"»,Mrs,9876543212,+91,+91\n`,
    { code: 'csv.joinedRows' },
  ],
  [
    'csv.joinedRows: a row that ends in the quotes',
    `${header}\n«"Ravi,Iyer,Mr,9876543211,+91,+91\n"»,Kern,Mrs,9876543212,+91\n`,
    { code: 'csv.joinedRows' },
  ],
  [
    'csv.joinedRows: far more rows than are looked at',
    `${header}\nRavi,«"Iyer,Mr,9876543211,+91,+91\n${'Asha,Rao,Mrs,9876543210,+91,+91\n'.repeat(2000)}Eva,Kern"»,Mrs,9876543212,+91,+91\n`,
    { code: 'csv.joinedRows' },
  ],
  [
    'no finding in an address of several lines, and none of rows in a note',
    `${header},«address»\n${good},"12, Park Street\n560001 Bengaluru, India"\n${other},"a\n1,2,3,4,5,6,7"\n`,
    { code: 'columns.unknown', header: 'address' },
  ],

  [
    'csv.encoding: the first run of replacement characters, and how many cells have some',
    `${header}\nM«\uFFFD\uFFFD»ll\uFFFDr,R\uFFFD\uFFFDo,Mrs,9876543210,+91,+91\nR\uFFFDvi,Iyer,Mr,9812345678,+91,+91\n`,
    { code: 'csv.encoding', cells: 3 },
  ],
  [
    'csv.encoding: UTF-8 that was misread; no blank at an end of such a cell is told',
    `${header}\nGarc«Ã\u00AD»a,Nicol\u00C3\u00A0,Mrs,9876543210,+91,+91\n`,
    { code: 'csv.encoding', how: 'misread', cells: 2 },
  ],
  [
    'csv.encoding: control characters in the places of letters; nothing else is said of them',
    `${header}\nAsha,O«\u0092»Brien,Mrs,9876543210,+91,+91\n`,
    { code: 'csv.encoding', how: 'control' },
  ],
  ['no finding in names with tildes', `${header}\nJOÃO,MAGALHÃES,Mr,9876543210,+91,+91\n`],
  [
    'csv.encoding: half a pair of surrogates, which leaves as a replacement character; a whole pair is a letter',
    `${header}\nA😀sha«\uDE00»,R\uFFFD\uD83D\uFFFDo😀,Mrs,9876543210,+91,+91\n`,
    { code: 'csv.encoding', cells: 2 },
  ],
  [
    'csv.encoding: far behind in a long row, over the end of what is looked at at a time',
    `${header}\n"${'😀'.repeat(4095)}«\uFFFD\uD83D»",Rao,Mrs,9876543210,+91,+91\n`,
    { code: 'csv.encoding' },
  ],

  [
    'csv.fieldCount: a short row, whole',
    `${header}\r\n«Asha,Rao,Mrs,9876543210,+91»\r\n${other}\r\n`,
    { code: 'csv.fieldCount', expected: 6, actual: 5 },
  ],
  [
    'csv.fieldCount: the surplus cells of a long row',
    `${header}\n${good},«x,"y,z"»`,
    { code: 'csv.fieldCount', expected: 6, actual: 8 },
  ],

  ['csv.noRows: the header', `«${header}»`, { code: 'csv.noRows' }],
  [
    'csv.noRows: blank rows do not count',
    `«${header}»\r\n«»\r\n«,,,,,»`,
    { code: 'csv.noRows' },
    { code: 'csv.blankRow', hasCells: false },
    { code: 'csv.blankRow', hasCells: true },
  ],
  [
    'csv.blankRow: a line with nothing on it, wherever it stands',
    `${header}\n«»\n${good}\n«»\n«»\n`,
    { code: 'csv.blankRow', hasCells: false },
    { code: 'csv.blankRow', hasCells: false },
    { code: 'csv.blankRow', hasCells: false },
  ],
  [
    'csv.blankRow: empty and blank cells, too few of them and the last row too; nothing else is said of them',
    `${header}\r\n«,,,,,»\r\n${good}\r\n«"",\u00A0»\r\n«  »\r\n«,"\u200B",,,,"\n"»`,
    { code: 'csv.blankRow', hasCells: true },
    { code: 'csv.blankRow', hasCells: true },
    { code: 'csv.blankRow', hasCells: true },
    { code: 'csv.blankRow', hasCells: true },
  ],

  [
    'csv.delimiter: semicolons, and every other rule sees the right cells',
    `«${header.replaceAll(',', ';')}»\r\nAsha;«»;Mrs;«12»;+91;+91\r\n`,
    { code: 'csv.delimiter', delimiter: ';' },
    { code: 'value.required', column: 'lastName' },
    { code: 'phone.invalid', verdict: 'tooShort', callingCode: '91' },
  ],
  [
    'csv.delimiter: tabs, no last line break',
    `«${header.replaceAll(',', '\t')}»\n${good.replaceAll(',', '\t')}`,
    { code: 'csv.delimiter', delimiter: '\t' },
  ],
  [
    'csv.delimiter: bars, quoted cells',
    `«${header.replaceAll(',', '|')}»\n"Asha|Ash"|"Rao, PhD"|Mrs|9876543210|+91|+91\n`,
    { code: 'csv.delimiter', delimiter: '|' },
  ],
  [
    'commas stay commas, whatever else the values hold',
    `${header}\nA;s;h;a,R;a;o,Mrs,9876543210,+91,+91\nR|a;v|i,I;y;er,Mr,9812345678,+91,+91\n`,
  ],

  [
    'columns.none: another kind of list, one marker and nothing else',
    '«sku,price»\n1,"2\n',
    { code: 'columns.none' },
  ],
  ['columns.none: an empty file', '«»', { code: 'columns.none' }],

  [
    'columns.missing: all in one finding on the header',
    `«firstName,lastName,cellPhoneNumber»\nAsha,Rao,9876543210\n`,
    { code: 'columns.missing', columns: ['salutation', 'cellPhoneCountryCode', 'cellPhoneExtension'] },
  ],
  [
    'columns.duplicate: the second one, with the place of the first',
    `${header},«firstName»\n${good},Asha\n`,
    { code: 'columns.duplicate', column: 'firstName', first: { start: 0, end: 9 } },
  ],
  [
    'columns.misnamed: by an alias in the first cell, and merely spelled like one, quoted, in the last',
    `«Prénom»,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,«"celPhoneExtention"»\r\n${good}\r\n`,
    { code: 'columns.misnamed', header: 'Prénom', column: 'firstName', how: 'alias' },
    {
      code: 'columns.misnamed',
      header: 'celPhoneExtention',
      column: 'cellPhoneExtension',
      how: 'similar',
    },
  ],
  [
    'columns.unknown: also one without a name',
    `${header},«Notes»,«»\n${good},x,\n`,
    { code: 'columns.unknown', header: 'Notes' },
    { code: 'columns.unknown', header: '' },
  ],
  [
    'columns.unknown: a column reason of your own too, and not that of this extension',
    `importError,${header},«reason»\nnot sent,${good},x\n`,
    { code: 'columns.unknown', header: 'reason' },
  ],

  [
    'value.required: an empty first cell',
    `${header}\n«»,Rao,Mrs,9876543210,+91,+91\n`,
    { code: 'value.required', column: 'firstName' },
  ],
  [
    'value.required: an empty last cell of the last row',
    `${header}\nAsha,Rao,Mrs,9876543210,+91,«»`,
    { code: 'value.required', column: 'cellPhoneExtension' },
  ],
  [
    'value.required: quoted nothing, and white space',
    `${header}\r\n«""»,«  »,Mrs,9876543210,+91,+91\r\n`,
    { code: 'value.required', column: 'firstName' },
    { code: 'value.required', column: 'lastName' },
  ],

  [
    'phone.invalid: too short',
    `${header}\nAsha,Rao,Mrs,«98765»,+91,+91\n`,
    { code: 'phone.invalid', verdict: 'tooShort', callingCode: '91' },
  ],
  [
    'phone.invalid: too long, quoted',
    `${header}\nAsha,Rao,Mrs,«"98765432109876"»,+91,+91\n`,
    { code: 'phone.invalid', verdict: 'tooLong', callingCode: '91' },
  ],
  [
    'phone.invalid: no number at all',
    `${header}\nAsha,Rao,Mrs,«n/a»,+91,+91\n`,
    { code: 'phone.invalid', verdict: 'noDigits' },
  ],
  [
    'phone.invalid: right length, no such number',
    `${header}\nAsha,Rao,Mrs,«1112223333»,+1,+1\n`,
    { code: 'phone.invalid', verdict: 'notInUse', callingCode: '1' },
  ],
  [
    'phone.invalid: with the code of another country',
    `${header}\nAsha,Rao,Mrs,«+12025550123»,+91,+91\n`,
    { code: 'phone.invalid', verdict: 'otherCountry', callingCode: '91' },
  ],
  ['a landline is a valid number: the sample of the API page', `${header}\njane,doe,Mrs,1123456789,+91,91\n`],

  [
    'countryCode.invalid: not in use; the number is not judged',
    `${header}\nAsha,Rao,Mrs,12,«+999»,+91\n`,
    { code: 'countryCode.invalid' },
  ],
  [
    'countryCode.invalid: no code at all',
    `${header}\nAsha,Rao,Mrs,9876543210,«Atlantis»,+91\n`,
    { code: 'countryCode.invalid' },
  ],
  [
    'countryCode.invalid: understood, but not as the API page writes it',
    `${header}\nAsha,Rao,Mrs,9876543210,«0091»,+91\n`,
    { code: 'countryCode.invalid', canonical: '+91' },
  ],
];

describe('rules', () => {
  itFinds(cases);

  it('treats a file without any contact column as a contact list when it is sent', () => {
    const report = checked('sku,price\n1,2\n', { forSending: true });
    assert.deepEqual(
      report.findings.map(({ finding, severity }) => [finding.code, severity, finding.range]),
      [
        ['columns.missing', 'error', { start: 0, end: 9 }],
        ['columns.unknown', 'warning', { start: 0, end: 3 }],
        ['columns.unknown', 'warning', { start: 4, end: 9 }],
      ],
    );
  });

  it('knows a contact list by columns of another name', () => {
    const codes = checked('First Name,Surname,MOBILE\nAsha,Rao,9876543210\n').findings.map(
      ({ finding }) => finding.code,
    );
    assert.ok(codes.includes('columns.missing') && !codes.includes('columns.none'));
  });
});

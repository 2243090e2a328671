import assert from 'node:assert/strict';
import type { Finding } from '../../../../src/core/checks/finding';
import { checked, marked } from '../../../support/checked';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
const good = 'Asha,Rao,Mrs,9876543210,+91,+91';

/** What each marked place is expected to hold: the finding without its range. */
type Expected = Omit<Finding, 'range'> & Record<string, unknown>;

/** A case: a name, a text with the expected ranges in « », and the findings in the order of their places. */
type Case = readonly [name: string, text: string, ...expected: Expected[]];

const cases: readonly Case[] = [
  ['no finding in a good file', `${header}\n${good}\n`],
  [
    'no finding with CRLF, BOM, quoted header and no last line break',
    `\uFEFF"firstName",${header.slice(10)}\r\n${good}`,
  ],
  ['blank lines are no rows', `${header}\n\n${good}\n\n\n`],

  [
    'csv.unclosedQuote: from the quote to the end of its line',
    `${header}\n«"Asha,Rao»\n${good}\n`,
    { code: 'csv.unclosedQuote' },
  ],
  [
    'csv.unclosedQuote in the header: what it names cannot be told',
    '«"firstName,lastName»\nAsha,Rao\n',
    { code: 'csv.unclosedQuote' },
  ],
  [
    'csv.strayQuote: the quote itself',
    `${header}\nAsha «"»Ash" R,Rao,Mrs,9876543210,+91,+91\r\n`,
    { code: 'csv.strayQuote' },
  ],

  [
    'csv.encoding: each run of replacement characters',
    `${header}\nM«\uFFFD»ller,R«\uFFFD\uFFFD»o,Mrs,9876543210,+91,+91\n`,
    { code: 'csv.encoding' },
    { code: 'csv.encoding' },
  ],

  [
    'csv.fieldCount: a short row, whole',
    `${header}\r\n«Asha,Rao,Mrs,9876543210,+91»\r\n${good}\r\n`,
    { code: 'csv.fieldCount', expected: 6, actual: 5 },
  ],
  [
    'csv.fieldCount: the surplus cells of a long row',
    `${header}\n${good},«x,"y,z"»`,
    { code: 'csv.fieldCount', expected: 6, actual: 8 },
  ],

  ['csv.noRows: the header', `«${header}»`, { code: 'csv.noRows' }],
  ['csv.noRows: blank lines do not count', `«${header}»\r\n\r\n`, { code: 'csv.noRows' }],

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
    'columns.unknown: also one without a name',
    `${header},«Notes»,«»\n${good},x,\n`,
    { code: 'columns.unknown', header: 'Notes' },
    { code: 'columns.unknown', header: '' },
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
    { code: 'phone.invalid', verdict: 'notANumber', callingCode: '91' },
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
    `${header}\nAsha,Rao,Mrs,9876543210,«India»,+91\n`,
    { code: 'countryCode.invalid' },
  ],
  [
    'countryCode.invalid: understood, but not as the API page writes it',
    `${header}\nAsha,Rao,Mrs,9876543210,«0091»,+91\n`,
    { code: 'countryCode.invalid', canonical: '+91' },
  ],
];

describe('rules', () => {
  for (const [name, source, ...expected] of cases) {
    it(name, () => {
      const { text, ranges } = marked(source);
      const wanted = expected.map((finding, index) => ({ ...finding, range: ranges[index] }));
      assert.equal(ranges.length, expected.length, 'a mark for each finding');
      const found = checked(text).findings.map(({ finding }) => finding);
      const inOrder = found.toSorted((a, b) => a.range.start - b.range.start);
      const headerOnly = wanted.some(({ code }) => code === 'csv.unclosedQuote');
      assert.deepEqual(
        // A quote that is never closed swallows rows and columns, and those findings are not the point here.
        headerOnly ? inOrder.filter(({ code }) => code === 'csv.unclosedQuote') : inOrder,
        wanted,
      );
    });
  }

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

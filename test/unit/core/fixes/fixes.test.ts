import assert from 'node:assert/strict';
import type { FindingCode } from '../../../../src/core/checks/finding';
import type { FixKind } from '../../../../src/core/fixes';
import { fixedAll } from './fixed';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
const row = 'Asha,Rao,Mrs,9876543210,+91,+';

interface Case {
  readonly name: string;
  readonly code: FindingCode;
  readonly kind: FixKind;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly answer?: string;
}

/** A table of rows below the full header. */
function rows(name: string, code: FindingCode, kind: FixKind, before: string[], after: string[]): Case {
  return { name, code, kind, before: [header, ...before], after: [header, ...after] };
}

const cases: readonly Case[] = [
  {
    name: 'names a header cell as documented, first, quoted and last',
    code: 'columns.misnamed',
    kind: 'renameHeader',
    before: ['First Name,"Surname",salutation,cellPhoneNumber,cellPhoneCountryCode,Ext', row],
    after: ['firstName,"lastName",salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension', row],
  },
  {
    name: 'adds missing columns, empty, each row getting its cells in their place',
    code: 'columns.missing',
    kind: 'addColumns',
    before: ['firstName,lastName,cellPhoneNumber', 'Asha,Rao,1', '', '"Bo"', 'Cy,Day,2,surplus', 'Di,Em,"3"'],
    after: [
      'firstName,lastName,cellPhoneNumber,salutation,cellPhoneCountryCode,cellPhoneExtension',
      'Asha,Rao,1,,,',
      '',
      '"Bo",,,,,',
      'Cy,Day,2,,,,surplus',
      'Di,Em,"3",,,',
    ],
  },
  {
    name: 'adds a missing column with a value, quoted as it must be',
    code: 'columns.missing',
    kind: 'fillColumn',
    answer: '+91,"x"',
    before: [
      'firstName,lastName,salutation,cellPhoneNumber,cellPhoneExtension',
      'Asha,Rao,Mrs,1,+',
      'Bo',
      '',
    ],
    after: [
      'firstName,lastName,salutation,cellPhoneNumber,cellPhoneExtension,cellPhoneCountryCode',
      'Asha,Rao,Mrs,1,+,"+91,""x"""',
      'Bo,,,,,"+91,""x"""',
      '',
    ],
  },
  {
    name: 'takes unknown columns out: first, neighbours, and last; rows too short for them stay',
    code: 'columns.unknown',
    kind: 'removeColumn',
    before: [`id,"x, y",${header},note`, `1,"a, b",${row},"say ""hi"""`, `2,,${row}`, '3,,Bo', '', '4'],
    after: [header, row, row, 'Bo', '', ''],
  },
  {
    name: 'takes a column out of the middle',
    code: 'columns.unknown',
    kind: 'removeColumn',
    before: ['firstName,zzz,lastName', 'Asha,"1\n2",Rao', 'Bo,2'],
    after: ['firstName,lastName', 'Asha,Rao', 'Bo'],
  },
  {
    name: 'takes the later one of two columns of a name away',
    code: 'columns.duplicate',
    kind: 'removeColumn',
    before: ['firstName,lastName,firstName', 'Asha,Rao,Bo', 'Cy,Day,'],
    after: ['firstName,lastName', 'Asha,Rao', 'Cy,Day'],
  },
  rows(
    'trims, keeping quotes',
    'value.whitespace',
    'trim',
    [' Asha\u00a0," R, ao ",Mrs\u200b,9876543210,+91, +'],
    ['Asha,"R, ao",Mrs,9876543210,+91,+'],
  ),
  rows(
    'drops control characters',
    'value.controlCharacter',
    'dropControlCharacters',
    ['As\u0000ha,"R\u0007, ""ao""",Mrs,9876543210,+91,+\u001c'],
    ['Asha,"R, ""ao""",Mrs,9876543210,+91,+'],
  ),
  rows(
    'writes the documented salutations, and leaves others alone',
    'value.salutation',
    'normaliseSalutation',
    ['Asha,Rao,mr.,1,+91,+', 'Asha,Rao,"MRS",1,+91,+', 'Asha,Rao,Dr,1,+91,+'],
    ['Asha,Rao,Mr,1,+91,+', 'Asha,Rao,"Mrs",1,+91,+', 'Asha,Rao,Dr,1,+91,+'],
  ),
  rows(
    'moves the country code into its column, when that is empty or means the same',
    'phone.prefixed',
    'splitPrefix',
    [
      'Asha,Rao,Mrs,+919876543210,,+',
      'Asha,Rao,Mrs,"+919876543211","0091",+',
      'Asha,Rao,Mrs,919876543212,+91,+',
      'Asha,Rao,Mrs,+919876543213',
    ],
    [
      'Asha,Rao,Mrs,9876543210,+91,+',
      'Asha,Rao,Mrs,"9876543211","+91",+',
      'Asha,Rao,Mrs,9876543212,+91,+',
      'Asha,Rao,Mrs,+919876543213',
    ],
  ),
  {
    name: 'moves the country code into a column before the number',
    code: 'phone.prefixed',
    kind: 'splitPrefix',
    before: ['cellPhoneCountryCode,cellPhoneNumber', ',+919876543210'],
    after: ['cellPhoneCountryCode,cellPhoneNumber', '+91,9876543210'],
  },
  rows(
    'drops the decimals of a number',
    'phone.mangled',
    'dropDecimals',
    ['Asha,Rao,Mrs,9876543210.0,+91,+', 'Asha,Rao,Mrs,"9876543211,00",+91,+', 'Asha,Rao,Mrs,9.87E+9,+91,+'],
    ['Asha,Rao,Mrs,9876543210,+91,+', 'Asha,Rao,Mrs,"9876543211",+91,+', 'Asha,Rao,Mrs,9.87E+9,+91,+'],
  ),
  rows(
    'drops thousands separators',
    'phone.mangled',
    'dropSeparators',
    [
      'Asha,Rao,Mrs,"9,876,543,210",+91,+',
      'Asha,Rao,Mrs,"9,876,543,211.00",+91,+',
      "Asha,Rao,Mrs,9'876'543'212,+91,+",
      'Asha,Rao,Mrs,12/05/2024,+91,+',
    ],
    [
      'Asha,Rao,Mrs,"9876543210",+91,+',
      'Asha,Rao,Mrs,"9876543211",+91,+',
      'Asha,Rao,Mrs,9876543212,+91,+',
      'Asha,Rao,Mrs,12/05/2024,+91,+',
    ],
  ),
  rows(
    'adds a lost zero',
    'phone.mangled',
    'addLeadingZero',
    ['Ada,Neri,Mrs,612345678,+39,+', 'Ada,Neri,Mrs,"612345678","+39",+'],
    ['Ada,Neri,Mrs,0612345678,+39,+', 'Ada,Neri,Mrs,"0612345678","+39",+'],
  ),
  rows(
    'writes country codes with a plus, and leaves what means none alone',
    'countryCode.invalid',
    'normaliseCountryCode',
    ['Asha,Rao,Mrs,1,91,+', 'Asha,Rao,Mrs,1,"0091",+', 'Asha,Rao,Mrs,1,in,+', 'Asha,Rao,Mrs,1,NA,+'],
    ['Asha,Rao,Mrs,1,+91,+', 'Asha,Rao,Mrs,1,"+91",+', 'Asha,Rao,Mrs,1,+91,+', 'Asha,Rao,Mrs,1,NA,+'],
  ),
  rows(
    'pads short rows',
    'csv.fieldCount',
    'padRow',
    ['Asha,"Rao"', row, 'Bo'],
    ['Asha,"Rao",,,,', row, 'Bo,,,,,'],
  ),
  rows('cuts long rows', 'csv.fieldCount', 'cutRow', [`${row},1,"2"`, row, `${row},`], [row, row, row]),
  rows(
    'deletes blank rows, alone, side by side and last',
    'csv.blankRow',
    'deleteRow',
    ['', row, ', ,"",,,', '', row, ' ,,,,,\u00a0'],
    [row, row],
  ),
  rows(
    'deletes later rows with a number',
    'phone.duplicate',
    'deleteRow',
    [row, 'Bo,Rao,Mr,98765 43210,91,+', 'Cy,Day,Mr,9876543211,+91,+', '"Di\n",Rao,Mr,+919876543210,+91,+'],
    [row, 'Cy,Day,Mr,9876543211,+91,+'],
  ),
  rows(
    'quotes cells with a stray quote as they stand',
    'csv.strayQuote',
    'quoteCell',
    ['As"ha,"Rao" x,"say "hi" now",1,+91,5"'],
    ['"As""ha","""Rao"" x","say ""hi"" now",1,+91,"5"""'],
  ),
  rows(
    'takes stray quotes away',
    'csv.strayQuote',
    'removeQuote',
    ['A"s"ha,"R,ao" x,"say "hi" now",1,+91,5"'],
    ['Asha,"R,ao x",say hi now,1,+91,5'],
  ),
  rows(
    'takes away the quote that joins rows, and the stray one unless it opens a cell',
    'csv.strayQuote',
    'removeQuote',
    [
      ...['"Ravi,Iyer,Mr,9876543211,+91,+91', '"Eva",Kern,Mrs,9876543212,+91,"+91"', row],
      ...['Asha,"Rao,Mrs,9876543213,+91,+91', '"Uma, B.A.",Das,Mrs,9876543214,+91,+91', row],
      ...['Bo,Day,Mr,"9876543215,+91,+91', 'Cy,Lau,Mr,"9876543216,+91,+91', row],
    ],
    [
      ...['Ravi,Iyer,Mr,9876543211,+91,+91', '"Eva",Kern,Mrs,9876543212,+91,"+91"', row],
      ...['Asha,Rao,Mrs,9876543213,+91,+91', '"Uma, B.A.",Das,Mrs,9876543214,+91,+91', row],
      ...['Bo,Day,Mr,9876543215,+91,+91', 'Cy,Lau,Mr,9876543216,+91,+91', row],
    ],
  ),
  rows(
    'takes no letter away for a quote, where a carriage return alone is in the cell',
    'csv.strayQuote',
    'removeQuote',
    ['Total 3\r",Rao,Mr,1,+91,+'],
    ['"Total 3\r",Rao,Mr,1,+91,+'],
  ),
  rows(
    'takes away the quotes that join rows, and no letter beside a character that some take for a line break',
    'csv.joinedRows',
    'removeQuote',
    [
      ...['Ravi\u2028R,"Iyer,Mr,9876543211,+91,+91', 'Eva,Kern",Mrs,9876543212,+91,+91'],
      ...[
        'Ravi,"Iyer,Mr,9876543211,+91,+91',
        'Eva,Kern",Mrs,9876543212,+91,"+91',
        'Bo",Day,Mr,"9876543215",+91,+91',
      ],
      row,
    ],
    [
      ...['Ravi\u2028R,Iyer,Mr,9876543211,+91,+91', 'Eva,Kern,Mrs,9876543212,+91,+91'],
      ...[
        'Ravi,Iyer,Mr,9876543211,+91,+91',
        'Eva,Kern,Mrs,9876543212,+91,+91',
        'Bo,Day,Mr,"9876543215",+91,+91',
      ],
      row,
    ],
  ),
  rows(
    'takes blanks from around quotes',
    'csv.strayQuote',
    'trim',
    ['"Asha" , "R ""ao""" , "Mrs" x,1,+91,"+"\u00a0'],
    ['"Asha","R ""ao""", "Mrs" x,1,+91,"+"'],
  ),
  rows(
    'closes a quote before the next delimiter',
    'csv.unclosedQuote',
    'closeQuote',
    ['"Asha,Rao,Mrs,1,+91,+', row],
    ['"Asha",Rao,Mrs,1,+91,+', row],
  ),
  rows(
    'closes a quote at the end of its line',
    'csv.unclosedQuote',
    'closeQuote',
    ['Asha,"Rao', row],
    ['Asha,"Rao"', row],
  ),
  rows(
    'takes an opening quote away',
    'csv.unclosedQuote',
    'removeQuote',
    [row, 'Asha,"Rao,1'],
    [row, 'Asha,Rao,1'],
  ),
  {
    name: 'puts the contact header above',
    code: 'columns.none',
    kind: 'insertHeader',
    before: ['Asha,Rao,Mrs,9876543210,+91,+', 'Bo,Day,Mr,9876543211,+91,+'],
    after: [header, 'Asha,Rao,Mrs,9876543210,+91,+', 'Bo,Day,Mr,9876543211,+91,+'],
  },
];

const newlines = { LF: '\n', CRLF: '\r\n' } as const;

describe('fixes', () => {
  for (const { name, code, kind, before, after, answer } of cases) {
    for (const [newlineName, newline] of Object.entries(newlines)) {
      // A cell may hold a line break of its own, which stays what it is.
      const text = (lines: readonly string[]) => lines.join(newline);
      it(`${kind}: ${name} (${newlineName})`, () => {
        assert.equal(fixedAll(text(before), code, kind, answer), text(after), 'without a newline at the end');
        const closed = fixedAll(text([...before, '']), code, kind, answer);
        assert.equal(closed, text([...after, '']), 'with a newline at the end');
        assert.equal(
          fixedAll('\uFEFF' + text(before), code, kind, answer),
          '\uFEFF' + text(after),
          'with a BOM',
        );
      });
    }
  }
});

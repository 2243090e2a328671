import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { contactColumns } from '../../../../src/core/contact/columns';
import { csvRecord } from '../../../../src/core/csv/csvRecord';
import type { ColumnMap, NameReading } from '../../../../src/core/mapping/columnMap';
import { mapRow } from '../../../../src/core/mapping/mapRow';
import { type UntoldReason } from '../../../../src/core/mapping/rowReading';
import { needs } from '../../../support/mapped';

const names: NameReading = { order: 'givenFirst', oneWord: 'holdBack' };
/** Everything out of a full name and a phone number: `name,phone,salutation,country`. */
const split: ColumnMap = {
  firstName: { field: 0, part: 'firstName', ...names },
  lastName: { field: 0, part: 'lastName', ...names },
  salutation: { field: 0, part: 'salutation', ...names },
  cellPhoneNumber: { field: 1, part: 'nationalNumber' },
  cellPhoneCountryCode: { field: 1, part: 'callingCode' },
  cellPhoneExtension: { same: 'cellPhoneCountryCode' },
};
const oneWord = (rule: NameReading['oneWord']): Partial<ColumnMap> => ({
  firstName: { field: 0, part: 'firstName', ...names, oneWord: rule },
  lastName: { field: 0, part: 'lastName', ...names, oneWord: rule },
});
const inUsa = { country: { constant: 'US' } };
const inUsaOnly: Partial<ColumnMap> = {
  cellPhoneNumber: { field: 1, part: 'nationalNumber', ...inUsa },
  cellPhoneCountryCode: { field: 1, part: 'callingCode', ...inUsa },
};
const inItsCountry: Partial<ColumnMap> = {
  cellPhoneNumber: { field: 1, part: 'nationalNumber', country: { field: 3 } },
  cellPhoneCountryCode: { field: 1, part: 'callingCode', country: { field: 3 } },
};
const beside: Partial<ColumnMap> = { salutation: { field: 2 } };
const table: Partial<ColumnMap> = {
  salutation: { field: 2, table: { Frau: 'Mrs', Herr: 'Mr', 'Dr.': 'asIs', '': 'asIs', Firma: 'holdBack' } },
};

function rowOf(cells: readonly string[], map: Partial<ColumnMap> = {}) {
  const sheet = readSheet(`Full Name,Phone,Title,Country\n${csvRecord(cells)}\n`);
  const { values, untold } = mapRow(sheet, { ...split, ...map }, 1, needs);
  const all = contactColumns.map((column) => values[column]);
  return untold.length > 0 ? untold.map(({ column, reason }) => `${column}: ${reason}`) : all;
}

describe('mapRow', () => {
  for (const [what, cells, map, ...expected] of [
    [
      'name and number',
      ['Mr John Smith', '+1 (202) 555-0143'],
      {},
      'John',
      'Smith',
      'Mr',
      '2025550143',
      '+1',
      '+1',
    ],
    [
      'a salutation as it is documented',
      ['MRS. Jane Doe', '+12025550143'],
      {},
      'Jane',
      'Doe',
      'Mrs',
      '2025550143',
      '+1',
      '+1',
    ],
    [
      'another one as it stands',
      ['Dr. Jane Doe', '+12025550143'],
      {},
      'Jane',
      'Doe',
      'Dr.',
      '2025550143',
      '+1',
      '+1',
    ],
    ['empty cells', ['', '', '', ''], {}, '', '', '', '', '', ''],
    ['cells that a short row lacks', ['Jane Doe'], {}, 'Jane', 'Doe', '', '', '', ''],
    [
      'one word, repeated',
      ['Asha', '+919876543210'],
      oneWord('repeat'),
      'Asha',
      'Asha',
      '',
      '9876543210',
      '+91',
      '+91',
    ],
    [
      'one word and a dash',
      ['Asha', '+919876543210'],
      oneWord('dash'),
      'Asha',
      '-',
      '',
      '9876543210',
      '+91',
      '+91',
    ],
    [
      'a country for numbers without one',
      ['Jane Doe', '202-555-0143'],
      inUsaOnly,
      'Jane',
      'Doe',
      '',
      '2025550143',
      '+1',
      '+1',
    ],
    [
      'a number with its own country for all that',
      ['Jane Doe', '+91 98765 43210'],
      inUsaOnly,
      'Jane',
      'Doe',
      '',
      '9876543210',
      '+91',
      '+91',
    ],
    [
      'the country of the row',
      ['Jane Doe', '98765 43210', '', 'India'],
      inItsCountry,
      'Jane',
      'Doe',
      '',
      '9876543210',
      '+91',
      '+91',
    ],
    [
      'the code of the row for its number',
      ['Jane Doe', '98765 43210', '', 'IND'],
      { cellPhoneCountryCode: { field: 3, part: 'countryCallingCode' } },
      'Jane',
      'Doe',
      '',
      '9876543210',
      '+91',
      '+91',
    ],
    [
      'one code for all rows',
      ['Jane Doe', '(0)98765-43210'],
      { cellPhoneCountryCode: { constant: '+91' } },
      'Jane',
      'Doe',
      '',
      '9876543210',
      '+91',
      '+91',
    ],
    [
      'a number as it stands',
      ['Jane Doe', '+91 98765 43210'],
      { cellPhoneNumber: { field: 1 } },
      'Jane',
      'Doe',
      '',
      '+91 98765 43210',
      '+91',
      '+91',
    ],
    [
      'a table',
      ['Jane Doe', '+12025550143', ' Frau '],
      table,
      'Jane',
      'Doe',
      'Mrs',
      '2025550143',
      '+1',
      '+1',
    ],
    [
      'a table, as it stands',
      ['Jane Doe', '+12025550143', 'Dr.'],
      table,
      'Jane',
      'Doe',
      'Dr.',
      '2025550143',
      '+1',
      '+1',
    ],
    [
      'a table that knows the empty cell',
      ['Jane Doe', '+12025550143', ''],
      table,
      'Jane',
      'Doe',
      '',
      '2025550143',
      '+1',
      '+1',
    ],
    [
      'the salutation that the row has anyway',
      ['Frau Jane Doe', '+12025550143', 'Mrs'],
      beside,
      'Jane',
      'Doe',
      'Mrs',
      '2025550143',
      '+1',
      '+1',
    ],
    [
      'a title that the row has no place for',
      ['Dr. Jane Doe', '+12025550143', 'Mrs'],
      beside,
      'Dr. Jane',
      'Doe',
      'Mrs',
      '2025550143',
      '+1',
      '+1',
    ],
    [
      'a last name of its own',
      ['Jane Doe', '+12025550143', 'DOE'],
      { lastName: { field: 2 }, salutation: { constant: '' } },
      'Jane',
      'DOE',
      '',
      '2025550143',
      '+1',
      '+1',
    ],
  ] as const) {
    it(`tells ${what}`, () => assert.deepEqual(rowOf(cells, map), expected));
  }

  const number = (reason: UntoldReason) => [`cellPhoneCountryCode: ${reason}`, `cellPhoneNumber: ${reason}`];
  for (const [what, cells, map, expected] of [
    ['two numbers', ['Al Bo', '+919876543210 / +919876543211'], {}, number('several')],
    ['a number without a country', ['Al Bo', '98765 43210'], {}, number('noCountry')],
    ['a number of another country than all', ['Al Bo', '98765 43210'], inUsaOnly, number('notInUse')],
    [
      'a number whose row says no country',
      ['Al Bo', '98765 43210', '', '?'],
      inItsCountry,
      number('noCountry'),
    ],
    ['an office extension', ['Al Bo', '+1 202 555 0143 x5'], {}, ['cellPhoneNumber: extension']],
    [
      'a number of another country than its row',
      ['Al Bo', '+91 98765 43210'],
      { cellPhoneCountryCode: { constant: '+49' } },
      ['cellPhoneNumber: otherCountry'],
    ],
    [
      'a number whose row has no code',
      ['Al Bo', '+91 98765 43210'],
      { cellPhoneCountryCode: { constant: '' } },
      ['cellPhoneNumber: otherCountry'],
    ],
    [
      'a country that is none',
      ['Al Bo', '+919876543210', '', 'Atlantis'],
      { cellPhoneCountryCode: { field: 3, part: 'countryCallingCode' } },
      ['cellPhoneCountryCode: country'],
    ],
    ['one word', ['Asha', '+919876543210'], {}, ['lastName: oneWord', 'firstName: oneWord']],
    [
      'two people',
      ['A and B C', '+919876543210'],
      {},
      ['salutation: severalPersons', 'lastName: severalPersons', 'firstName: severalPersons'],
    ],
    [
      'another salutation than the row has',
      ['Mr Al Bo', '+919876543210', 'Mrs'],
      beside,
      ['firstName: otherTitle'],
    ],
    [
      'a salutation that the row has not',
      ['Mr Al Bo', '+919876543210', ''],
      beside,
      ['firstName: otherTitle'],
    ],
    [
      'another last name than the row has',
      ['Jane Doe', '+12025550143', 'Roe'],
      { lastName: { field: 2 } },
      ['salutation: otherName', 'firstName: otherName'],
    ],
    [
      'a name whose salutation alone is taken',
      ['Mr John Smith', '+12025550143', 'Anna', 'Lee'],
      { firstName: { field: 2 }, lastName: { field: 3 } },
      ['salutation: otherName'],
    ],
    [
      'the code of another number than the row’s',
      ['Al Bo', '+91 98765 43210', '2025550143'],
      { cellPhoneNumber: { field: 2 }, salutation: { constant: '' } },
      ['cellPhoneCountryCode: otherNumber'],
    ],
    [
      'the dialing prefix of another number than the row’s',
      ['Al Bo', '+91 98765 43210', '+1 202 555 0143'],
      { cellPhoneExtension: { field: 2, part: 'callingCode' }, salutation: { constant: '' } },
      ['cellPhoneExtension: otherNumber'],
    ],
    ['a value that is held back', ['Al Bo', '+919876543210', 'Firma'], table, ['salutation: heldValue']],
    ['a value that is new', ['Al Bo', '+919876543210', 'constructor'], table, ['salutation: newValue']],
  ] as const) {
    it(`holds back ${what}`, () => assert.deepEqual(rowOf(cells, map), expected));
  }

  it('says of every number what the library says of its cell, and loses nothing of any cell', () => {
    const digits = fc.constantFrom(
      '98765 43210',
      '(202) 555-0143',
      '0171/1234567',
      '020 7946 0958',
      '06 6982 1234',
      '12',
      '5550143',
    );
    const prefix = fc.constantFrom(
      '',
      '+91 ',
      '+1 ',
      '+49 (0)',
      '+44',
      '0091',
      '+39 ',
      '00',
      '(+91)',
      '+999 ',
      'tel:+1',
    );
    const tail = fc.constantFrom('', ' ', ' ext. 5', ' / 9876543210', '.0', 'x', ' (home)', ';+919876543210');
    const phone = fc.tuple(prefix, digits, tail).map((parts) => parts.join(''));
    const name = fc
      .array(
        fc.constantFrom(
          'Asha',
          'Rao',
          'Mr',
          'Dr.',
          'Frau',
          'van',
          'der',
          'de',
          'Jr.',
          'PhD',
          ',',
          'and',
          '王小明',
          'y',
        ),
        { maxLength: 6 },
      )
      .map((words) => words.join(' '));
    const country = fc.constantFrom('IN', 'usa', 'Deutschland', 'United Kingdom', '+39', '', '?');
    const maps = fc.constantFrom<Partial<ColumnMap>>(
      {},
      oneWord('repeat'),
      oneWord('dash'),
      inUsaOnly,
      inItsCountry,
      beside,
      {
        cellPhoneCountryCode: { field: 3, part: 'countryCallingCode' },
      },
    );
    const salutation = fc.constantFrom('', 'Mr', 'Mrs', 'Dr.');
    fc.assert(
      fc.property(name, phone, salutation, country, maps, (nameCell, phoneCell, title, land, map) => {
        const sheet = readSheet(
          `Full Name,Phone,Title,Country\n${csvRecord([nameCell, phoneCell, title, land])}\n`,
        );
        const { values, untold } = mapRow(sheet, { ...split, ...map }, 1, needs);
        if (untold.length > 0) return;
        const full = `${values.cellPhoneCountryCode}${values.cellPhoneNumber}`;
        if (/^(?:\+|00)/.test(phoneCell)) {
          const international = phoneCell.replace(/^00/, '+');
          assert.equal(
            full,
            parsePhoneNumberFromString(international, { extract: false })?.number,
            phoneCell,
          );
        } else {
          // Dialled from home, or written with zeros or in brackets: all of it is there, but for what is only dialled.
          const national = values.cellPhoneNumber;
          assert.ok(
            phoneCell.replace(/\.0$/, '').replace(/\D/g, '').endsWith(national),
            `${phoneCell}: ${full}`,
          );
          assert.equal(parsePhoneNumberFromString(full)?.number, full);
        }
        const words = (text: string) => new Set(text.toLowerCase().match(/[^\s,.]+/gu));
        const row = words(Object.values(values).join(' '));
        // `Frau` is in the row where its salutation is `Mrs`.
        if (values.salutation === 'Mrs') row.add('frau');
        for (const word of words(nameCell))
          assert.ok(row.has(word), `${word} of ${nameCell}: ${JSON.stringify(values)}`);
      }),
      { numRuns: 3000 },
    );
  });
});

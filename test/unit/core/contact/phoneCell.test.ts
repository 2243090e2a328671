import assert from 'node:assert/strict';
import examples from 'libphonenumber-js/examples.mobile.json';
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import { readNumberCell } from '../../../../src/core/contact/phoneCell';

const phones = createPhoneNumbers();
const read = (cell: string, from?: string) => readNumberCell(cell, from, phones);
const india = { callingCode: '91', national: '9876543210' };
const seoul = { callingCode: '82', national: '1020001234' };
const washington = { callingCode: '1', national: '2025550143' };

describe('readNumberCell', () => {
  for (const [cell, from, expected] of [
    ['', undefined, { callingCode: '', national: '' }],
    [' \u200B ', 'US', { callingCode: '', national: '' }],
    ['+91 98765 43210', undefined, india],
    ['0091 98765 43210', undefined, india],
    ['00919876543210', 'US', india],
    ['(+91) 98765-43210', undefined, india],
    ['+(91) 98765 43210', undefined, india],
    ['+ 91 98765 43210', undefined, india],
    ['+91-(0)98765-43210', undefined, india],
    ['+91.98765.43210', undefined, india],
    ['＋９１ ９８７６５ ４３２１０', undefined, india],
    ['+٩١ ٩٨٧٦٥ ٤٣٢١٠', undefined, india],
    ['\u202A+91\u00A098765\u00A043210\u202C', undefined, india],
    ['+91 98765–43210', undefined, india],
    ["'+919876543210", undefined, india],
    ['tel:+91-98765-43210', undefined, india],
    ['98765 43210', 'IN', india],
    ['098765 43210', '91', india],
    ['919876543210', 'IN', india],
    ['9876543210.0', 'IN', india],
    ['9,876,543,210', 'IN', india],
    ['(202) 555-0143', 'US', washington],
    ['1-202-555-0143', 'US', washington],
    ['202.555.0143', '1', washington],
    ['+1 202 555 0143 ext. 5', undefined, { ...washington, extension: '5' }],
    ['tel:+1-202-555-0143;ext=5', undefined, { ...washington, extension: '5' }],
    ['011 91 98765 43210', 'US', india],
    ['0171/1234567', 'DE', { callingCode: '49', national: '1711234567' }],
    ['+49 (0)171 1234567', undefined, { callingCode: '49', national: '1711234567' }],
    ['+39 06 6982 1234', undefined, { callingCode: '39', national: '0669821234' }],
    ['011 15 2345-6789', 'AR', { callingCode: '54', national: '91123456789' }],
    ['8 (912) 345-67-89', 'RU', { callingCode: '7', national: '9123456789' }],
    ['+91 98765 43210 / +91 98765 43211', undefined, { untold: 'several' }],
    ['+91 98765 43210 +91 98765 43211', undefined, { untold: 'several' }],
    ['9876543210;9876543211', 'IN', { untold: 'several' }],
    ['9876543210\n9876543211', 'IN', { untold: 'several' }],
    ['+919876543210 ::: +919876543211 ::: +919876543212', undefined, { untold: 'several' }],
    ['9876543210 or 9876543211', 'IN', { untold: 'several' }],
    ['030 901820/21', 'DE', { untold: 'several' }],
    ['9.87E+09', 'IN', { untold: 'mangled' }],
    ['#N/A', 'IN', { untold: 'mangled' }],
    ['12/05/2024', 'IN', { untold: 'mangled' }],
    ['98765 43210', undefined, { untold: 'noCountry' }],
    ['98765 43210', 'US', { untold: 'notInUse' }],
    ['555-0143', 'US', { untold: 'notInUse' }],
    ['+91 98', undefined, { untold: 'unreadable' }],
    ['+91 98765 43210.0', undefined, { untold: 'mangled' }],
    ['+91 98765 432109', undefined, { untold: 'notInUse' }],
    ['+999 98765 43210', undefined, { untold: 'unreadable' }],
    ['98765XXXXX', 'IN', { untold: 'unreadable' }],
    ['Mobile: +91 98765 43210', undefined, { untold: 'unreadable' }],
    ['unknown', 'IN', { untold: 'unreadable' }],
    ['-', 'IN', { untold: 'unreadable' }],
    // Where a carrier's prefix begins as `00` and a country code do, the code that stands by itself is meant.
    ['0082 10 2000 1234', 'KR', seoul],
    ['0082 (0)10 2000 1234', 'KR', seoul],
    ['0082-10-2000-1234', '82', seoul],
    ['008 20 10 2000 1234', 'KR', { untold: 'unclearNumber' }],
    ['008201020001234', 'KR', { untold: 'unclearNumber' }],
    ['0082164490470', 'KR', { callingCode: '82', national: '164490470' }],
    ['00821644904704', 'KR', { untold: 'unclearNumber' }],
    ['006580730121', 'SG', { callingCode: '65', national: '80730121' }],
    ['0065 (0)8073 0121', 'SG', { untold: 'unreadable' }],
    ['0011 44 20 7946 0018', 'AU', { callingCode: '44', national: '2079460018' }],
    // And where the country has no zero in front of its numbers, it may be meant.
    ['00420 (0)464462644', 'SG', { untold: 'unclearNumber' }],
    ['00253 (0)77831001', 'KR', { untold: 'unclearNumber' }],
    ['00226 (0)66860482', 'BR', { untold: 'unclearNumber' }],
    ['00376 (0)312345', 'JP', { untold: 'unclearNumber' }],
    ['001 44 20 7946 0018', 'KR', { callingCode: '44', national: '2079460018' }],
    // A country code without its mark.
    ['4915123456789', 'DE', { callingCode: '49', national: '15123456789' }],
    ['49 151 23456789', '49', { callingCode: '49', national: '15123456789' }],
    ['(49) 151 23456789', '49', { callingCode: '49', national: '15123456789' }],
    ['62812345678', 'ID', { callingCode: '62', national: '812345678' }],
    ['38344918323', '383', { callingCode: '383', national: '44918323' }],
    ['493012345678', 'DE', { callingCode: '49', national: '3012345678' }],
    ['4921123456', 'DE', { untold: 'unclearNumber' }],
    ['49 151 1234567', 'DE', { untold: 'unclearNumber' }],
    ['(55) 91234-5678', 'BR', { callingCode: '55', national: '55912345678' }],
    ['9198765432', 'IN', { callingCode: '91', national: '9198765432' }],
    ['0491 51234', 'DE', { callingCode: '49', national: '49151234' }],
    // With the zero a landline, without it a mobile number.
    ['+39(0)3123456789', undefined, { untold: 'unclearNumber' }],
    ['+39 (0)6 6982 1234', undefined, { callingCode: '39', national: '0669821234' }],
    // No country has the code.
    ['2911234', '868', { untold: 'notInUse' }],
    ['+91 98765 43210', '868', india],
    ['2911234', '999', { untold: 'notInUse' }],
    ['2911234', 'XX', { untold: 'notInUse' }],
  ] as const) {
    it(`reads ${JSON.stringify(cell)} from ${from ?? 'nowhere'}`, () =>
      assert.deepEqual(read(cell, from), expected));
  }
});

/** A number of each country that has one, in the spellings of address books, CRMs and links. */
const numbers = getCountries().flatMap((country) => {
  const number = getExampleNumber(country, examples);
  return number ? [{ country, number }] : [];
});

const spellings: Readonly<Record<string, (number: (typeof numbers)[number]['number']) => string>> = {
  plain: (number) => number.number,
  international: (number) => number.formatInternational(),
  'with zeros': (number) => number.number.replace('+', '00'),
  'of a link': (number) => number.getURI(),
  'with dashes': (number) => number.formatInternational().replaceAll(' ', '-'),
  'with dots': (number) => number.formatInternational().replaceAll(/[ -]/g, '.'),
  'with hard spaces': (number) => number.formatInternational().replaceAll(' ', '\u00A0'),
  'in brackets': (number) => `(+${number.countryCallingCode}) ${number.nationalNumber}`,
};

describe('the numbers of the world', () => {
  it('are of more than 80 calling codes', () => {
    const codes = new Set(numbers.map(({ number }) => number.countryCallingCode));
    assert.ok(codes.size > 200, String(codes.size));
  });

  for (const [name, spell] of Object.entries(spellings)) {
    it(`are read when they are written ${name}`, () => {
      for (const { number } of numbers) {
        const { countryCallingCode: callingCode, nationalNumber: national } = number;
        assert.deepEqual(read(spell(number)), { callingCode, national }, spell(number));
      }
    });
  }

  it('are read as they are dialled at home, where their country is given', () => {
    for (const { country, number } of numbers) {
      const cell = number.formatNational();
      const said = parsePhoneNumberFromString(cell, { defaultCountry: country, extract: false });
      if (!said?.isValid()) assert.fail(cell);
      assert.deepEqual(
        read(cell, country),
        { callingCode: said.countryCallingCode, national: said.nationalNumber },
        `${cell} of ${country}`,
      );
    }
  });
});

import assert from 'node:assert/strict';
import type { Meaning } from '../../../../src/core/contact/recognise';
import { areNumbers, refutedBy } from '../../../../src/core/contact/values';

type Column = readonly [meaning: Meaning, ...values: string[]];

/** Values that are what their header says, damaged ones among them. */
const right: readonly Column[] = [
  ['firstName', 'Asha', 'José María', "D'Arcy", '明', 'Anne-Marie', 'Ø'],
  ['lastName', 'Rao', 'van der Berg', 'O’Brien', '山田', 'N/A', ''],
  ['fullName', 'Rao, Asha', 'Dr. Ravi Iyer', 'Acme GmbH', 'ليلى حداد'],
  ['salutation', 'Mr', 'MRS.', 'Dr.', 'Ms'],
  ['salutation', 'Herr', 'Frau', 'Frau Dr.', 'Herr Prof. Dr.', 'Familie'],
  ['salutation', 'г-н', 'г-жа', 'السيد'],
  ['salutation', 'M.', 'Mme', 'M. et Mme', 'Sr.', 'Sra.', '様', 'श्री'],
  [
    'cellPhoneNumber',
    '9876543210',
    '+91 98765 43210',
    '(202) 555-0143',
    '0664.1234567',
    '++49 (0) 151-234567',
  ],
  ['cellPhoneNumber', '9.19877E+11', '#####', '12/05/2024', '9876543210.0', '9,876,543,210', '#N/A'],
  [
    'cellPhoneNumber',
    '٩٨٧٦٥٤٣٢١٠',
    '９８７６５４３２１０',
    '555-0143 ext 12',
    'tel:+442079460958',
    '5550143 / 5550144',
  ],
  ['cellPhoneNumber', '581234', '0123456', '+298211234', '6612345', '12 34 56', '20200000'],
  ['cellPhoneCountryCode', '+91', '91', '0091', '(+91)', '91.0', '1'],
  ['cellPhoneExtension', '+91', '+', '4711', 'x123', 'Ext. 5', '91'],
];

/** Values of everyday columns that have the same names. */
const wrong: readonly Column[] = [
  ['cellPhoneNumber', '100000', '200000', '150000', '3000000'],
  ['cellPhoneNumber', '102345', '112345', '123456'],
  ['firstName', '1', '2', '3'],
  ['lastName', '34.50', '36.10', '33.00'],
  ['lastName', '2024-05-01', '2024-05-02'],
  ['firstName', 'yes', 'no', 'yes'],
  ['fullName', 'https://example.com/a', 'https://example.com/b'],
  ['fullName', 'x_12', 'x_13'],
  ['salutation', 'The Example', 'Another Book', 'A Third One'],
  ['salutation', 'Sales Manager', 'CEO', 'Head of Support', 'Dr.'],
  ['salutation', '1250,40', '-80,00'],
  ['salutation', 'placebo', 'drug', 'placebo'],
  ['cellPhoneNumber', '1250,40', '-80,00', '12.345678'],
  ['cellPhoneNumber', 'iPhone 12', 'Galaxy S21', 'Pixel 5'],
  ['cellPhoneNumber', 'yes', 'no', 'yes'],
  ['cellPhoneNumber', '0', '1', '12'],
  ['cellPhoneNumber', 'A1', 'B12', 'C3'],
  ['cellPhoneCountryCode', 'US', 'CA', 'KZ', 'RU'],
  ['cellPhoneCountryCode', '49.95', '12.50', '8.99'],
  ['cellPhoneExtension', '.pdf', '.docx', 'jpg'],
  ['cellPhoneExtension', 'Sales', 'Support'],
];

describe('refutedBy', () => {
  for (const [meaning, ...values] of right) {
    it(`lets ${values.join(' | ')} be ${meaning}`, () =>
      assert.equal(refutedBy(values, meaning, false), false));
  }
  for (const [meaning, ...values] of wrong) {
    it(`does not believe that ${values.join(' | ')} is ${meaning}`, () => {
      assert.equal(refutedBy(values, meaning, false), true);
    });
  }

  it('lets countries stand for their codes beside a number only', () => {
    for (const values of [
      ['US', 'CA', 'KZ'],
      ['IND', 'DEU'],
      ['India', 'Côte d’Ivoire', 'Congo (DRC)'],
    ]) {
      assert.equal(refutedBy(values, 'cellPhoneCountryCode', true), false);
      assert.equal(refutedBy(values, 'cellPhoneCountryCode', false), true);
    }
  });

  it('says nothing of a column that is empty, or says nothing itself', () => {
    for (const values of [[], ['', ' ', '\u200B'], ['n/a', '-', '?', 'NULL', 'unknown']]) {
      assert.equal(refutedBy(values, 'cellPhoneNumber', false), false);
    }
  });

  it('goes by the first hundred filled cells, half of which must fit', () => {
    const cells = (count: number, value: string) => Array.from({ length: count }, () => value);
    const number = '9876543210';
    const refuted = (...values: string[][]) => refutedBy(values.flat(), 'cellPhoneNumber', false);
    assert.equal(refuted(cells(50, number), cells(50, 'x')), false);
    assert.equal(refuted(cells(49, number), cells(51, 'x')), true);
    assert.equal(refuted(cells(60, ''), cells(50, number), cells(50, 'x'), cells(900, 'x')), false);
    assert.equal(refuted(cells(51, 'x'), cells(49, number), cells(900, number)), true);
  });

  it('looks no further than it must', () => {
    let asked = 0;
    function* endless(): Generator<string, void> {
      for (;;) {
        asked++;
        yield '9876543210';
      }
    }
    assert.equal(refutedBy(endless(), 'cellPhoneNumber', false), false);
    assert.equal(asked, 100);
  });

  it('tells phone numbers by the way they are written, where all cells are', () => {
    for (const values of [
      ['+919876543210', '+91 98765-43211', ''],
      ['(202) 555-0143', 'n/a'],
      ['0171 1234567', '(0)30 901820'],
      [' +44 20 7946 0018 '],
    ]) {
      assert.ok(areNumbers(values), values.join());
    }
    for (const values of [
      ...[
        ['9876543210'],
        ['4006381333931'],
        ['1234567.89'],
        ['0.5', '0.25'],
        ['2024-01-02'],
        ['00501'],
        ['+5', '-3'],
      ],
      ...[['+919876543210', 'x'], ['', 'n/a'], [], ['(12) items'], ['+12345678901234567']],
    ]) {
      assert.ok(!areNumbers(values), values.join());
    }
  });
});

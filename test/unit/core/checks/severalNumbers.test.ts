import assert from 'node:assert/strict';
import { applyEdits, fixesFor } from '../../../../src/core/fixes';
import { severalNumbers } from '../../../../src/core/contact/severalNumbers';
import { checked } from '../../../support/checked';
import { header } from '../../../support/ruleCases';
import { safelyFixed } from '../fixes/fixed';

const listOf = (number: string, code: string) =>
  `${header}\nAsha,Rao,Mrs,"${number.replaceAll('"', '""')}",${code},+91\n`;

/** What is found of a number: its codes, but for control characters, which are found besides. */
function codesOf(text: string): readonly string[] {
  return checked(text).findings.flatMap(({ finding: { code } }) => (code.startsWith('phone.') ? [code] : []));
}

function fixed(text: string): readonly string[] {
  const { findings, sheet } = checked(text);
  return findings.flatMap(({ finding }) =>
    finding.code === 'phone.several'
      ? fixesFor(finding, sheet).map(
          (fix) => checked(applyEdits(text, fix.edits())).sheet.value(1, 'cellPhoneNumber') ?? '',
        )
      : [],
  );
}

/** Two numbers of one person, and the code beside them. */
const pairs = [
  ['+91 98765 43210', '+91 98765 43211', '+91'],
  ['+919876543210', '+919876543211', '+91'],
  ['+49 151 23456789', '+49 171 2345678', '+49'],
  ['0151 23456789', '0171 2345678', '+49'],
  ['00919876543210', '00919876543211', '+91'],
  ['919876543210', '919876543211', '+91'],
  ['+1 202 555 0143', '+1 202 555 0144', '+1'],
  ['(202) 555-0143', '(202) 555-0144', '+1'],
  ['+447911123456', '+919876543211', '+91'],
  ['+91 98765 43210', '98765 43211', '+91'],
  ['98765 43210', '+91 98765 43211', '+91'],
  ['98765-43210', '98765-43211', '+91'],
] as const;

const separators = [
  ...[
    ' ::: ',
    ':::',
    ' / ',
    '/',
    '//',
    '; ',
    ', ',
    ' | ',
    ' \\ ',
    ' & ',
    ' + ',
    ' · ',
    ' - ',
    ' – ',
    ' ',
    '   ',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    '\u2028',
    '、',
    '；',
    '／',
    ' or ',
    ' and ',
    ' und ',
    ' oder ',
    ' et ',
    ' e ',
    ' и ',
    ' または ',
  ],
  ...[' (alt: ', ' WhatsApp: '],
];

describe('two numbers in one cell', () => {
  for (const [one, other, code] of pairs) {
    it(`${one} and ${other} are told as two, whatever stands between, and each is offered`, () => {
      for (const between of separators) {
        const text = listOf(one + between + other, code);
        const name = JSON.stringify(one + between + other);
        assert.deepEqual(codesOf(text), ['phone.several'], name);
        assert.deepEqual(fixed(text), [one, other], name);
      }
    });
  }

  it('are three or more, too: the first, the second and the last are offered', () => {
    for (const between of [' / ', ', ', ' ', '\n', ' & ']) {
      const text = listOf(['9876543210', '9876543211', '9876543212'].join(between), '+91');
      assert.deepEqual(fixed(text), ['9876543210', '9876543211', '9876543212']);
    }
    const four = listOf('9876543210, 9876543211, 9876543212, 9876543213', '+91');
    assert.deepEqual(fixed(four), ['9876543210', '9876543211', '9876543213']);
  });

  it('are told before anything that a spreadsheet has made of them', () => {
    for (const number of [
      ...["'9876543210 / '9876543211", 'tel:+919876543210, tel:+919876543211', '9876543210.0 / 9876543211.0'],
      ...['९८७६५४३२१० / ९८७६५४३२११', '9876543210 x12, 9876543211 x13'],
    ]) {
      assert.deepEqual(codesOf(listOf(number, '+91')), ['phone.several'], number);
    }
  });

  it('are told of a short plan, of a code that means none, and of a whole that might be one number', () => {
    assert.deepEqual(codesOf(listOf('4567, 4568', '+683')), ['phone.several']);
    assert.deepEqual(codesOf(listOf('9876543210 / 9876543211', '')), ['phone.several']);
    assert.deepEqual(codesOf(listOf('9876543210 9876543211', '')), ['phone.several']);
    assert.deepEqual(codesOf(listOf('030 12345/030 12346', '+49')), ['phone.several']);
  });

  it('are divided where the plan has two numbers, and as evenly as may be', () => {
    assert.deepEqual(fixed(listOf('030 123456 030 123457', '+49')), ['030 123456', '030 123457']);
    assert.deepEqual(fixed(listOf('98765 43210 98765 43211', '+91')), ['98765 43210', '98765 43211']);
  });

  it('are told without anything between them, where each half is a number and the whole is too long for one', () => {
    assert.deepEqual(fixed(listOf('98765432109876543211', '+91')), ['9876543210', '9876543211']);
    assert.deepEqual(fixed(listOf('+919876543210+919876543211', '+91')), ['+919876543210', '+919876543211']);
    assert.deepEqual(codesOf(listOf('00000000000000000000', '+91')), ['phone.invalid']);
  });

  it('is one number, whatever stands in it', () => {
    for (const [number, code] of [
      ...[
        ['0171/2345678', '+49'],
        ['+49 (0)30 / 1234 5678', '+49'],
        ['(202) 555-0143', '+1'],
        ['+1 (202) 555-0143 x12345', '+1'],
        ['01.23.45.67.89', '+33'],
        ['011 15 2345-6789', '+54'],
        ['9,876,543,210', '+91'],
        ['1987-05-12 00:00:00', '+91'],
        ['2024-01-05 / 2024-01-06', '+91'],
        ['98765+43210', '+91'],
        ['9876543210 ext 5', '+91'],
        ['06131/12345-678', '+49'],
        ['98765432109876', '+91'],
      ],
    ]) {
      assert.ok(!codesOf(listOf(number ?? '', code ?? '')).includes('phone.several'), number);
    }
  });
});

describe('a plus', () => {
  it('never vanishes into digits', () => {
    for (const number of [
      ...['+91+9876543210', '98765+43210', '+91987654+3210', '0151+23456789', '+49 151 2345+6789'],
      ...['9876543210+', '++919876543210', '9876+543210 98765'],
    ]) {
      const text = listOf(number, number.includes('51') ? '+49' : '+91');
      const { findings, sheet } = checked(text);
      for (const { finding } of findings) {
        for (const fix of fixesFor(finding, sheet).filter(({ asks }) => asks === undefined)) {
          const after = checked(applyEdits(text, fix.edits())).sheet.value(1, 'cellPhoneNumber') ?? '';
          const most = Math.max(...number.split('+').map((part) => part.replace(/\D/g, '').length));
          assert.ok(after.replace(/\D/g, '').length <= Math.max(most, 12), `${number} → ${after}`);
        }
      }
      assert.ok(findings.length > 0, number);
      assert.equal(safelyFixed(text), text);
    }
  });
});

describe('a cell of many short runs of digits', () => {
  it('is looked at in few steps, though it can be divided in ever so many ways', () => {
    for (const run of ['9 ', '98 ', '98-', '9/', '(9)', '+9']) {
      const text = run.repeat(200).slice(0, 199);
      let asked = 0;
      severalNumbers(text, () => ++asked > 0);
      assert.ok(asked < 2000, `${run}: ${asked}`);
    }
  });

  it('is divided into the numbers that are most alike', () => {
    const isValid = (number: string) => /^\d{7,10}$/.test(number.replaceAll(' ', ''));
    assert.deepEqual(severalNumbers('98 76 54 32 10 98 76 54 32 11', isValid), [
      '98 76 54 32 10',
      '98 76 54 32 11',
    ]);
  });
});

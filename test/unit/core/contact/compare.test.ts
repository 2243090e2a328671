import assert from 'node:assert/strict';
import {
  comparedContact,
  comparedRow,
  namesContradict,
  type Compared,
} from '../../../../src/core/contact/compare';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';

const plans = createPhoneNumbers();

function row(cellPhoneCountryCode: string, cellPhoneNumber: string): Compared {
  return comparedRow({ cellPhoneCountryCode, cellPhoneNumber }, plans);
}

function contact(countryCode: string | undefined, phoneNumber: string | undefined): Compared {
  return comparedContact({ cellPhone: { countryCode, phoneNumber } }, plans);
}

type Number = readonly [code: string, number: string];

describe('numbers that are one', () => {
  const table: readonly (readonly [why: string, sent: Number, stored: Number])[] = [
    ["the page's sample", ['+91', '9876543210'], ['+91', '+919876543210']],
    ['apart on both sides', ['91', '98765 43210'], ['+91', '9876543210']],
    ['a code with zeros, and one by its letters', ['0091', '9876543210'], ['IN', '9876543210']],
    ['the code in the number', ['+91', '919876543210'], ['+91', '+919876543210']],
    ['the code in the number, dialled', ['+91', '00919876543210'], ['', '+91-98765-43210']],
    ['a number that begins like its code', ['+91', '9198765432'], ['+91', '+919198765432']],
    ['Germany dials its zero', ['+49', '030 123456'], ['+49', '+4930123456']],
    ['Germany, the zero in brackets', ['+49', '+49 (0)30 123456'], ['+49', '30123456']],
    ['the United Kingdom dials its zero', ['+44', '02079460958'], ['+44', '+442079460958']],
    ["Italy's zero belongs to the number", ['+39', '0312345678'], ['+39', '+390312345678']],
    ["Ivory Coast's zero belongs to the number", ['+225', '0701234567'], ['+225', '+2250701234567']],
    ['Russia dials an 8', ['+7', '8 912 345-67-89'], ['+7', '+79123456789']],
    ['North America dials a 1', ['+1', '1 (212) 555-1234'], ['+1', '+12125551234']],
    ['Arabic-Indic', ['+٩١', '٩٨٧٦٥٤٣٢١٠'], ['+91', '+919876543210']],
    ['Persian', ['+98', '۰۹۱۲۳۴۵۶۷۸۹'], ['+98', '+989123456789']],
    ['Devanagari', ['+९१', '९८७६५४३२१०'], ['+91', '+919876543210']],
    ['full-width', ['＋９１', '＋９１９８７６５４３２１０'], ['+91', '+919876543210']],
    ['kept in its script', ['+91', '९८७६५४३२१०'], ['+91', '+91९८७६५४३२१०']],
    ['letters', ['+1', '1-800-FLOWERS'], ['+1', '+18003569377']],
    ['letters, kept as they are', ['+1', '800-flowers'], ['+1', '800-FLOWERS']],
    ['letters with an x in a word', ['+1', '800-EXXON-01'], ['+1', '+18003996601']],
    ['an extension that is left out', ['+91', '9876543210 ext. 5'], ['+91', '+919876543210']],
    ['Argentina, mobile and without its 9', ['+54', '1123456789'], ['+54', '+5491123456789']],
    ['Argentina, dialled with 15', ['+54', '1123456789'], ['+54', '111523456789']],
    ['Mexico, mobile and without its 1', ['+52', '5512345678'], ['', '+5215512345678']],
    ['behind tel:', ['+91', '9876543210'], ['', 'tel:+91-98765-43210']],
    ['an invisible mark', ['+91', '9876543210'], ['+91', '\u200e+919876543210']],
    ['other dashes and spaces', ['+91', '9876543210'], ['+91', '+91 (0)\u00a098765\u201143210']],
    ['too short for any plan', ['+91', '12'], ['+91', '+9112']],
    ['a code that no plan has', ['+999', '12345'], ['+999', '99912345'.replace('999', '')]],
    ['no country on either side', ['', '9876543210'], ['', '98765 43210']],
  ];
  for (const [why, [code, number], [storedCode, stored]] of table)
    it(why, () => {
      const sent = row(code, number).number;
      assert.notEqual(sent, undefined);
      assert.equal(sent, contact(storedCode, stored).number);
    });
});

describe('numbers that are not one', () => {
  const table: readonly (readonly [why: string, sent: Number, stored: Number, mayBe: boolean])[] = [
    ["Italy's zero is lost", ['+39', '0312345678'], ['+39', '+39312345678'], true],
    ["Ivory Coast's zero is lost", ['+225', '0701234567'], ['+225', '+225701234567'], true],
    ['another country', ['+91', '9876543210'], ['+1', '9876543210'], true],
    ['another number', ['+91', '9876543210'], ['+91', '9876543211'], false],
    ['a part of it', ['+91', '9876543210'], ['+91', '987654321'], false],
    ['code put before a code', ['+1', '+919876543210'], ['+1', '+1919876543210'], true],
    ['the extension among the digits', ['+91', '9876543210x5'], ['+91', '+9198765432105'], true],
    ['digits that may hold a country', ['+91', '9876543210'], ['', '919876543210'], true],
  ];
  for (const [why, [code, number], [storedCode, stored], mayBe] of table)
    it(`${why}: ${mayBe ? 'may be' : 'is'} another`, () => {
      const [sent, found] = [row(code, number), contact(storedCode, stored)];
      assert.notEqual(sent.number, found.number);
      assert.equal(
        sent.readings().some((reading) => found.readings().includes(reading)),
        mayBe,
      );
    });

  it('shows what cannot be compared', () => {
    const { number, isComplete } = contact('+91', undefined);
    assert.deepEqual([number, isComplete], [undefined, false]);
    for (const text of ['', '-', 'none', '+9198765xxxxx', '98765*****', '98765…', '98765 доб'])
      assert.deepEqual(
        [contact('+91', text).number, contact('+91', text).isComplete],
        [undefined, false],
        text,
      );
    assert.equal(contact(undefined, '9876543210').isComplete, false);
    assert.equal(contact(undefined, '+919876543210').isComplete, true);
  });
});

/** What is left of 9876543210 where a stream does not show it as it is. */
const spoilt: Readonly<Record<string, readonly string[]>> = {
  masked: [
    ...Array.from('#-._·∙■×~=$×○⬤▪‧%^@!\'"•*●?＊＃ｘ/\\N', (sign) => [
      sign.repeat(5) + '43210',
      '98765' + sign.repeat(5),
    ]).flat(),
    ...['987654321*', '98765●3210', '98765?3210', '98765⬤', '98765...', '98765…', '98765..', '98765  '],
    ...['98765xx210', '98765--3210', 'XX10', '0000043210', '00000 43210', '98765+++++', '98765&#42;&#42;'],
  ],
  'in words': ['ends in 3210', 'ending 10', 'hidden', '[hidden]3210', '(redacted)3210', '<hidden>3210'],
  'cut short': ['3210', '43210', '987654321', '98765', '+91 98765'],
  mangled: ['9876543210.0', '9.87654321E9', '9.87654321E+9', '+91+919876543210', '9876543210 9876543211'],
};

describe('a number that is not there as it is', () => {
  for (const [how, texts] of Object.entries(spoilt))
    it(`proves nothing when it is ${how}`, () => {
      const sent = row('+91', '9876543210');
      assert.ok(sent.isComplete);
      for (const text of texts)
        for (const code of ['+91', '']) {
          const shown = contact(code, text);
          assert.deepEqual([shown.isComplete, shown.number === sent.number], [false, false], text);
        }
    });

  it('proves nothing in letters, which may be a mask, though it is found by them', () => {
    assert.equal(contact('+1', '1-800-FLOWERS').isComplete, false);
    assert.equal(contact('+1', '1-800-356-9377').isComplete, true);
  });

  it("takes both forms of Argentina's and Mexico's mobile numbers for whole ones", () => {
    for (const number of ['+5491123456789', '+541123456789', '+5215512345678', '+525512345678'])
      assert.ok(contact(undefined, number).isComplete, number);
    assert.ok(contact('+52', '15512345678').isComplete);
  });

  it('costs no time, however long it is', () => {
    for (const piece of ['9', '9#', '9 ', '9x', '(', '.'])
      assert.equal(contact('+91', piece.repeat(500_000)).isComplete, false);
  });
});

describe('names', () => {
  const named = (firstName?: string, lastName?: string, fullName?: string) =>
    comparedContact({ firstName, lastName, fullName }, plans).name;

  it('are the same whatever their case, accents and spacing', () => {
    for (const [one, other] of [
      [named('José', ' Núñez'), named('JOSE', 'nunez')],
      [named('John  Ronald', 'Doe'), named('john', 'ronald doe')],
      [named('john', 'doe'), named(undefined, undefined, ' John Doe')],
      [named('Straße', 'x'), named('STRASSE', 'X')],
    ] as const)
      assert.equal(one.whole, other.whole);
  });

  it('keep the marks that are letters', () => {
    assert.notEqual(named('राम').whole, named('रमा').whole);
  });

  it('contradict each other only in what both have', () => {
    const john = named('john', 'doe');
    for (const other of [named(), named('John'), named(undefined, 'Doe'), named('JOHN DOE')])
      assert.equal(namesContradict(john, other), false);
    for (const other of [
      named('jane'),
      named('jane', 'doe'),
      named('john', 'roe'),
      named('', '', 'jane doe'),
    ])
      assert.equal(namesContradict(john, other), true);
  });
});

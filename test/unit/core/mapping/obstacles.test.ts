import assert from 'node:assert/strict';
import { readSheet } from '../../../../src/core/checks/readSheet';
import {
  findObstacles,
  hasOtherColumns,
  hasOwnNames,
  mappingMends,
  structureOnly,
} from '../../../../src/core/mapping/obstacles';
import type { HeldReason } from '../../../../src/core/mapping/heldRows';
import { readForMap } from '../../../../src/core/mapping/readForMap';
import { checked } from '../../../support/checked';
import { finished } from '../../../support/finished';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';

const header = 'firstName,lastName,salutation,cellPhoneNumber,cellPhoneCountryCode,cellPhoneExtension';
const row = 'Asha,Rao,Mrs,9876543210,+91,+91';
const mends = (text: string) => mappingMends(checked(text, { forSending: true }));

describe('mappingMends', () => {
  for (const [what, text] of [
    ['missing columns', 'firstName,lastName,salutation,cellPhoneNumber\nAsha,Rao,Mrs,9876543210\n'],
    ['a header of which nothing is known', 'A,B\nAsha,9876543210\n'],
    ['a column twice', `${header},lastName\n${row},Rao\n`],
    [
      'another delimiter and other names',
      'Vorname;Nachname;Mobile\nAsha;Rao;9876543210\nBen;Doe;9876543211\n',
    ],
    ['the six names and another delimiter', `${header}\n${row}\n`.replaceAll(',', ';')],
    ['missing columns and a warning', 'firstName,lastName,cellPhoneNumber,cellPhoneCountryCode\nA,B,1,+91\n'],
    ['an empty value besides', 'firstName,lastName\n,Rao\n'],
    ['a ragged row besides', 'firstName,lastName\nAsha\n'],
    ['a stray quote besides', 'firstName,lastName\nAs"ha,Rao\n'],
    ['lines above the header', `My list\n\nVorname,Nachname,Handy\nAsha,Rao,9876543210\n`],
  ] as const) {
    it(`says yes to ${what}`, () => assert.equal(mends(text), true));
  }

  for (const [what, text] of [
    ['a good file', `${header}\n${row}\n`],
    ['blank rows alone', `${header}\n${row}\n,,,,,\n`],
    ['a ragged row alone', `${header}\n${row}\nAsha\n`],
    ['warnings alone', `${header},Email\n${row},x\n`],
    ['an open quote besides', 'firstName,lastName\n"Asha,Rao\n'],
    ['a first line that is a contact', 'Asha,9876543210\nBen,9876543211\n'],
    ['a header without rows', 'firstName,lastName\n'],
  ] as const) {
    it(`says no to ${what}`, () => assert.equal(mends(text), false));
  }
});

describe('hasOtherColumns', () => {
  for (const [what, text, expected] of [
    ['other names above an open quote', 'firstName,lastName\n"Asha,Rao\n', true],
    ['a header without rows', 'firstName,lastName\n', true],
    ['the six names above an open quote', `${header}\n"${row}\n`, false],
    ['a first line that is a contact', 'Asha,9876543210\nBen,9876543211\n', false],
  ] as const) {
    it(`says ${expected ? 'yes' : 'no'} to ${what}`, () =>
      assert.equal(hasOtherColumns(readSheet(text)), expected));
  }
});

describe('structureOnly', () => {
  it('finds the ragged row behind any number of other errors', () => {
    const text = `firstName,lastName\n${',\n'.repeat(2000)}Asha\n`;
    const { findings, counts } = checked(text, { settings: structureOnly({}), forSending: true });
    assert.equal(counts.error, 1);
    assert.equal(findings[0]?.finding.code, 'csv.fieldCount');
  });

  it('leaves a rule off that the user has turned off', () => {
    const settings = structureOnly({ 'csv.fieldCount': 'off' });
    assert.equal(checked('firstName,lastName\nAsha\n', { settings, forSending: true }).counts.error, 0);
  });
});

describe('findObstacles', () => {
  const phones = createPhoneNumbers();
  const of = (text: string) => {
    const read = readForMap(readSheet(text), {});
    const found = finished(findObstacles(read, { phones, settings: {}, forSending: true }));
    if ('isEmpty' in found) return 'empty';
    if ('obstacle' in found) return found.obstacle.code;
    const nameOf = (reason: HeldReason) => {
      if (reason.kind === 'unsound') return reason.finding.code;
      return reason.kind === 'otherHeader' ? reason.is : reason.kind;
    };
    return Array.from(found.unsound, ([record, reasons]) => [record, ...reasons.map(nameOf)]);
  };

  for (const [what, text, expected] of [
    ['nothing in a sound file', 'A,B\n1,2\n', []],
    [
      'rows with stray quotes',
      'A,B\nA"b,2\n3,4\nA"b,"c" d\n',
      [
        [1, 'csv.strayQuote'],
        [3, 'csv.strayQuote', 'csv.strayQuote'],
      ],
    ],
    [
      'rows of another length',
      'Vorname,Nachname,Handy\nA,B,1\nA,B\nA,B,C,D\n',
      [
        [2, 'csv.fieldCount'],
        [3, 'csv.fieldCount'],
      ],
    ],
    [
      'rows with lost letters',
      'Vorname,Nachname,Handy\nM\uFFFDller,B,1\nA,B,2\nA,\uFFFD,3\n',
      [
        [1, 'csv.encoding'],
        [3, 'csv.encoding'],
      ],
    ],
    [
      'an open quote, whatever stands before it',
      'Vorname,Nachname,Handy\nA"b,B,1\n"A,B,2\nA,B,3\n',
      'csv.unclosedQuote',
    ],
    ['no rows', 'Vorname,Nachname,Handy\n', 'empty'],
    ['nothing below lines above the header', 'My list\n\nVorname,Nachname,Handy\nA,B,9876543210\n', []],
    [
      'rows above the header',
      'My list\nA,B,9876543210\n,,\nC,D,9876543211\nVorname,Nachname,Handy\nE,F,9876543212\n',
      [
        [1, 'aboveHeader'],
        [3, 'aboveHeader'],
      ],
    ],
    [
      'a header in another order, and the rows up to the next one',
      'Vorname,Nachname,Handy\nA,B,1\nNachname,Vorname,Handy\nC,D,2\n,,\nE\nVorname,Nachname,Handy\nG,H,4\n',
      [
        [2, 'csv.repeatedHeader'],
        [3, 'belowRepeated'],
        [5, 'belowRepeated', 'csv.fieldCount'],
      ],
    ],
  ] as const) {
    it(`tells ${what}`, () => assert.deepEqual(of(text), expected));
  }
});

describe('hasOwnNames', () => {
  for (const [what, text, expected] of [
    ['the six names separated by tabs', `${header}\n${row}\n`.replaceAll(',', '\t'), true],
    ['the six names and another one', `${header},Email\n`, true],
    ['a column twice', `${header},lastName\n`, false],
    ['other names separated by tabs', 'Vorname\tNachname\n', false],
  ] as const) {
    it(`says ${expected ? 'yes' : 'no'} to ${what}`, () =>
      assert.equal(hasOwnNames(readSheet(text)), expected));
  }
});

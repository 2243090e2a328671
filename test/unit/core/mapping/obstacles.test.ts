import assert from 'node:assert/strict';
import { mappingMends, structureOnly } from '../../../../src/core/mapping/obstacles';
import { checked } from '../../../support/checked';

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
    ['missing columns and a warning', 'firstName,lastName,cellPhoneNumber,cellPhoneCountryCode\nA,B,1,+91\n'],
  ] as const) {
    it(`says yes to ${what}`, () => assert.equal(mends(text), true));
  }

  for (const [what, text] of [
    ['a good file', `${header}\n${row}\n`],
    ['blank rows alone', `${header}\n${row}\n,,,,,\n`],
    ['warnings alone', `${header},Email\n${row},x\n`],
    ['an empty value besides', 'firstName,lastName\n,Rao\n'],
    ['a ragged row besides', 'firstName,lastName\nAsha\n'],
    ['an open quote besides', 'firstName,lastName\n"Asha,Rao\n'],
    ['a first line that is a contact', 'Asha,9876543210\nBen,9876543211\n'],
    ['a header without rows', 'firstName,lastName\n'],
  ] as const) {
    it(`says no to ${what}`, () => assert.equal(mends(text), false));
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

import assert from 'node:assert/strict';
import { contactColumns } from '../../../../src/core/contact/columns';
import {
  columnsBesides,
  fits,
  guessMap,
  isComplete,
  isContactItself,
  isExact,
  isRememberedMap,
  type ColumnMap,
  type RememberedMap,
} from '../../../../src/core/mapping/columnMap';

const headers = ['First Name', 'Surname', 'Title', 'Mobile'];
const columns: ColumnMap = {
  firstName: { field: 0 },
  lastName: { field: 1 },
  salutation: { field: 2 },
  cellPhoneNumber: { field: 3 },
  cellPhoneCountryCode: { constant: '+91' },
  cellPhoneExtension: { constant: '' },
};
const remembered: RememberedMap = { headers, columns };

describe('guessMap', () => {
  it('finds the columns that the header means, and invents none', () => {
    const guess = guessMap(headers);
    assert.deepEqual(guess, {
      firstName: { field: 0 },
      lastName: { field: 1 },
      salutation: { field: 2 },
      cellPhoneNumber: { field: 3 },
    });
    assert.equal(isComplete(guess), false);
    assert.equal(isComplete(columns), true);
  });

  it('prefers the exact name to an alias before it', () => {
    assert.deepEqual(guessMap(['Mobile', 'cellPhoneNumber']).cellPhoneNumber, { field: 1 });
  });

  it('takes the first of two exact names', () => {
    assert.deepEqual(guessMap(['lastName', 'lastName']), { lastName: { field: 0 } });
  });

  it('guesses nothing for an empty header', () => {
    assert.deepEqual(guessMap([]), {});
    assert.deepEqual(guessMap(['']), {});
  });
});

describe('fits', () => {
  it('says yes to the very header', () => assert.equal(fits(remembered, [...headers]), true));

  for (const [what, changed] of [
    ['renamed', ['First Name', 'Surname', 'Title', 'Phone']],
    ['reordered', ['Surname', 'First Name', 'Title', 'Mobile']],
    ['with one more', [...headers, 'Email']],
    ['with one fewer', headers.slice(0, 3)],
    ['in other letters', ['first name', 'Surname', 'Title', 'Mobile']],
    ['with a blank', ['First Name ', 'Surname', 'Title', 'Mobile']],
  ] as const) {
    it(`says no to a header ${what}`, () => assert.equal(fits(remembered, changed), false));
  }
});

describe('columnsBesides', () => {
  it('are all that are none of the six, those called reason or nothing at all among them', () => {
    assert.deepEqual(columnsBesides(['reason', ...contactColumns, '', 'firstname']), [
      'reason',
      '',
      'firstname',
    ]);
    assert.deepEqual(columnsBesides(contactColumns), []);
  });
});

describe('isExact', () => {
  it('takes the six names in any order and nothing besides', () => {
    assert.equal(isExact(contactColumns), true);
    assert.equal(isExact(contactColumns.toReversed()), true);
    assert.equal(isExact([...contactColumns, 'email']), false);
    assert.equal(isExact(contactColumns.slice(1)), false);
    assert.equal(isExact([...contactColumns.slice(1), 'lastName']), false);
  });
});

describe('isContactItself', () => {
  for (const header of [
    ['Asha', 'Rao', '9876543210'],
    ['Asha', '+91 98765 43210'],
    ['asha@example.com', 'Rao'],
  ]) {
    it(`sees a contact in ${header.join()}`, () => assert.equal(isContactItself(header), true));
  }

  for (const header of [
    headers,
    contactColumns,
    ['Phone 1', 'Phone 2'],
    ['E-mail', 'Q4 2025'],
    ['', ''],
    [],
  ]) {
    it(`sees a header in ${JSON.stringify(header)}`, () => assert.equal(isContactItself(header), false));
  }
});

describe('isRememberedMap', () => {
  it('takes what was stored as JSON', () => {
    assert.equal(isRememberedMap(JSON.parse(JSON.stringify(remembered))), true);
  });

  const five = { ...columns, lastName: undefined };
  for (const [what, value] of [
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['no header', { columns }],
    ['a header of numbers', { headers: [1], columns }],
    ['five columns', { headers, columns: five }],
    ['a field that the header lacks', { headers: headers.slice(0, 3), columns }],
    ['a negative field', { headers, columns: { ...columns, lastName: { field: -1 } } }],
    ['half a field', { headers, columns: { ...columns, lastName: { field: 0.5 } } }],
    ['a constant that is no text', { headers, columns: { ...columns, lastName: { constant: 1 } } }],
    ['a source that is none', { headers, columns: { ...columns, lastName: {} } }],
  ] as const) {
    it(`refuses ${what}`, () => assert.equal(isRememberedMap(value), false));
  }
});

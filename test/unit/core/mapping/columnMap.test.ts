import assert from 'node:assert/strict';
import { contactColumns } from '../../../../src/core/contact/columns';
import {
  columnsBesides,
  fits,
  isComplete,
  mapFor,
  isContactItself,
  isExact,
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

describe('isComplete', () => {
  it('asks for a source for each of the six', () => {
    assert.equal(isComplete(columns), true);
    const { lastName, ...five } = columns;
    assert.equal(isComplete(five), false, JSON.stringify(lastName));
  });
});

describe('mapFor', () => {
  it('counts the fields of a saved rest, which has why a row was left before them', () => {
    const map: ColumnMap = {
      ...columns,
      cellPhoneNumber: { field: 3, part: 'nationalNumber', country: { field: 2 } },
      cellPhoneExtension: { same: 'cellPhoneCountryCode' },
    };
    assert.deepEqual(mapFor({ headers, columns: map }, ['importError', ...headers]), {
      firstName: { field: 1 },
      lastName: { field: 2 },
      salutation: { field: 3 },
      cellPhoneNumber: { field: 4, part: 'nationalNumber', country: { field: 3 } },
      cellPhoneCountryCode: { constant: '+91' },
      cellPhoneExtension: { same: 'cellPhoneCountryCode' },
    });
    assert.deepEqual(mapFor({ headers, columns: map }, headers), map);
  });

  it('refuses a map that reads a field which the header does not have', () => {
    const known = ['First Name', 'importError', 'Surname', 'Title', 'Mobile'];
    const now = ['First Name', 'Surname', 'Title', 'Mobile'];
    for (const wrong of [
      { firstName: { field: 1 } },
      { firstName: { field: 9 } },
      { cellPhoneNumber: { field: 4, part: 'nationalNumber', country: { field: 1 } } },
    ] as const) {
      const map = { ...columns, ...wrong };
      assert.equal(mapFor({ headers: known, columns: map }, now), undefined);
      assert.equal(mapFor({ headers: known, columns: map }, known), undefined);
    }
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

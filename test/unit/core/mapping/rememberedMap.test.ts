import assert from 'node:assert/strict';
import type { ColumnMap, RememberedMap } from '../../../../src/core/mapping/columnMap';
import { readRememberedMap } from '../../../../src/core/mapping/rememberedMap';

const headers = ['Full Name', 'Title', 'Phone', 'Country'];
const names = { order: 'givenFirst', oneWord: 'holdBack' } as const;
const columns: ColumnMap = {
  firstName: { field: 0, part: 'firstName', ...names },
  lastName: { field: 0, part: 'lastName', ...names },
  salutation: { field: 1, table: { Frau: 'Mrs' } },
  cellPhoneNumber: { field: 2, part: 'nationalNumber', country: { field: 3 } },
  cellPhoneCountryCode: { field: 2, part: 'callingCode', country: { field: 3 } },
  cellPhoneExtension: { same: 'cellPhoneCountryCode' },
};
const remembered: RememberedMap = { headers, columns };

describe('readRememberedMap', () => {
  it('takes what was stored as JSON', () =>
    assert.deepEqual(readRememberedMap(JSON.parse(JSON.stringify(remembered))), remembered));

  const phone = { field: 2, part: 'callingCode' };
  for (const [what, value] of [
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['no header', { columns }],
    ['a header of numbers', { headers: [1], columns }],
    ['five columns', { headers, columns: { ...columns, lastName: undefined } }],
    ['a field that the header lacks', { headers: headers.slice(0, 2), columns }],
    ['a country that the header lacks', { headers: headers.slice(0, 3), columns }],
    ...Object.entries({
      'a negative field': { field: -1 },
      'half a field': { field: 0.5 },
      'a constant that is no text': { constant: 1 },
      'a source that is none': {},
      'a part of another column': phone,
      'a part that is not known': { field: 0, part: 'nickname', ...names },
      'a part that says not how it is read': { field: 0, part: 'lastName' },
      'a field and a value for all': { field: 0, constant: 'x' },
      'a name that is read in another way than the first name': {
        field: 0,
        part: 'lastName',
        ...names,
        order: 'familyFirst',
      },
      'the same as another column': { same: 'cellPhoneCountryCode' },
    }).map(([what, lastName]) => [what, { headers, columns: { ...columns, lastName } }] as const),
    [
      'a value that becomes no salutation',
      { headers, columns: { ...columns, salutation: { field: 1, table: { Dr: 'Dr' } } } },
    ],
    [
      'a number from another country than its code',
      { headers, columns: { ...columns, cellPhoneCountryCode: phone } },
    ],
    [
      'a country that is no code',
      {
        headers,
        columns: { ...columns, cellPhoneCountryCode: { ...phone, country: { constant: 'India' } } },
      },
    ],
  ] as const) {
    it(`refuses ${what}`, () => assert.equal(readRememberedMap(value), undefined));
  }
});

import assert from 'node:assert/strict';
import type { Contact } from '../../../../../src/core/contact/contact';
import type { ImportRow } from '../../../../../src/core/delivery';
import { NumberLookUp } from '../../../../../src/core/delivery/run/numberLookUp';
import { comparable, incomparable } from '../../../../support/delivery/model/spellings';
import { plans } from '../../../../support/delivery/knowledge';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';

const startedAt = Date.UTC(2026, 0, 15, 12);
const time = { startedAt, endedAt: startedAt + 60_000 };

/** Looks for rows that left together among these contacts. */
function look(rows: readonly ImportRow[], ...contacts: readonly Contact[]) {
  const numbers = new NumberLookUp([{ rows, time }], plans);
  numbers.see(contacts);
  return {
    numbers,
    found: [...numbers.found.keys()].map(({ index }) => index),
    missing: [...numbers.missing()].map(({ index }) => index),
  };
}

/** A contact that somebody has. */
function contact(phoneNumber: string | undefined, more: Partial<Contact> = {}): Contact {
  return {
    id: 'x',
    firstName: 'Some',
    lastName: 'Body',
    cellPhone: { phoneNumber, countryCode: '+91' },
    ...more,
  };
}

function rowWith(number: string, code = '+91', index = 1): ImportRow {
  const row = rowAt(index, number);
  return { ...row, values: { ...row.values, cellPhoneCountryCode: code } };
}

describe('numbers looked for', () => {
  it('finds a row by its number, whatever its name and spelling', () => {
    const row = rowAt(1, '90000 00001');
    for (const number of ['+919000000001', '919000000001', '00919000000001', '09000000001', '9000000001'])
      assert.deepEqual(look([row], contact(number)).found, [1], number);
    for (const [name, spelling] of Object.entries(comparable))
      assert.deepEqual(look([row], { id: 'x', cellPhone: spelling('+91', '9000000001') }).found, [1], name);
  });

  it('misses a row whose number nobody has, and no other', () => {
    const { found, missing, numbers } = look(rowsOf(3), contactOf(rowAt(1)), contact('+919999999999'));
    assert.deepEqual([found, missing], [[1], [0, 2]]);
    assert.equal(numbers.foundAll, false);
  });

  it('lets one contact stand for every row with its number', () => {
    const twins = [rowAt(1), rowAt(2, rowAt(1).values.cellPhoneNumber)];
    const { found, missing, numbers } = look([...twins, rowAt(3)], contactOf(rowAt(1)));
    assert.deepEqual([found, missing], [[1, 2], [3]]);
    numbers.see([contactOf(rowAt(3))]);
    assert.equal(numbers.foundAll, true);
  });

  it('keeps the first contact that it sees', () => {
    const row = rowAt(1);
    const { numbers } = look([row], contactOf(row, 'first'), contactOf(row, 'second'));
    numbers.see([contactOf(row, 'third')]);
    assert.equal(numbers.found.get(row)?.id, 'first');
  });

  it('has found all of no rows', () => {
    assert.equal(new NumberLookUp([], plans).foundAll, true);
    assert.equal(new NumberLookUp([{ rows: rowsOf(1), time }], plans).foundAll, false);
  });

  it('never misses a row whose own number has no form to compare', () => {
    for (const number of ['', 'n/a', '98*****210', '98xxxxx210'])
      assert.deepEqual(look([rowWith(number)]).missing, [], number);
    assert.deepEqual(look([rowWith('9000000001', '')]).missing, []);
    assert.deepEqual(look([rowWith('9000000001', 'India!')]).missing, []);
    assert.deepEqual(look([rowWith('+919000000001', '')]).missing, [1]);
  });

  describe('a contact without a number to compare', () => {
    for (const [name, spelling] of Object.entries(incomparable)) {
      const cellPhone = spelling('+91', '9000000001');
      it(`${name}: keeps those from being missed whose name it has`, () => {
        const own = { id: 'x', firstName: 'ROW1', lastName: ' Test', cellPhone };
        assert.deepEqual(look(rowsOf(3), own).missing, [0, 2]);
      });

      it(`${name}: keeps all from being missed if it has no name`, () => {
        assert.deepEqual(look(rowsOf(3), { id: 'x', cellPhone }).missing, []);
      });

      it(`${name}: keeps nobody from it if it is older than the request`, () => {
        for (const createdAt of ['2026-01-13T12:00:00Z', '2026-01-14T11:00:00', '2026-01-12', '01/02/2020'])
          assert.deepEqual(look(rowsOf(2), { id: 'x', cellPhone, createdAt }).missing, [0, 1]);
        for (const createdAt of [
          '2026-01-15T11:58:00Z',
          '2026-01-15T02:00:00',
          '2026-01-14',
          'yesterday',
          '1970-01-01',
        ])
          assert.deepEqual(look(rowsOf(2), { id: 'x', cellPhone, createdAt }).missing, []);
      });
    }

    it('takes a name that lacks a part for every name with the other part', () => {
      const named = (more: Partial<Contact>) => look(rowsOf(3), { id: 'x', ...more }).missing;
      assert.deepEqual(named({ firstName: 'row1' }), [0, 2]);
      assert.deepEqual(named({ lastName: 'TEST' }), []);
      assert.deepEqual(named({ fullName: 'Row1  Test' }), [0, 2]);
      assert.deepEqual(named({ firstName: 'nobody', lastName: 'else' }), [0, 1, 2]);
      const nameless = { ...rowAt(7), values: { ...rowAt(7).values, firstName: '', lastName: '' } };
      assert.deepEqual(look([nameless, rowAt(1)], { id: 'x', firstName: 'a', lastName: 'b' }).missing, [1]);
      const half = { ...rowAt(7), values: { ...rowAt(7).values, lastName: '' } };
      assert.deepEqual(look([half, rowAt(1)], { id: 'x', firstName: 'row7', lastName: 'b' }).missing, [1]);
    });

    it('tells nothing of rows whose request was made at a time that nobody knows', () => {
      const numbers = new NumberLookUp([{ rows: rowsOf(1), time: { endedAt: startedAt } }], plans);
      numbers.see([{ id: 'x', createdAt: '2020-01-01T00:00:00Z' }]);
      assert.equal(numbers.missing().size, 0);
    });
  });

  it('does not miss a row whose digits a contact may have, read in another way', () => {
    // 91 9000 0000 1 of India, or a number of any country that begins like that.
    const row = rowWith('9190000000', '+91');
    const other = { id: 'x', cellPhone: { phoneNumber: '90000000', countryCode: '+91' } };
    assert.deepEqual(look([row], { ...other, firstName: 'Some', lastName: 'Body' }).missing, []);
    assert.deepEqual(look([row], { ...other, createdAt: '2020-01-01T00:00:00Z' }).missing, [1]);
  });

  it('does not miss a row whose extension a stream may have put in front of its number', () => {
    const row = rowAt(1, '2025550123');
    const values = { ...row.values, cellPhoneCountryCode: '+1', cellPhoneExtension: '+91' };
    for (const phoneNumber of ['+912025550123', '912025550123', '+1912025550123', '+9112025550123'])
      assert.deepEqual(look([{ ...row, values }], contact(phoneNumber)).missing, [], phoneNumber);
    assert.deepEqual(look([{ ...row, values }], contact('+919999999999')).missing, [1]);
  });

  it('does not miss a row whose name and last digits a contact has, with another country before them', () => {
    const named = { firstName: 'Test', lastName: 'Row1' };
    for (const number of ['+19000000001', '+91919000000001', '+919999999999']) {
      const isAlike = number.endsWith('000000001');
      assert.deepEqual(look([rowAt(1)], contact(number, named)).missing, isAlike ? [] : [1], number);
      assert.deepEqual(look([rowAt(1)], contact(number)).missing, [1], number);
    }
  });

  it('does not miss a row whose name a contact may have in other words, where its number is hidden', () => {
    const cellPhone = { phoneNumber: '+91******0001' };
    for (const name of [
      { fullName: 'Test, row1' },
      { firstName: 'R.', lastName: 'T.' },
      { firstName: 'r***' },
    ])
      assert.ok(!look(rowsOf(3), { id: 'x', ...name, cellPhone }).missing.includes(1), JSON.stringify(name));
  });

  it('takes a deleted contact for nobody: its row is not present, and missing only if it was deleted before', () => {
    for (const status of ['INACTIVE', 'deleted']) {
      const deleted = { ...contactOf(rowAt(1)), status };
      const { found, missing } = look(rowsOf(2), deleted);
      assert.deepEqual([found, missing], [[], [0]]);
      assert.deepEqual(look(rowsOf(2), { ...deleted, createdAt: '2025-01-15T00:00:00Z' }).missing, [0, 1]);
      assert.deepEqual(look(rowsOf(2), deleted, contactOf(rowAt(1), 'alive')).found, [1]);
    }
  });
});

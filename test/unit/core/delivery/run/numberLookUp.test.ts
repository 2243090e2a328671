import assert from 'node:assert/strict';
import { NumberLookUp } from '../../../../../src/core/delivery/run/numberLookUp';
import { contactOf, rowAt, rowsOf } from '../../../../support/delivery/rows';

describe('numbers looked for', () => {
  it('finds a row by its number, whatever its name and spelling', () => {
    const row = rowAt(1, '90000 00001');
    for (const phoneNumber of [
      '+919000000001',
      '919000000001',
      '00919000000001',
      '09000000001',
      '9000000001',
    ]) {
      const contact = { id: 'x', firstName: 'Somebody', cellPhone: { phoneNumber, countryCode: '+91' } };
      const numbers = new NumberLookUp([row]);
      numbers.see([contact]);
      // Without plus and zeros it may be a longer number that begins like the code: only the name could tell.
      assert.equal(numbers.found.get(row), phoneNumber === '919000000001' ? undefined : contact, phoneNumber);
    }
  });

  it('takes the name where digits may hold the country code or not', () => {
    const row = rowAt(1);
    const numbers = new NumberLookUp([row]);
    const contact = contactOf(row);
    numbers.see([
      { ...contact, cellPhone: { phoneNumber: `91${row.values.cellPhoneNumber ?? ''}`, countryCode: '+91' } },
    ]);
    assert.equal(numbers.found.get(row)?.id, contact.id);
  });

  it('lets one contact stand for every row with its number', () => {
    const twins = [rowAt(1), rowAt(2, rowAt(1).values.cellPhoneNumber)];
    const numbers = new NumberLookUp([...twins, rowAt(3)]);
    const contact = contactOf(rowAt(1));
    numbers.see([contact]);
    assert.deepEqual(
      [...numbers.found.keys()].map(({ index }) => index),
      [1, 2],
    );
    assert.equal(numbers.foundAll, false);
    numbers.see([contactOf(rowAt(3))]);
    assert.equal(numbers.foundAll, true);
  });

  it('keeps the first contact that it sees', () => {
    const row = rowAt(1);
    const numbers = new NumberLookUp([row]);
    numbers.see([contactOf(row, 'first'), contactOf(row, 'second')]);
    numbers.see([contactOf(row, 'third')]);
    assert.equal(numbers.found.get(row)?.id, 'first');
  });

  it('finds nobody by a name alone, nor a row without a number', () => {
    const rows = [rowAt(1), rowAt(2, '')];
    const numbers = new NumberLookUp(rows);
    numbers.see([contactOf(rowAt(1, '9999999999')), contactOf(rowAt(2, '')), { id: 'bare' }]);
    assert.equal(numbers.found.size, 0);
  });

  it('has found all of no rows', () => {
    assert.equal(new NumberLookUp([]).foundAll, true);
    assert.equal(new NumberLookUp(rowsOf(1)).foundAll, false);
  });
});

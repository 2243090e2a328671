import assert from 'node:assert/strict';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';

const phones = createPhoneNumbers();

describe('numbering plans', () => {
  it('know countries and their calling codes', () => {
    const countries = phones.countries();
    assert.ok(countries.length > 200);
    assert.ok(countries.some(({ iso, callingCode }) => iso === 'IN' && callingCode === '91'));
    for (const { iso, callingCode } of countries) {
      assert.equal(phones.callingCodeOf(iso.toLowerCase()), callingCode);
      assert.ok(phones.isCallingCode(callingCode));
    }
    for (const none of ['XX', 'IND', '', 'constructor']) assert.equal(phones.callingCodeOf(none), undefined);
  });

  it('describe a valid number, however it is written', () => {
    const mumbai = { international: '+91 98765 43210', country: 'IN', kind: 'mobile' };
    for (const number of ['9876543210', '09876543210', '+919876543210', '00919876543210'])
      assert.deepEqual(phones.describe(number, '91'), mumbai, number);
    assert.equal(phones.describe('8002345678', '1')?.kind, 'tollFree');
  });

  it('read 00 and a country code as a map does, whatever prefix a carrier of the country has', () => {
    const number = '0082 (0)10 2000 1234';
    assert.equal(phones.e164(number, '82'), '821020001234');
    assert.equal(phones.check(number, '82'), 'valid');
    assert.equal(phones.describe(number, '82')?.international, '+82 10 2000 1234');
    assert.deepEqual(phones.prefixOf(number, '82')?.national, '1020001234');
    assert.equal(phones.check('0082 10 2000 1234', '91'), 'otherCountry');
  });

  it('describe no other number, and none of an unknown calling code', () => {
    for (const [number, code] of [
      ['12', '91'],
      ['', '91'],
      ['n/a', '91'],
      ['9876543210', '999'],
      ['9876543210', ''],
    ] as const) {
      assert.equal(phones.describe(number, code), undefined, number);
    }
  });
});

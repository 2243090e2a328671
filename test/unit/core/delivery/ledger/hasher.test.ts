import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { Hasher, newHashKey } from '../../../../../src/core/delivery';
import type { ContactValues } from '../../../../../src/core/contact/contact';
import { numberIn } from '../../../../../src/core/delivery/ledger/entries';
import { contactOf, rowAt } from '../../../../support/delivery/rows';
import { plans } from '../../../../support/delivery/knowledge';

describe('the hasher', () => {
  const hasher = new Hasher('a key', plans);
  const { values } = rowAt(1);

  it('gives a row 22 characters by its values, wherever its columns stand', () => {
    assert.match(hasher.row(values), /^[\w-]{22}$/);
    const turned = Object.fromEntries(Object.entries(values).reverse());
    assert.equal(hasher.row(turned), hasher.row({ ...values }));
  });

  it('stays what it is, or older ledgers could not be read', () => {
    assert.equal(hasher.row(values), 'TbkTyBeh-wjXZetmVsuAQh');
    assert.equal(hasher.key, 'leJ4rpPsQcY');
  });

  it('tells by the second half whether the number is the same, however it is written, and nothing else', () => {
    const number = (more: ContactValues) => numberIn(hasher.row({ ...values, ...more }));
    const own = number({});
    for (const same of [
      { firstName: 'another', lastName: '', salutation: 'Mrs', cellPhoneExtension: '' },
      { cellPhoneNumber: '90000 00001' },
      { cellPhoneNumber: '+91-9000000001', cellPhoneCountryCode: '' },
      { cellPhoneCountryCode: '0091' },
    ])
      assert.equal(number(same), own, JSON.stringify(same));
    for (const other of [{ cellPhoneNumber: '9000000002' }, { cellPhoneCountryCode: '+1' }])
      assert.notEqual(number(other), own, JSON.stringify(other));
  });

  it('tells by a contact’s number whether it is that of a row', () => {
    assert.equal(hasher.number(contactOf(rowAt(1))), numberIn(hasher.row(values)));
    assert.notEqual(hasher.number(contactOf(rowAt(2))), numberIn(hasher.row(values)));
    for (const phoneNumber of ['', 'none', undefined])
      assert.equal(hasher.number({ cellPhone: { phoneNumber } }), undefined);
  });

  it('takes rows whose numbers cannot be compared for the same only as a whole', () => {
    const masked = { ...values, cellPhoneNumber: 'none' };
    assert.equal(hasher.row(masked), hasher.row({ ...masked }));
    assert.notEqual(numberIn(hasher.row(masked)), numberIn(hasher.row({ ...masked, salutation: 'Mrs' })));
  });

  it('tells every value from another, and from the one in the next column', () => {
    const all = [
      values,
      { ...values, firstName: 'row2' },
      { ...values, firstName: '', lastName: 'row1test' },
      { ...values, firstName: 'row1","test', lastName: '' },
      { ...values, cellPhoneExtension: '' },
      {},
    ].map((one) => hasher.row(one));
    assert.equal(new Set(all).size, all.length);
  });

  it('takes a missing column for an empty one', () => {
    const { salutation, ...rest } = values;
    assert.equal(salutation, 'Mr');
    assert.equal(hasher.row(rest), hasher.row({ ...values, salutation: '' }));
  });

  it('tells nothing without the key, and which key it was with it', () => {
    const other = new Hasher('another key', plans);
    const digest = createHash('sha256').update('file').digest();
    assert.notEqual(other.row(values), hasher.row(values));
    assert.notEqual(other.file(digest), hasher.file(digest));
    assert.notEqual(other.key, hasher.key);
    assert.equal(new Hasher('a key', plans).key, hasher.key);
    assert.equal(new Hasher('a key', plans).file(digest), hasher.file(digest));
    assert.match(hasher.file(digest), /^[\w-]{11}$/);
  });

  it('makes keys of 256 bits, each another one', () => {
    assert.match(newHashKey(), /^[\w-]{43}$/);
    assert.notEqual(newHashKey(), newHashKey());
  });
});

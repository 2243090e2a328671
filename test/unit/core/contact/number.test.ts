import assert from 'node:assert/strict';
import { fullNumber, fullNumberWithoutZeros, possibleNumbers } from '../../../../src/core/contact/number';

describe('numbers as keys', () => {
  const same: readonly (readonly [countryCode: string, number: string])[] = [
    ['+91', '9876543210'],
    ['91', '98765 43210'],
    ['0091', '(98765) 432-10'],
    ['(+91)', '+919876543210'],
    ['+91', ' + 91 98765 43210'],
    ['+91', '00919876543210'],
    ['', '+919876543210'],
  ];
  for (const [countryCode, number] of same)
    it(`full number of ${countryCode} ${number}`, () => {
      assert.equal(fullNumber({ countryCode, number }), '919876543210');
    });

  it('keeps the zeros of a national number, which belong to it in Italy', () => {
    assert.equal(fullNumber({ countryCode: '+39', number: '06 1234567' }), '39061234567');
  });

  for (const number of ['9876543210', '09876543210', '009876543210', '+91 0 9876543210', '+91 (0)9876543210'])
    it(`without zeros: +91 ${number}`, () => {
      assert.equal(fullNumberWithoutZeros({ countryCode: '+91', number }), '919876543210');
    });

  it('trusts a plus more than the country code beside it', () => {
    const spelled = { countryCode: '+91', number: '+49 30 1234567' };
    assert.equal(fullNumber(spelled), '49301234567');
    assert.deepEqual(possibleNumbers(spelled), ['49301234567']);
  });

  it('reads digits that begin with the code in both ways', () => {
    const readings = possibleNumbers({ countryCode: '+91', number: '9198765432' });
    assert.deepEqual([...readings].sort(), ['919198765432', '9198765432']);
  });

  for (const number of ['', ' ', '+', '000', 'none'])
    it(`makes no key of ${JSON.stringify(number)} without zeros`, () => {
      assert.equal(fullNumberWithoutZeros({ countryCode: '+91', number }), undefined);
      assert.deepEqual(possibleNumbers({ countryCode: '+91', number }), []);
    });

  it('makes no full number without digits', () => {
    assert.equal(fullNumber({ countryCode: '+91', number: 'none' }), undefined);
  });
});

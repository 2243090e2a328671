import assert from 'node:assert/strict';
import { getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { seeded } from '../../../bench/random';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';

const phones = createPhoneNumbers();

/** A mobile number of each country of the library: the examples of its own data. */
const mobiles = phones.countries().flatMap(({ iso, callingCode }) => {
  const number = getExampleNumber(iso as Parameters<typeof getExampleNumber>[0], examples);
  return number ? [{ iso, callingCode, national: number.nationalNumber }] : [];
});

describe('the country code written into the number', () => {
  it('is known in every country of the library', () => {
    assert.ok(mobiles.length > 240, `${mobiles.length} countries`);
  });

  /** There a zero belongs to some numbers, and the example with a zero is one of them. */
  const zeroBelongs = ['AC', 'IT', 'VA'];
  for (const [form, before, behind, ...others] of [
    ['without a mark', '', ''],
    ['with a plus', '+', ''],
    ['with two zeros', '00', ''],
    ['with a plus, and a trunk zero behind it', '+', '0', ...zeroBelongs],
    ['with two zeros, and a trunk zero behind it', '00', '0', ...zeroBelongs],
    ['with a trunk zero behind it', '', '0', ...zeroBelongs],
    ['with one zero before it', '0', ''],
  ] as const) {
    it(`${form}: in every country${others.length > 0 ? ` but ${others.join(', ')}` : ''}`, () => {
      const silent = mobiles.flatMap(({ iso, callingCode, national }) => {
        const found = phones.prefixOf(`${before}${callingCode}${behind}${national}`, callingCode);
        return found?.callingCode === callingCode && found.national === national ? [] : [iso];
      });
      assert.deepEqual(silent, others);
    });
  }

  it('is perhaps one in front of any number of any country: none is left out', () => {
    const random = seeded(1);
    const left: string[] = [];
    const possible = new Set<string>();
    for (const { iso, callingCode, national } of mobiles) {
      for (let round = 0; round < 60; round++) {
        const length = 5 + random.below(national.length);
        const digits = Array.from({ length }, () => random.below(10)).join('');
        if (digits.startsWith('0') || phones.e164(digits, callingCode) !== callingCode + digits) continue;
        if (phones.check(digits, callingCode) !== 'valid') continue;
        const found = phones.prefixOf(callingCode + digits, callingCode);
        if (found?.national !== digits) left.push(`${iso} ${digits}`);
        else if (!found.isSure) possible.add(iso);
      }
    }
    assert.deepEqual(left, []);
    assert.ok(
      ['DE', 'ID', 'SE', 'AT', 'FI'].every((iso) => possible.has(iso)),
      [...possible].join(),
    );
  });

  it('is none for sure in a national number, with and without its trunk zero', () => {
    const wrong = mobiles.filter(({ callingCode, national }) =>
      [national, `0${national}`].some((number) => phones.prefixOf(number, callingCode)?.isSure === true),
    );
    assert.deepEqual(
      wrong.map(({ iso, national }) => [iso, national]),
      [],
    );
  });
});

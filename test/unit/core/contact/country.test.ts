import assert from 'node:assert/strict';
import { countryCallingCode } from '../../../../src/core/contact/callingCode';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import { twoLetterCode } from '../../../../src/core/contact/threeLetterCodes';

const phones = createPhoneNumbers();

describe('countryCallingCode', () => {
  for (const [text, expected, language] of [
    ['IN', '91'],
    ['in', '91'],
    ['IND', '91'],
    ['India', '91'],
    ['+91', '91'],
    ['0091', '91'],
    ['India (+91)', '91'],
    ['India +92', undefined],
    ['0044 India', undefined],
    ['Kazakhstan (+997)', undefined],
    ['Germany, 2', undefined],
    ['Korea, Republic of', '82'],
    ['Taiwan, Province of China', '886'],
    ['Congo, The Democratic Republic of the', '243'],
    ['Virgin Islands, British', '1'],
    ['The Gambia', '220'],
    ['United States', '1'],
    ['USA', '1'],
    ['U.S.A.', '1'],
    ['UK', '44'],
    ['GBR', '44'],
    ['Deutschland', '49'],
    ['Österreich', '43'],
    ['ドイツ', '49', 'ja'],
    ['印度', '91', 'zh-cn'],
    ['Германия', '49', 'ru'],
    ['Германия', undefined, 'en'],
    ['Congo', undefined],
    ['COD', '243'],
    ['Congo-Brazzaville', '242'],
    ['NA', undefined],
    ['ZZZ', undefined],
    ['Atlantis', undefined],
    ['', undefined],
  ] as const) {
    it(`reads ${JSON.stringify(text)}${language ? ` in ${language}` : ''}`, () =>
      assert.equal(countryCallingCode(text, phones, language), expected));
  }
});

describe('codes of three letters', () => {
  it('are those of all countries with numbers, but for two that ISO has none of', () => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const known = new Set<string | undefined>();
    for (const a of letters)
      for (const b of letters) for (const c of letters) known.add(twoLetterCode(a + b + c));
    const without = phones.countries().filter(({ iso }) => !known.has(iso));
    assert.deepEqual(
      without.map(({ iso }) => iso),
      ['AC', 'TA'],
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import { ValidDigits } from '../../../../src/core/contact/validDigits';
import { runs } from '../../../support/long';

const countries = getCountries();
const validDigits = new ValidDigits();
const digit = fc.integer({ min: 0, max: 9 }).map(String);

function isValid(number: string, callingCode: string): boolean {
  const parsed = parsePhoneNumberFromString(number, { defaultCallingCode: callingCode, extract: false });
  return parsed?.countryCallingCode === callingCode && parsed.ext === undefined && parsed.isValid();
}

/** Numbers in all distances from valid ones: of any kind, and of the code's countries or not. */
const asked = fc.constantFrom(...countries).chain((country) =>
  fc.record({
    callingCode: fc.constant(getCountryCallingCode(country)),
    number: fc.oneof(
      // Ends are free in most plans, and starts are what a plan is about.
      fc
        .tuple(
          fc.nat({ max: 8 }),
          fc.array(digit, { minLength: 1, maxLength: 5 }),
          fc.constantFrom('', '0', '1'),
        )
        .map(([place, digits, front]) => {
          const example = examples[country];
          return front + example.slice(0, place) + digits.join('') + example.slice(place + digits.length);
        }),
      fc.array(digit, { minLength: 1, maxLength: 17 }).map((digits) => digits.join('')),
      fc
        .array(digit, { minLength: examples[country].length, maxLength: examples[country].length })
        .map((digits) => digits.join('')),
    ),
  }),
);

describe('valid digits (property)', () => {
  it('are valid for the library too', () => {
    let surely = 0;
    fc.assert(
      fc.property(asked, ({ number, callingCode }) => {
        if (!validDigits.has(number, callingCode)) return;
        surely++;
        assert.ok(isValid(number, callingCode), `${callingCode} ${number}`);
      }),
      { numRuns: runs(30_000) },
    );
    assert.ok(surely > runs(3_000), `${surely} were told without the library`);
  });

  it('are most of the valid numbers: the example of nearly every country', () => {
    const slow = countries.filter(
      (country) => !validDigits.has(examples[country], getCountryCallingCode(country)),
    );
    // Argentina turns numbers round, and one of Kazakhstan begins like its country code.
    assert.deepEqual(slow, ['AR', 'KZ']);
  });

  it('change no verdict', () => {
    const phones = createPhoneNumbers();
    fc.assert(
      fc.property(asked, ({ number, callingCode }) => {
        assert.equal(phones.check(number, callingCode) === 'valid', isValid(number, callingCode));
      }),
      { numRuns: runs(10_000) },
    );
  });

  it('are never told of what is not written in digits, nor of codes that no country has', () => {
    for (const number of ['98765 43210', '+919876543210', '', '9'.repeat(200), '9876543210x']) {
      assert.equal(validDigits.has(number, '91'), false, number);
    }
    for (const code of ['999', '', '800']) assert.equal(validDigits.has('9876543210', code), false, code);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isTooLong, plainNumber } from '../../../../src/core/spreadsheet/numberText';

describe('a number of a sheet', () => {
  for (const [written, plain] of [
    ['9876543210', '9876543210'],
    ['9876543210.0', '9876543210'],
    ['9.87654321E9', '9876543210'],
    ['9.87654321e+09', '9876543210'],
    ['919876543210', '919876543210'],
    ['1.2345678901234568E+17', '123456789012345680'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', '1234567890123456'],
    ['1E+21', '1000000000000000000000'],
    ['-5', '-5'],
    ['+5', '5'],
    ['-0', '0'],
    ['0', '0'],
    ['000', '0'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1.50', '1.5'],
    ['1.5E-3', '0.0015'],
    ['12E-1', '1.2'],
    // As Excel writes 1.1, 0.1 and 0.000123: the double, not what was typed.
    ['1.1000000000000001', '1.1'],
    ['0.10000000000000001', '0.1'],
    ['1.2300000000000001E-4', '0.000123'],
    ['9876543210.1000004', '9876543210.1'],
  ] as const) {
    it(`${written} is ${plain}`, () => assert.equal(plainNumber(written), plain));
  }

  for (const written of [
    '',
    '.',
    'e5',
    '#N/A',
    '0x1F',
    '1,5',
    '1 5',
    'NaN',
    'Infinity',
    '1E999999999',
    '٣',
  ]) {
    it(`“${written}” is none`, () => assert.equal(plainNumber(written), undefined));
  }

  it('has more digits than a spreadsheet keeps from the sixteenth in front of its point on', () => {
    const long = (number: string) => isTooLong(number);
    assert.deepEqual(['123456789012345', '-123456789012345', '1234567890.123456'].map(long), [
      false,
      false,
      false,
    ]);
    assert.deepEqual(['1234567890123456', '-1234567890123456'].map(long), [true, true]);
  });

  it('is the same however it is spelled', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 21n }), fc.nat(21), (number, places) => {
        const digits = number.toString().padStart(places + 1, '0');
        const mantissa = `${digits.slice(0, digits.length - places)}.${digits.slice(digits.length - places)}`;
        assert.equal(plainNumber(`${mantissa}E+${places}`), number.toString());
        assert.equal(plainNumber(`${number}.000`), number.toString());
      }),
    );
  });

  it('is the same double when it is a fraction', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        const plain = plainNumber(number.toPrecision(17));
        assert.ok(plain);
        assert.match(plain, /^-?\d+(?:\.\d*[1-9])?$/);
        assert.equal(Number(plain), number === 0 ? 0 : number);
      }),
    );
  });
});

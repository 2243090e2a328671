import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FirstLines } from '../../../../src/core/files/firstLines';

describe('FirstLines', () => {
  it('remembers the first line of each key, zeros in front and length included', () => {
    const lines = new FirstLines(200_000);
    assert.equal(lines.claim('919876543210', 2), undefined);
    assert.equal(lines.claim('0919876543210', 3), undefined);
    assert.equal(lines.claim('', 4), undefined);
    assert.equal(lines.claim('0', 5), undefined);
    assert.equal(lines.claim('999999999999999', 6), undefined);
    assert.equal(lines.claim('9999999999999990', 7), undefined);
    assert.equal(lines.claim('9999999999999991', 8), undefined);
    assert.deepEqual(
      [
        '919876543210',
        '0919876543210',
        '',
        '0',
        '999999999999999',
        '9999999999999990',
        '9999999999999991',
      ].map((digits) => lines.claim(digits, 9)),
      [2, 3, 4, 5, 6, 7, 8],
    );
    assert.ok(lines.isComplete);
  });

  it('remembers as a Map does', () => {
    const digits = fc.oneof(
      fc.integer({ min: 0, max: 300 }).map(String),
      fc.integer({ min: 0, max: 3000 }).map((number) => `91987654${String(number).padStart(4, '0')}`),
      fc.stringMatching(/^\d{14,17}$/),
    );
    fc.assert(
      fc.property(fc.array(digits, { minLength: 500, maxLength: 5000 }), (keys) => {
        const lines = new FirstLines(10_000);
        const expected = new Map<string, number>();
        for (const [index, key] of keys.entries()) {
          assert.equal(lines.claim(key, index + 2), expected.get(key));
          if (!expected.has(key)) expected.set(key, index + 2);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('holds a hundred thousand numbers in a row, and the highest line', () => {
    const lines = new FirstLines(200_000);
    const key = (index: number) => String(919_000_000_000 + index * 10);
    for (let index = 0; index < 100_000; index++) assert.equal(lines.claim(key(index), index + 1), undefined);
    for (let index = 0; index < 100_000; index++) assert.equal(lines.claim(key(index), 7), index + 1);
    assert.equal(lines.claim('1', 2 ** 32 - 1), undefined);
    assert.equal(lines.claim('1', 1), 2 ** 32 - 1);
  });

  it('says so when there is no room for a key, and still knows those that it has', () => {
    const lines = new FirstLines(0);
    const known: number[] = [];
    for (let index = 0; lines.isComplete; index++) {
      assert.equal(lines.claim(String(index), index + 1), undefined);
      known.push(index);
    }
    const last = known.pop() ?? 0;
    assert.ok(known.length > 5000 && known.length < 15_000, `${known.length} keys`);
    for (const index of known) assert.equal(lines.claim(String(index), 0), index + 1);
    assert.equal(lines.claim(String(last), 0), undefined);
  });
});

import assert from 'node:assert/strict';
import { editDistance } from '../../../../src/core/contact/editDistance';

describe('editDistance', () => {
  for (const [a, b, distance] of [
    ['', '', 0],
    ['', 'abc', 3],
    ['phone', 'phone', 0],
    ['phone', 'phne', 1],
    ['phone', 'phonne', 1],
    ['phone', 'phane', 1],
    ['phone', 'pohne', 1],
    ['frist', 'first', 1],
    ['username', 'surname', 2],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ] as const) {
    it(`is ${distance} between “${a}” and “${b}”, both ways`, () => {
      assert.equal(editDistance(a, b), distance);
      assert.equal(editDistance(b, a), distance);
    });
  }
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textOrder } from '../../../src/webview/results/textOrder';

/** The order that `sort()` gives. */
const expected = (texts: readonly string[]) =>
  texts
    .map((text, index) => ({ text, index }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.index - b.index))
    .map(({ index }) => index);

describe('order of many texts', () => {
  it('is that of their units, equal ones as they stood', () => {
    const unit = fc.constantFrom('a', 'b', '\0', 'ü', '\uffff', '😀');
    const text = fc.oneof(
      fc.string({ unit, maxLength: 30 }),
      fc.constantFrom('', 'abab', 'aaaaaaaaaaaaaaaaaaaaaaab'),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 120 }), (texts) =>
        assert.deepEqual([...textOrder(texts)], expected(texts)),
      ),
      { numRuns: 200 },
    );
  });

  it('is found for 20,000 with much in common, or nothing at all', () => {
    const ids = Array.from(
      { length: 20_000 },
      (_, index) => `63c7cfaf196ce9${((index * 7919) % 20_000).toString(16).padStart(10, '0')}`,
    );
    const same = ids.map((_, index) => (index % 3 === 0 ? '' : 'the same'));
    for (const texts of [ids, same]) assert.deepEqual([...textOrder(texts)], expected(texts));
  });
});

import assert from 'node:assert/strict';
import { EarlierRows } from '../../../../../src/core/delivery';
import { PastFinder } from '../../../../../src/core/delivery/ledger/pastFinder';

/** The hash of a row with some values and a number, one letter each. */
const row = (values: string, number: string) => values.repeat(11) + number.repeat(11);

/** What is told of the rows of a file, of what some imports tell of these. */
function found(
  file: readonly string[],
  told: readonly (readonly [string, 'created' | 'present' | 'refused'])[],
) {
  const earlier = new EarlierRows((hash) => file.includes(hash));
  for (const [hash, is] of told) earlier.add(hash, { is });
  const finder = new PastFinder(earlier);
  return file.map((hash) => {
    const past = finder.next(hash);
    return past && `${past.told.is}${past.isEdited ? ', edited' : ''}`;
  });
}

describe('what is told of the rows of a file', () => {
  it('is found by all of their values, and otherwise by their number', () => {
    assert.deepEqual(
      found(
        [row('a', '1'), row('x', '2'), row('y', '3')],
        [
          [row('a', '1'), 'created'],
          [row('b', '2'), 'present'],
        ],
      ),
      ['created', 'present, edited', undefined],
    );
  });

  it('is taken by one row alone where a number belongs to several people, those that were not edited first', () => {
    const told = [
      [row('a', '1'), 'created'],
      [row('b', '1'), 'present'],
    ] as const;
    assert.deepEqual(found([row('x', '1'), row('b', '1'), row('y', '1')], told), [
      'created, edited',
      'present',
      undefined,
    ]);
    assert.deepEqual(found([row('a', '1'), row('b', '1'), row('x', '1')], told), [
      'created',
      'present',
      undefined,
    ]);
  });

  it('is told once of a row that several imports have sent', () => {
    assert.deepEqual(
      found(
        [row('x', '1'), row('y', '1')],
        [
          [row('a', '1'), 'present'],
          [row('a', '1'), 'created'],
        ],
      ),
      ['created, edited', undefined],
    );
  });

  it('is nothing of one that was refused by itself, and then mended', () => {
    assert.deepEqual(found([row('x', '1')], [[row('a', '1'), 'refused']]), [undefined]);
  });
});

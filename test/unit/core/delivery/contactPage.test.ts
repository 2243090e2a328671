import assert from 'node:assert/strict';
import { readContactPage } from '../../../../src/core/delivery/contactPage';

/** What a page without contacts says of the list. */
function told(fields: object) {
  const page = readContactPage({ results: [], ...fields });
  assert.ok(page);
  const { contacts, ...rest } = page;
  assert.deepEqual(contacts, []);
  return rest;
}

describe('what a page of contacts says of the list', () => {
  it('is its documented fields', () => {
    const documented = { skip: 0, limit: 10, hasMore: false, totalPages: 2, totalResults: 12 };
    assert.deepEqual(told(documented), { skip: 0, hasMore: false, totalPages: 2, totalResults: 12 });
    assert.deepEqual(told({}), {});
    const empty = { skip: null, hasMore: '', totalPages: null, totalResults: null, errors: [], error: null };
    assert.deepEqual(told(empty), {});
  });

  it('is a number as text too', () => {
    assert.deepEqual(told({ skip: '0', totalPages: ' 2', totalResults: '12.0' }), {
      skip: 0,
      totalPages: 2,
      totalResults: 12,
    });
  });

  it('is that there is more, by any sign in any type', () => {
    for (const hasMore of [true, 'true', 'True', 1, '1', 'yes', 'maybe', { page: 2 }])
      assert.deepEqual(told({ hasMore }), { hasMore: true }, JSON.stringify(hasMore));
    for (const hasMore of [false, 'false', 'False ', 0, '0', 'no', {}])
      assert.deepEqual(told({ hasMore }), { hasMore: false }, JSON.stringify(hasMore));
    for (const more of [
      { hasNext: true },
      { has_next_page: 'true' },
      { next: '/contacts?skip=10' },
      { moreResults: 1 },
    ])
      assert.deepEqual(told(more), { hasMore: true }, JSON.stringify(more));
    assert.deepEqual(told({ hasMore: false, nextPage: null, next: '' }), { hasMore: false });
  });

  it('is odd where it cannot be read', () => {
    for (const odd of [
      ...[{ totalResults: 'thirty-one' }, { totalResults: -1 }, { totalResults: 1.5 }, { totalResults: {} }],
      ...[{ totalPages: 'many' }, { skip: 'x' }, { skip: [] }, { totalResults: true }],
    ])
      assert.deepEqual(told(odd), { isOdd: true }, JSON.stringify(odd));
  });

  it('is odd where it contradicts itself, or speaks of an error', () => {
    assert.equal(told({ hasMore: false, next: 'abc' }).isOdd, true);
    assert.equal(told({ totalResults: 12, total: 13 }).isOdd, true);
    assert.equal(told({ totalResults: 12, total: '12' }).isOdd, undefined);
    for (const failed of [{ errors: [{ msg: '1 shard failed' }] }, { error: 'x' }, { success: 'no' }])
      assert.deepEqual(told(failed), { isOdd: true });
  });
});

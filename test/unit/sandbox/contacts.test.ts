import assert from 'node:assert/strict';

import { assertError, contactsUrl, importRows, jane, john, token, useSandbox } from './support';

interface Page {
  readonly results: { readonly firstName: string }[];
}

describe('sandbox: list of contacts', () => {
  const sandbox = useSandbox();
  const get = (query: string) =>
    fetch(contactsUrl(sandbox()) + query, { headers: { auth: token(sandbox()) } });
  const page = async (query: string) => {
    const response = await get(query);
    assert.equal(response.status, 200);
    const body = (await response.json()) as Page;
    return { ...body, results: body.results.map(({ firstName }) => firstName) };
  };
  const importNamed = (...names: string[]) =>
    importRows(sandbox(), ...names.map((name, index) => `${name},b,Mr,${9_000_000_000 + index},+91,+`));

  it('is one empty page of nothing at first', async () => {
    assert.deepEqual(await (await get('')).json(), {
      results: [],
      skip: 0,
      limit: 50,
      hasMore: false,
      totalPages: 0,
      totalResults: 0,
    });
  });

  it('holds the contacts as the import answered them', async () => {
    const created = await importRows(sandbox(), john, jane);
    const { results } = (await (await get('')).json()) as Page;
    assert.deepEqual(results, created);
  });

  it('is paged by skip and limit', async () => {
    await importNamed('a', 'b', 'c', 'd', 'e');
    const total = { totalPages: 3, totalResults: 5 };
    assert.deepEqual(await page('?skip=0&limit=2'), {
      results: ['a', 'b'],
      skip: 0,
      limit: 2,
      hasMore: true,
      ...total,
    });
    assert.deepEqual(await page('?limit=2&skip=3'), {
      results: ['d', 'e'],
      skip: 3,
      limit: 2,
      hasMore: false,
      ...total,
    });
    assert.deepEqual(await page('?skip=7&limit=2'), {
      results: [],
      skip: 7,
      limit: 2,
      hasMore: false,
      ...total,
    });
  });

  it('gives fifty a page when no limit is named', async () => {
    await importNamed(...Array.from({ length: 51 }, () => 'a'));
    const { results, hasMore, totalPages } = (await (await get('')).json()) as Page & {
      hasMore: boolean;
      totalPages: number;
    };
    assert.deepEqual([results.length, hasMore, totalPages], [50, true, 2]);
  });

  for (const query of ['?limit=0', '?limit=', '?limit=ten', '?limit=1.5', '?skip=-1', '?skip=1e3']) {
    it(`refuses ${query}`, async () => {
      await assertError(
        sandbox(),
        await get(query),
        412,
        /^Invalid arguments: (skip|limit) must be a whole number from [01]$/,
        412,
      );
    });
  }
});

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

describe('sandbox: list of contacts with a cap', () => {
  const sandbox = useSandbox({ pageSizeCap: 2 });
  const pages = async (limit: string) => {
    const found: unknown[] = [];
    for (let skip = 0; ;) {
      const response = await fetch(`${contactsUrl(sandbox())}?skip=${skip}${limit}`, {
        headers: { auth: token(sandbox()) },
      });
      const { results, ...counts } = (await response.json()) as Page & { hasMore: boolean };
      found.push({ ...counts, results: results.map(({ firstName }) => firstName) });
      if (!counts.hasMore) return found;
      skip += results.length;
    }
  };
  beforeEach(() =>
    importRows(sandbox(), ...['a', 'b', 'c'].map((name, index) => `${name},b,Mr,900000000${index},+91,+`)),
  );

  for (const limit of ['', '&limit=3', '&limit=2']) {
    it(`gives no more a page, and says so, ${limit === '' ? 'without a limit' : `for ${limit}`}`, async () => {
      const counts = { limit: 2, totalPages: 2, totalResults: 3 };
      assert.deepEqual(await pages(limit), [
        { ...counts, skip: 0, hasMore: true, results: ['a', 'b'] },
        { ...counts, skip: 2, hasMore: false, results: ['c'] },
      ]);
    });
  }

  it('gives fewer where fewer are asked for', async () => {
    assert.equal((await pages('&limit=1')).length, 3);
  });
});

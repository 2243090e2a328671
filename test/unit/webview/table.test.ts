import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ResultRow } from '../../../src/protocol/results';
import { createFormat } from '../../../src/webview/shared/format';
import { nextSort, type Sort } from '../../../src/webview/results/sort';
import { fold, foldAll } from '../../../src/webview/results/search';
import { Table } from '../../../src/webview/results/table';
import { contact, missing, packed, resultsOf, sampleRows } from '../../support/page/results';

const format = createFormat('en');
const tableOf = (rows: readonly ResultRow[]) => new Table(packed(rows), resultsOf(rows).counts, format);
const find = (rows: readonly ResultRow[], filter: string) => tableOf(rows).view({ filter });

describe('results page: filter', () => {
  it('folds case and accents, also when they are written apart', () => {
    assert.equal(fold('MÜLLER'), 'muller');
    assert.equal(fold('Mu\u0308ller'), 'muller');
    assert.equal(fold('Ángel Núñez'), 'angel nunez');
    assert.equal(fold('Ελένη'), fold('ΕΛΕΝΗ'));
    for (const texts of [['MÜLLER', '', 'Ab'], ['A\0B', 'É'], []])
      assert.deepEqual(foldAll(texts), texts.map(fold));
  });

  it('folds any text as a whole as it folds its letters, and many texts as each', () => {
    const unit = fc.oneof(
      fc.constantFrom('\0', 'Σ', 'İ', '\u0308', '가', 'ﬃ', 'a'),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.string({ unit, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), (texts) => {
        const folded = texts.map((one) => one.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
        assert.deepEqual(texts.map(fold), folded);
        assert.deepEqual(foldAll(texts), folded);
      }),
    );
  });

  it('finds a row by any of its cells as they are shown', () => {
    const rows = [contact(0), missing(1), contact(2, { id: 'abc-9', extension: '091' })];
    assert.deepEqual(find(rows, 'zoe'), [0]);
    assert.deepEqual(find(rows, 'NOT RETURNED'), [1]);
    assert.deepEqual(find(rows, 'abc-9'), [2]);
    assert.deepEqual(find(rows, '091'), [2]);
    assert.deepEqual(find(rows, 'Jan 18'), [0, 2]);
    assert.deepEqual(find(rows, '   '), [0, 1, 2]);
    assert.deepEqual(find(rows, 'nobody'), []);
  });

  it('finds a row by its message, in any spelling', () => {
    const rows = [contact(0), missing(1, { outcome: 'refused', message: 'Número\nno válido' })];
    assert.deepEqual(find(rows, 'numero VALIDO'), [1]);
    assert.deepEqual(find(rows, 'refused valido jane'), [1]);
    assert.deepEqual(find(rows, '+91 numero núñez'), []);
  });

  it('wants every typed word, wherever it stands, and none across two cells', () => {
    const rows = [contact(0), contact(1, { salutation: 'ab', firstName: 'cd' })];
    assert.deepEqual(find(rows, 'muller +49'), [0]);
    assert.deepEqual(find(rows, 'muller +91'), []);
    assert.deepEqual(find(rows, 'abcd'), []);
  });

  it('takes what is typed as text, not as a pattern', () => {
    const rows = [contact(0, { firstName: 'a.c' }), contact(1, { firstName: 'abc' })];
    assert.deepEqual(find(rows, 'a.c'), [0]);
    assert.deepEqual(find(rows, '('), []);
  });

  it('narrows to one outcome, together with the text', () => {
    const table = tableOf([contact(0), missing(1), missing(5)]);
    assert.deepEqual(table.view({ filter: '', outcome: 'notReturned' }), [1, 2]);
    assert.deepEqual(table.view({ filter: 'jane', outcome: 'notReturned' }), [1]);
    assert.deepEqual(
      [...table.counts()],
      [
        ['created', 1],
        ['notReturned', 2],
      ],
    );
  });
});

describe('results page: sort', () => {
  const order = (rows: readonly ResultRow[], sort: Sort) => tableOf(rows).view({ filter: '', sort });

  it('goes from ascending to descending to the file’s order, and starts anew on another column', () => {
    const first = nextSort(undefined, 'lastName');
    assert.deepEqual(first, { column: 'lastName', descending: false });
    const second = nextSort(first, 'lastName');
    assert.deepEqual(second, { column: 'lastName', descending: true });
    assert.equal(nextSort(second, 'lastName'), undefined);
    assert.deepEqual(nextSort(second, 'id'), { column: 'id', descending: false });
  });

  it('compares as the language does, and digits as numbers', () => {
    const rows = ['z10', 'Z9', 'ä', 'b', 'A'].map((lastName, place) => contact(place, { lastName }));
    assert.deepEqual(order(rows, { column: 'lastName', descending: false }), [4, 2, 3, 1, 0]);
    assert.deepEqual(order(rows, { column: 'lastName', descending: true }), [0, 1, 3, 2, 4]);
    const names = ['ö', 'z', 'a'].map((lastName, place) => contact(place, { lastName }));
    const swedish = new Table(packed(names), resultsOf(names).counts, createFormat('sv'));
    const sort = { column: 'lastName', descending: false } as const;
    assert.deepEqual(swedish.view({ filter: '', sort }), [2, 1, 0]);
  });

  it('puts rows without a value last in both directions', () => {
    const rows = [missing(0), contact(1, { id: 'b' }), contact(2, { id: 'a' }), missing(3)];
    assert.deepEqual(order(rows, { column: 'id', descending: false }), [2, 1, 0, 3]);
    assert.deepEqual(order(rows, { column: 'id', descending: true }), [1, 2, 0, 3]);
    const lines = [contact(0, { line: null }), contact(1, { line: 10 }), contact(2, { line: 9 })];
    assert.deepEqual(order(lines, { column: 'line', descending: false }), [2, 1, 0]);
    assert.deepEqual(order(lines, { column: 'line', descending: true }), [1, 2, 0]);
  });

  it('sorts times by time, and outcomes by urgency', () => {
    const times = ['2023-01-18T12:00:00+05:00', 'never', '2023-01-18T08:00:00Z'];
    const rows = times.map((createdAt, place) => contact(place, { createdAt }));
    assert.deepEqual(order(rows, { column: 'createdAt', descending: false }), [0, 2, 1]);
    const outcomes = (['created', 'notReturned', 'refused'] as const).map((outcome, place) =>
      contact(place, { outcome }),
    );
    assert.deepEqual(order(outcomes, { column: 'outcome', descending: false }), [2, 1, 0]);
  });

  it('keeps the file’s order among equal rows, also downwards', () => {
    const rows = [0, 1, 2].map((place) => contact(place, { status: 'ACTIVE' }));
    assert.deepEqual(order(rows, { column: 'status', descending: true }), [0, 1, 2]);
  });

  it('goes over the pages of rows, however many different texts there are', () => {
    for (const many of [30, 6_000]) {
      const rows = sampleRows(7_000).map((row, place) => ({
        ...row,
        id: `K-${place % many}`,
        line: 9_000 - place,
      }));
      const ids = order(rows, { column: 'id', descending: false });
      const expected = rows.map((_, place) => place);
      const byUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
      const compare = (a: string, b: string) =>
        many < 5_000 ? format.collator.compare(a, b) : byUnits(a, b);
      expected.sort((a, b) => compare(rows[a]?.id ?? '', rows[b]?.id ?? '') || a - b);
      assert.deepEqual(ids, expected);
      assert.deepEqual(
        order(rows, { column: 'line', descending: false }),
        expected.map((_, place) => 6_999 - place),
      );
    }
  });

  it('goes by what was prepared, until rows change', () => {
    const rows = packed(sampleRows(3).map((row, place) => ({ ...row, id: `${3 - place}` })));
    let looks = 0;
    const alike = rows.alike.bind(rows);
    rows.alike = (fields) => (looks++, alike(fields));
    const table = new Table(rows, resultsOf(sampleRows(3)).counts, format);
    while (table.prepare(['line', 'id']));
    const prepared = looks;
    const byId = { filter: '', sort: { column: 'id', descending: false } } as const;
    assert.deepEqual(table.view(byId), [2, 1, 0]);
    assert.deepEqual(table.view({ ...byId, sort: { column: 'id', descending: true } }), [0, 1, 2]);
    assert.equal(looks, prepared);
    const others = packed(sampleRows(3).map((row, place) => ({ ...row, id: `${place}` })));
    for (const page of others.pages) rows.put(0, page);
    table.renew(resultsOf(sampleRows(3)).counts);
    assert.deepEqual(table.view(byId), [0, 1, 2]);
  });

  it('filters the sorted rows, and comes back to the file’s order', () => {
    const table = tableOf([contact(0, { firstName: 'b' }), contact(1, { firstName: 'a' }), missing(2)]);
    const sort = { column: 'firstName', descending: false } as const;
    assert.deepEqual(table.view({ filter: '', outcome: 'created', sort }), [1, 0]);
    assert.deepEqual(table.view({ filter: '' }), [0, 1, 2]);
  });

  it('sorts and filters 100,000 rows', () => {
    const table = tableOf(sampleRows(100_000, 10));
    const start = performance.now();
    assert.equal(
      table.view({ filter: '', sort: { column: 'name', descending: true } }).length,
      table.rows.length,
    );
    const sorted = performance.now();
    const found = table.view({ filter: 'muller' });
    const searched = performance.now();
    assert.deepEqual(table.view({ filter: 'muller +49' }), found);
    const again = performance.now();
    // Every fifth is a Müller, but for every sixth of these, who has a long name instead.
    assert.equal(found.length, 16_666);
    console.log(
      `      sort ${Math.round(sorted - start)} ms, first search ${Math.round(searched - sorted)} ms, next ${Math.round(again - searched)} ms`,
    );
  });
});

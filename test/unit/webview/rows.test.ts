import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  rowNotes,
  rowOutcomes,
  sentColumns,
  type ResultRow,
  type StoredValues,
} from '../../../src/protocol/resultRow';
import { packAll, packRows } from '../../../src/protocol/packRows';
import { isRowPage, rowsOnPage } from '../../../src/protocol/rowPage';
import { pageFromJson, pageToJson } from '../../../src/protocol/rowPageJson';
import { Rows } from '../../../src/protocol/rows';
import { contact, everyOutcome, sampleRows } from '../../support/page/results';

/** A packed row as a plain one. */
const plain = (row: ResultRow): ResultRow => ({
  outcome: row.outcome,
  ...(row.note && { note: row.note }),
  line: row.line,
  place: row.place,
  salutation: row.salutation,
  firstName: row.firstName,
  lastName: row.lastName,
  phoneNumber: row.phoneNumber,
  countryCode: row.countryCode,
  extension: row.extension,
  stored: row.stored,
  status: row.status,
  id: row.id,
  createdAt: row.createdAt,
  message: row.message,
  remark: row.remark,
  history: row.history,
  details: row.details,
});

const unpacked = (rows: readonly ResultRow[]) => Array.from(new Rows(packAll(rows)), plain);

describe('rows in columns', () => {
  it('come out as they went in, whatever they hold', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 4 });
    const six = fc.record(Object.fromEntries(sentColumns.map((column) => [column, text])), {
      noNullPrototype: true,
    });
    const row = fc
      .record({
        outcome: fc.constantFrom(...rowOutcomes),
        line: fc.option(fc.integer({ min: 1, max: 1e6 })),
        place: fc.option(fc.nat(1e6)),
        stored: fc.option(six as fc.Arbitrary<StoredValues>),
        ...{ status: text, id: text, createdAt: text, message: text, remark: text },
        history: fc.array(fc.tuple(fc.constantFrom(...rowOutcomes), text), { maxLength: 3 }),
        details: fc.array(fc.tuple(text, text), { maxLength: 3 }),
      })
      .chain((more) =>
        fc
          .tuple(six as fc.Arbitrary<StoredValues>, fc.option(fc.constantFrom(...rowNotes)))
          .map(([sent, note]): ResultRow => ({ ...more, ...sent, ...(note && { note }) })),
      );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => assert.deepEqual(unpacked(rows), rows)),
      { numRuns: 50 },
    );
  });

  it('are on pages of the same size, each found by its index', () => {
    const rows = sampleRows(2 * rowsOnPage + 1, 7);
    const packed = new Rows(packAll(rows));
    assert.equal(packed.length, rows.length);
    for (const index of [0, rowsOnPage - 1, rowsOnPage, 2 * rowsOnPage])
      assert.deepEqual(plain(packed.at(index) ?? assert.fail()), rows[index]);
    assert.equal(packed.at(rows.length), undefined);
    assert.deepEqual(unpacked(everyOutcome), everyOutcome);
  });

  it('may come one page after the other, and be replaced', () => {
    const list = sampleRows(2 * rowsOnPage + 5);
    const [first, second, last] = packAll(list);
    assert.ok(first && second && last);
    const rows = new Rows();
    rows.put(1, second);
    assert.equal(rows.length, 0, 'a page has its place behind the one before');
    for (const [number, page] of [first, second, last].entries()) rows.put(number, page);
    assert.equal(rows.length, list.length);
    const { pages } = rows;
    rows.put(1, packRows(list.slice(rowsOnPage, 2 * rowsOnPage).map((row) => ({ ...row, id: 'new' }))));
    assert.deepEqual([rows.at(rowsOnPage)?.id, rows.at(2 * rowsOnPage)?.id], ['new', list.at(-5)?.id]);
    assert.equal(rows.length, list.length);
    assert.equal(pages[1], second, 'who has the pages of before keeps them');
    rows.cut(rowsOnPage + 1);
    assert.equal(rows.length, 2 * rowsOnPage);
  });

  it('are told apart by some fields alone', () => {
    const list = sampleRows(rowsOnPage + 50, 7);
    const { examples, exampleOf } = new Rows(packAll(list)).alike(['lastName', 'outcome']);
    const said = ({ lastName, outcome }: ResultRow) => `${lastName} ${outcome}`;
    assert.deepEqual(
      Array.from(exampleOf, (example) => said(examples[example] ?? assert.fail())),
      list.map(said),
    );
    // Each page by itself.
    const kinds = (rows: readonly ResultRow[]) => new Set(rows.map(said)).size;
    assert.equal(examples.length, kinds(list.slice(0, rowsOnPage)) + kinds(list.slice(rowsOnPage)));
    assert.deepEqual(
      [...new Rows(packAll(list)).examples(['lastName', 'outcome'])].map(said),
      examples.map(said),
    );
  });

  it('are the same after they were kept as JSON', () => {
    const page = packRows(sampleRows(10, 3));
    assert.deepEqual(pageFromJson(JSON.parse(JSON.stringify(pageToJson(page)))), page);
    for (const bad of [null, 7, [], {}, { count: 1 }]) assert.equal(pageFromJson(bad), undefined);
  });

  it('are refused where any part is missing, of another type or length, or an outcome is unknown', () => {
    const page = packRows([contact(0), contact(1)]);
    assert.ok(isRowPage(structuredClone(page)));
    for (const key of Object.keys(page)) {
      assert.equal(isRowPage({ ...page, [key]: undefined }), false, key);
      assert.equal(isRowPage({ ...page, [key]: {} }), false, key);
    }
    const [first, ...others] = page.cells;
    assert.equal(isRowPage({ ...page, cells: others }), false);
    assert.equal(isRowPage({ ...page, cells: [Uint32Array.of(0, 99), ...others] }), false);
    assert.equal(isRowPage({ ...page, cells: [first?.slice(1), ...others] }), false);
    assert.equal(isRowPage({ ...page, texts: [7] }), false);
    assert.equal(isRowPage({ ...page, count: rowsOnPage + 1 }), false);
  });

  it('take less than half of the room', () => {
    const rows = sampleRows(10_000, 10);
    const start = performance.now();
    const pages = packAll(rows);
    const packed = performance.now();
    assert.ok(pages.every(isRowPage));
    const looked = performance.now();
    let numbers = 0;
    for (const row of new Rows(pages)) numbers += row.phoneNumber.length;
    assert.equal(numbers, 100_000);
    console.log(
      `      packed ${Math.round(packed - start)} ms, checked ${Math.round(looked - packed)} ms, read ${Math.round(performance.now() - looked)} ms`,
    );
    const bytes = pages.reduce(
      (sum, { texts, cells, lists }) =>
        sum + texts.join('').length + 4 * (lists.length + cells.length * (cells[0]?.length ?? 0)),
      0,
    );
    assert.ok(bytes < JSON.stringify(rows).length / 2, String(bytes));
  });
});

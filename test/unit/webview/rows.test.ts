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
import { decodePage, encodePage, EncodedRows } from '../../../src/protocol/encodedPage';
import { columnCount, rowsOnPage } from '../../../src/protocol/rowPage';
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

  it('are the same after they were encoded, on pages that are found by their numbers', () => {
    const list = sampleRows(2 * rowsOnPage + 1, 3);
    const pages = packAll(list);
    const encoded = pages.map(encodePage);
    assert.deepEqual(encoded.map(decodePage), pages);
    const rows = new EncodedRows(encoded);
    assert.equal(rows.length, list.length);
    assert.deepEqual(Array.from(rows, plain), list);
    for (const index of [2 * rowsOnPage, 0, rowsOnPage - 1, rowsOnPage])
      assert.equal(rows.at(index)?.id, list[index]?.id);
    assert.equal(rows.at(list.length), undefined);
    assert.equal(new EncodedRows([]).at(0), undefined);
  });

  it('are the same after they were encoded, whatever numbers and texts they have', () => {
    const number = fc.oneof(fc.nat(300), fc.nat(2 ** 32 - 1), fc.constantFrom(0, 2 ** 31, 2 ** 32 - 1));
    const column = (length: number) =>
      fc.array(number, { minLength: length, maxLength: length }).map((list) => Uint32Array.from(list));
    const page = fc.nat(5).chain((count) =>
      fc.record({
        count: fc.constant(count),
        texts: fc.array(
          fc.oneof(fc.string({ unit: 'grapheme', maxLength: 4 }), fc.constantFrom('\ufeff', '\0', '')),
          { maxLength: 5 },
        ),
        cells: fc
          .array(fc.array(number, { minLength: count, maxLength: count }), {
            minLength: columnCount,
            maxLength: columnCount,
          })
          .map(([, ...others]) => [new Uint32Array(count), ...others.map((one) => Uint32Array.from(one))]),
        lists: fc.array(number, { maxLength: 7 }).map((list) => Uint32Array.from(list)),
        ...{ detailEnds: column(count), historyEnds: column(count) },
      }),
    );
    fc.assert(
      fc.property(page, (one) => assert.deepEqual(decodePage(encodePage(one)), { ...one })),
      { numRuns: 100 },
    );
  });

  it('have a buffer of their own, which is all that is sent', () => {
    const { bytes } = encodePage(packRows(sampleRows(100)));
    assert.equal(bytes.buffer.byteLength, bytes.length);
  });

  it('are refused where they are cut off, too long, of another number, or have an outcome that is unknown', () => {
    const page = packRows([contact(0), contact(1)]);
    const { count, bytes } = encodePage(page);
    for (let length = 0; length < bytes.length; length++)
      assert.equal(decodePage({ count, bytes: bytes.slice(0, length) }), undefined, String(length));
    assert.equal(decodePage({ count, bytes: Uint8Array.of(...bytes, 65) }), undefined);
    assert.equal(decodePage({ count: 2e9, bytes }), undefined);
    assert.equal(decodePage({ count, bytes: new Uint8Array(bytes.length).fill(255) }), undefined);
    const [, ...others] = page.cells;
    assert.equal(decodePage(encodePage({ ...page, cells: [Uint32Array.of(0, 99), ...others] })), undefined);
  });

  it('take less than a fifth of the room', () => {
    const rows = sampleRows(10_000, 10);
    const start = performance.now();
    const pages = packAll(rows).map(encodePage);
    const packed = performance.now();
    assert.ok(pages.every(decodePage));
    const looked = performance.now();
    let numbers = 0;
    for (const row of new EncodedRows(pages)) numbers += row.phoneNumber.length;
    assert.equal(numbers, 100_000);
    console.log(
      `      packed ${Math.round(packed - start)} ms, decoded ${Math.round(looked - packed)} ms, read ${Math.round(performance.now() - looked)} ms`,
    );
    const size = pages.reduce((sum, { bytes }) => sum + bytes.length, 0);
    assert.ok(size < JSON.stringify(rows).length / 5, String(size));
  });
});

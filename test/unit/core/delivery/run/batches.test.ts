import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  batchesOf,
  batchOf,
  countBatches,
  type Batch,
  type BatchLimits,
  type ImportContent,
} from '../../../../../src/core/delivery/run/batches';
import type { ImportRow } from '../../../../../src/core/delivery';
import { header, outgoingOf, rowAt, rowsOf } from '../../../../support/delivery/rows';

const roomy: BatchLimits = { rows: 1_000, bytes: 900_000 };

async function all(content: ImportContent, limits: BatchLimits = roomy): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of batchesOf(content, limits)) batches.push(batch);
  return batches;
}

function textOf({ file }: Batch): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
}

function places(batches: readonly Batch[]): number[][] {
  return batches.map(({ rows }) => rows.map(({ index }) => index));
}

/** A row whose record takes so many bytes. */
function rowOf(index: number, bytes: number): ImportRow {
  return { ...rowAt(index), record: 'x'.repeat(bytes) };
}

describe('batches', () => {
  it('holds the header and the rows in each request, with the line break of the file', async () => {
    for (const newline of ['\r\n', '\n']) {
      const rows = rowsOf(3);
      const batches = await all(outgoingOf(rows, { newline }), { rows: 2, bytes: 900_000 });
      const text = (...records: string[]) => [header, ...records, ''].join(newline);
      assert.deepEqual(batches.map(textOf), [text(rowAt(0).record, rowAt(1).record), text(rowAt(2).record)]);
      assert.deepEqual(places(batches), [[0, 1], [2]]);
      assert.equal(batches[0]?.file.name, 'contacts.csv');
    }
  });

  it('sends a row with the line break that it has of its own, and counts that', async () => {
    const rows = [{ ...rowOf(0, 4), newline: '\r\n' }, rowOf(1, 4), { ...rowOf(2, 4), newline: '\r\n' }];
    const content = outgoingOf(rows, { header: 'h', newline: '\n' });
    const text = 'h\nxxxx\r\nxxxx\nxxxx\r\n';
    const bytes = { rows: 10, bytes: text.length };
    assert.deepEqual((await all(content, bytes)).map(textOf), [text]);
    assert.deepEqual(places(await all(content, { ...bytes, bytes: text.length - 1 })), [[0, 1], [2]]);
  });

  it('fills requests to the limit of rows exactly', async () => {
    const limits = { rows: 3, bytes: 900_000 };
    assert.deepEqual(places(await all(outgoingOf(rowsOf(6)), limits)), [
      [0, 1, 2],
      [3, 4, 5],
    ]);
    assert.deepEqual(places(await all(outgoingOf(rowsOf(7)), limits)), [[0, 1, 2], [3, 4, 5], [6]]);
  });

  it('counts bytes, not characters, the header and the line breaks included', async () => {
    const rows = [0, 1].map((index) => ({ ...rowAt(index), record: 'ü😀' }));
    const content = outgoingOf(rows, { header: 'é' });
    // é and CRLF, then twice ü, 😀 and CRLF.
    const exact = 4 + 2 * 8;
    assert.deepEqual(places(await all(content, { rows: 9, bytes: exact })), [[0, 1]]);
    assert.deepEqual(places(await all(content, { rows: 9, bytes: exact - 1 })), [[0], [1]]);
  });

  it('sends a row that alone is larger than the limit by itself', async () => {
    const rows = [rowOf(0, 5), rowOf(1, 500), rowOf(2, 5), rowOf(3, 5)];
    const batches = await all(outgoingOf(rows, { header: 'h' }), { rows: 9, bytes: 100 });
    assert.deepEqual(places(batches), [[0], [1], [2, 3]]);
  });

  it('takes the limits as they are when a request is made up', async () => {
    const limits: BatchLimits = { rows: 4, bytes: 900_000 };
    const sizes: number[] = [];
    for await (const batch of batchesOf(outgoingOf(rowsOf(11)), limits)) {
      sizes.push(batch.rows.length);
      limits.rows = 2;
    }
    assert.deepEqual(sizes, [4, 2, 2, 2, 1]);
  });

  it('gives nothing for no rows', async () => {
    assert.deepEqual(await all(outgoingOf([], { whole: { text: header, records: [] } })), []);
    assert.deepEqual(await all({ ...outgoingOf([]), rows: [] }), []);
  });

  it('never sends a byte order mark', async () => {
    const text = `\uFEFF${header}\n${rowAt(0).record}`;
    const [whole] = await all(outgoingOf(rowsOf(1), { whole: { text, records: [1] } }));
    assert.equal(whole && textOf(whole), `${header}\n${rowAt(0).record}`);
    // One that is a part of a value, as the checks read it, stays.
    assert.equal(
      textOf(batchOf(outgoingOf([], { header: '\uFEFFh' }), [{ ...rowAt(0), record: 'a\uFEFF' }])),
      '\uFEFFh\r\na\uFEFF\r\n',
    );
  });

  it('sends what fits into one request exactly as the user sees it', async () => {
    const text = `${header}\n\n"row0",\r\n\n`;
    const [batch, ...others] = await all(outgoingOf(rowsOf(2), { whole: { text, records: [2, 3] } }));
    assert.equal(batch && textOf(batch), text);
    assert.deepEqual(places([batch].flatMap((one) => one ?? [])), [[0, 1]]);
    assert.deepEqual(others, []);
  });

  it('cuts the text of the user when rows, or what stands between them, do not fit', async () => {
    const rows = rowsOf(2);
    const whole = { text: `${header}\r\n${'\r\n'.repeat(500)}`, records: [1, 2] };
    const lines = [header, rowAt(0).record, rowAt(1).record, ''].join('\r\n');
    const tight = { rows: 9, bytes: Buffer.byteLength(lines) };
    assert.deepEqual((await all(outgoingOf(rows, { whole }), tight)).map(textOf), [lines]);
    const batches = await all(outgoingOf(rows, { whole }), { rows: 1, bytes: 900_000 });
    assert.deepEqual(batches.map(textOf), [
      `${header}\r\n${rowAt(0).record}\r\n`,
      `${header}\r\n${rowAt(1).record}\r\n`,
    ]);
  });

  it('never sends the text of the user in place of fewer rows than it holds: others would come along', async () => {
    const text = [header, ...rowsOf(3).map(({ record }) => record), ''].join('\r\n');
    for (const left of [rowsOf(2), [rowAt(1), rowAt(2)]]) {
      const [batch] = await all(outgoingOf(left, { whole: { text, records: [1, 2, 3] } }));
      const lines = [header, ...left.map(({ record }) => record), ''].join('\r\n');
      assert.equal(batch && textOf(batch), lines);
    }
  });

  it('reads rows from wherever they come, in groups of any size', async () => {
    async function* groups() {
      yield [rowAt(0)];
      await Promise.resolve();
      yield [];
      yield [rowAt(1), rowAt(2), rowAt(3)];
    }
    assert.deepEqual(places(await all({ ...outgoingOf([]), rows: groups() }, { rows: 2, bytes: 900_000 })), [
      [0, 1],
      [2, 3],
    ]);
  });

  it('reads no further than it must for the next request', async () => {
    let read = 0;
    function* groups() {
      for (const row of rowsOf(10)) {
        read++;
        yield [row];
      }
    }
    const batches = batchesOf({ ...outgoingOf([]), rows: groups() }, { rows: 2, bytes: 900_000 });
    await batches.next();
    assert.equal(read, 3);
    await batches.return(undefined);
  });

  it('loses no row, repeats none, keeps the order and the limits, and is counted right', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 });
    const limit = fc.record({
      rows: fc.integer({ min: 1, max: 9 }),
      bytes: fc.integer({ min: 1, max: 120 }),
    });
    await fc.assert(
      fc.asyncProperty(sizes, limit, fc.integer({ min: 1, max: 7 }), async (list, limits, groupSize) => {
        const rows = list.map((bytes, index) => rowOf(index, bytes));
        const groups = rows.flatMap((_, at) =>
          at % groupSize === 0 ? [rows.slice(at, at + groupSize)] : [],
        );
        const content = { ...outgoingOf([], { header: 'head' }), rows: groups };
        const batches = await all(content, limits);
        assert.deepEqual(
          batches.flatMap((batch) => batch.rows),
          rows,
        );
        for (const { rows: own, file } of batches) {
          assert.ok(own.length > 0 && own.length <= limits.rows);
          assert.ok(file.bytes.byteLength <= limits.bytes || own.length === 1);
        }
        assert.deepEqual(await countBatches(content, limits), {
          rows: rows.length,
          requests: batches.length,
        });
      }),
      { numRuns: 300 },
    );
  });
});

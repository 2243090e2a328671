import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { contactColumns } from '../../../../src/core/contact/columns';
import { isUtf16 } from '../../../../src/core/files/utf8';
import { allRows, checkedFile, placeIn, tempFile } from './support';
import { runs } from '../../../support/long';

/** Cells as they are in a file, and the line break behind the last one. */
interface Record {
  readonly cells: readonly string[];
  readonly newline: string;
}

const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
const value = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'é',
        '日',
        '😀',
        ' ',
        ',',
        '"',
        '\n',
        '\r\n',
        '\r',
        '\0',
        '\u2028',
        '\u200B',
        '\uFEFF',
        '1',
        '+',
      ],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const cell = fc
  .tuple(value, fc.boolean())
  .map(([text, always]) => (always || /[",\r\n]/.test(text) ? quoted(text) : text));
const lineBreak = fc.constantFrom('\n', '\r\n', '\r');

const headers = fc.constantFrom<(readonly string[])[]>(
  contactColumns,
  ['cellPhoneNumber', '"x\r\ny"', 'firstName'],
  ['firstName', '"importError"', 'cellPhoneNumber'],
  ['importError', 'firstName'],
  ['Vorname', 'Nachname', 'importError'],
  ['firstName'],
);
const records = fc
  .tuple(
    headers,
    lineBreak,
    fc.array(fc.record({ cells: fc.array(cell, { minLength: 1, maxLength: 8 }), newline: lineBreak }), {
      maxLength: 12,
    }),
    fc.boolean(),
  )
  .map(([cells, newline, rows, isOpen]) => {
    const all: Record[] = [{ cells, newline }, ...rows].map((record, index, { length }) =>
      isOpen && index === length - 1 ? { ...record, newline: '' } : record,
    );
    // A CR before a line feed would be another line break than was meant.
    return all.map(({ cells: these, newline: own }, index) => ({
      cells: these,
      newline: own === '\r' && textOf(all.slice(index + 1)).startsWith('\n') ? '\n' : own,
    }));
  });

function textOf(some: readonly Record[]): string {
  return some.map(({ cells, newline }) => cells.join() + newline).join('');
}

const unquoted = (raw: string) => (raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
const isSeen = (values: readonly string[]) => /[^\s\p{Cc}\u200B]/u.test(values.join(''));

describe('readFileRows on generated files', () => {
  const file = tempFile();

  it('gives the file as it is, but for what is never sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.constantFrom('', '\uFEFF'),
        fc.integer({ min: 3, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        async (all, mark, chunkBytes, step) => {
          const text = textOf(all);
          fc.pre(!isUtf16(Buffer.from(mark + text)));
          const before = await checkedFile(await file(mark + text), { chunkBytes, cutting: { step } });
          const rows = await allRows(before, { chunkBytes }, { step });

          const left = all[0]?.cells.findIndex((name) => /^"?importError"?$/.test(name)) ?? -1;
          const other = all.some(({ newline }) => newline === '\r\n') ? '\r\n' : '\n';
          const sent = all.map(({ cells, newline }) => ({
            cells: cells.filter((_, field) => field !== left),
            newline: newline === '\r' ? other : newline,
          }));
          const expected = sent.filter(({ cells }, index) => index > 0 && isSeen(cells.map(unquoted)));
          assert.equal(rows.map(({ record, newline }) => record + newline).join(''), textOf(expected));
          assert.equal(
            before.header + before.newline,
            textOf(sent.slice(0, 1)) + (sent[0]?.newline ? '' : other),
          );
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('gives the cells that csv-parse reads, each row with its line', async () => {
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 3, max: 60 }), async (all, chunkBytes) => {
        const text = textOf(all);
        fc.pre(!isUtf16(Buffer.from(text)));
        const before = await checkedFile(await file(text), { chunkBytes });
        const rows = await allRows(before, { chunkBytes });

        const read = parse(text, { recordDelimiter: ['\r\n', '\n', '\r'], relaxColumnCount: true });
        const left = read[0]?.indexOf('importError') ?? -1;
        const cells = read.map((record) => record.filter((_, field) => field !== left));
        const starts = all.map((_, index) => textOf(all.slice(0, index)).length);
        const expected = cells
          .map((these, index) => ({ cells: these, line: placeIn(text, starts[index] ?? 0).line }))
          .filter(({ cells: these }, index) => index > 0 && isSeen(these));
        assert.deepEqual(before.headerCells, cells[0]);
        assert.deepEqual(
          rows.map(({ cells: these, line }) => ({ cells: these, line })),
          expected,
        );
      }),
      { numRuns: runs(200) },
    );
  });
});

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { findingCodes } from '../../../../../src/core/checks/finding';
import { readSheet } from '../../../../../src/core/checks/readSheet';
import { contactColumns } from '../../../../../src/core/contact/columns';
import { createPhoneNumbers } from '../../../../../src/core/contact/phone';
import { checkFile } from '../../../../../src/core/files/checkFile';
import { FileSource, type ImportSource, type Mismatch } from '../../../../../src/core/delivery';
import { batchesOf, type Batch } from '../../../../../src/core/delivery/run/batches';
import { readBack } from '../../../../../src/core/delivery/run/witness';
import { shownSource } from '../../../../../src/core/delivery/source/sheetContent';
import { importContent } from '../../../../../src/core/delivery/source/source';
import type { ColumnMap } from '../../../../../src/core/mapping/columnMap';
import { mappedSource } from '../../../../support/mapped';
import { useFolder } from '../../../../support/delivery/folder';
import { checked } from '../../../../support/checked';
import { csvPieces, textOf } from '../../../../support/edits';
import { isLong, runs } from '../../../../support/long';
import { finished } from '../../../../support/finished';

const always = isLong ? {} : { seed: 20_260_115 };

/** What stands in cells of real lists and what does not, but may. */
const nasty = [
  ...csvPieces,
  '\0',
  '\u2028',
  '\u0085',
  '\u200B',
  '\uD83D',
  '\uDE00',
  '\uFFFD',
  ';',
  '\t',
  '|',
];

/** Every request that is made of a source, in one piece and in several. */
async function batchesMade(source: ImportSource, rows: number): Promise<Batch[]> {
  const batches: Batch[] = [];
  for (const isCut of [false, true]) {
    const { whole, ...content } = importContent(source, source.groups());
    const made = { ...content, ...(whole && !isCut && { whole }) };
    let left = source.rowCount;
    for await (const batch of batchesOf(made, { rows, bytes: 900_000 })) {
      batches.push(batch);
      left -= batch.rows.length;
    }
    assert.equal(left, 0);
  }
  return batches;
}

async function mismatchesOf(source: ImportSource, rows: number): Promise<readonly (Mismatch | undefined)[]> {
  return await Promise.all((await batchesMade(source, rows)).map(readBack));
}

function assertNone(mismatches: readonly (Mismatch | undefined)[]): void {
  assert.deepEqual(
    mismatches.filter((mismatch) => mismatch !== undefined),
    [],
  );
}

/** A value in any spelling that a CSV has for it. */
const cell = (pieces: fc.Arbitrary<string>) =>
  fc
    .tuple(pieces, fc.boolean())
    .map(([value, quoted]) =>
      quoted || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value,
    );

const lineEnd = fc.constantFrom('\n', '\r\n');
const blankRow = fc.constantFrom('', '\u200B', '""', ' ');
const wild = fc
  .array(fc.constantFrom('a', 'é', '😀', ' ', '"', ',', '\n', '\r\n', '\r', '\0', '\u2028', ';', '\uFEFF'), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => `x${parts.join('')}`);

/** A contact list that is likely to be without errors, as odd as it may be. */
const contactList = fc
  .record({
    columns: fc
      .shuffledSubarray([...contactColumns, 'importError', 'Notes "x"', '\uFEFFid', 'n\no'], { minLength: 6 })
      .filter((columns) => contactColumns.every((column) => columns.includes(column))),
    rows: fc.array(fc.array(cell(wild), { minLength: 10, maxLength: 10 }), { minLength: 1, maxLength: 6 }),
    ends: fc.array(lineEnd, { minLength: 16, maxLength: 16 }),
    blanks: fc.array(fc.option(blankRow, { nil: undefined, freq: 4 }), { minLength: 7, maxLength: 7 }),
    mark: fc.boolean(),
    endsWithBreak: fc.boolean(),
  })
  .map(({ columns, rows, ends, blanks, mark, endsWithBreak }) => {
    const headings = columns.map((column) =>
      /[",\n]/.test(column) ? `"${column.replaceAll('"', '""')}"` : column,
    );
    const records = rows.map((cells, row) =>
      columns
        .map((column, field) => (column === 'cellPhoneNumber' ? `98765432${10 + row}` : cells[field]))
        .join(','),
    );
    const lines = [
      headings.join(','),
      ...records.flatMap((line, row) => [...(blanks[row] === undefined ? [] : [blanks[row]]), line]),
    ];
    const text = lines.map((line, at) => line + (ends[at] ?? '\n')).join('');
    return (mark ? '\uFEFF' : '') + (endsWithBreak ? text : text.replace(/\r?\n$/, ''));
  });

describe('the witness of what leaves, on generated text', () => {
  it('refuses no list that the checks find no errors in', async () => {
    let [passed, all] = [0, 0];
    const settings = { 'csv.blankRow': 'warning' } as const;
    await fc.assert(
      fc.asyncProperty(contactList, fc.integer({ min: 1, max: 4 }), async (text, rows) => {
        all++;
        const { counts, sheet } = checked(text, { settings, forSending: true });
        if (counts.error > 0) return;
        passed++;
        const mismatches = await mismatchesOf(finished(shownSource('a.csv', sheet, true)), rows);
        assert.ok(mismatches.length > 0);
        assertNone(mismatches);
      }),
      { ...always, numRuns: runs(1500) },
    );
    assert.ok(passed > all / 3, `${passed} of ${all} were without errors`);
  });

  it('refuses no text at all where every rule is turned off', async () => {
    const heading = fc.constantFrom(
      '',
      'importError,',
      'firstName,importError,a\n',
      'firstName;lastName;importError\n',
      '"b"x,importError\r\n',
      'importError\n',
      'importError,\uFEFF',
      'importError,\uFEFFimportError,"importError"\n',
    );
    await fc.assert(
      fc.asyncProperty(
        heading,
        textOf(nasty, 30),
        fc.integer({ min: 1, max: 3 }),
        async (start, text, rows) => {
          // An editor has no line ends by a CR alone.
          const sheet = readSheet((start + text).replace(/\r(?!\n)/g, '\n'));
          assertNone(await mismatchesOf(finished(shownSource('a.csv', sheet, true)), rows));
        },
      ),
      { ...always, numRuns: runs(3000) },
    );
  });

  describe('read from the disk', () => {
    const folder = useFolder();
    const phones = createPhoneNumbers();
    const off = Object.fromEntries(findingCodes.map((code) => [code, 'off'] as const));

    it('refuses no file, lone CRs and all, where every rule is turned off', async () => {
      const heading = fc.constantFrom(
        '',
        'importError,',
        'firstName,importError,a\r',
        'firstName;lastName;importError\n',
        'a,b\r\n',
        'importError\n',
        'importError,\uFEFF',
        'importError,\uFEFFimportError,"importError"\r',
      );
      const size = fc.integer({ min: 1, max: 3 });
      await fc.assert(
        fc.asyncProperty(heading, textOf(nasty, 30), size, async (start, text, rows) => {
          const file = path.join(folder(), 'a.csv');
          fs.writeFileSync(file, start + text);
          const result = await checkFile(file, { phones, settings: off, limit: 0 });
          if (result.ok) assertNone(await mismatchesOf(new FileSource(result.file), rows));
        }),
        { ...always, numRuns: runs(1500) },
      );
    });
  });

  it('refuses no mapped copy', async () => {
    const source = fc.oneof(
      fc.nat(4).map((field) => ({ field })),
      wild.map((constant) => ({ constant })),
    );
    const map = fc
      .tuple(source, source, source, source, source, source)
      .map(
        (sources) =>
          Object.fromEntries(contactColumns.map((column, at) => [column, sources[at]])) as ColumnMap,
      );
    await fc.assert(
      fc.asyncProperty(textOf(nasty, 40), map, async (text, columns) => {
        const shown = readSheet(`a,b,c,d,e\n${text}`);
        if (shown.table.quoteProblems.length > 0) return;
        const copy = mappedSource(shown, columns);
        assertNone(await mismatchesOf(copy, 3));
      }),
      { ...always, numRuns: runs(5000) },
    );
  });

  it('finds any one value that is another one, there and nowhere else', async () => {
    const changed = fc.constantFrom(
      (value: string) => `${value}x`,
      () => '',
    );
    await fc.assert(
      fc.asyncProperty(contactList, fc.nat(), fc.nat(), changed, async (text, atRow, atField, change) => {
        const [batch] = await batchesMade(finished(shownSource('a.csv', readSheet(text), true)), 1000);
        const row = batch?.rows[atRow % batch.rows.length];
        if (batch === undefined || row === undefined) return;
        const field = atField % row.cells.length;
        const cells = row.cells.with(field, change(row.cells[field] ?? ''));
        const rows = batch.rows.map((one) => (one === row ? { ...row, cells } : one));
        const { index, line } = row;
        const mismatch = await readBack({ ...batch, rows });
        assert.deepEqual(mismatch, { what: 'value', row: { index, line }, column: field + 1 });
      }),
      { ...always, numRuns: runs(2000) },
    );
  });
});

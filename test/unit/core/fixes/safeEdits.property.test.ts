import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingCodes } from '../../../../src/core/checks/finding';
import type { ContactSheet } from '../../../../src/core/checks/sheet';
import {
  applyEdits,
  fixesFor,
  mayFixUnasked,
  offersFor,
  safeEdits,
  type TextEdit,
} from '../../../../src/core/fixes';
import { countryCodes, found, sheetOf } from './fixed';
import { brokenLists, dialects, soundLists } from './lists';
import { runs } from '../../../support/long';
import { toEnd } from '../../../../src/core/csv/toEnd';

type Read = readonly [text: string, delimiter: string];
const lists = fc.oneof(
  dialects.chain((dialect) => soundLists(dialect).map((text): Read => [text, dialect.delimiter])),
  brokenLists.map((text): Read => [text, ',']),
);

describe('safeEdits, on any list', () => {
  it('leave no finding that has a safe fix, and nothing for a second run', () => {
    fc.assert(
      fc.property(lists, ([text, delimiter]) => {
        const mended = applyEdits(text, toEnd(safeEdits(sheetOf(text, delimiter), countryCodes)));
        const sheet = sheetOf(mended, delimiter);
        assert.deepEqual(toEnd(safeEdits(sheet, countryCodes)), []);
        if (!mayFixUnasked(sheet)) return;
        const left = findingCodes.flatMap((code) => found(code, sheet));
        assert.deepEqual(
          left.filter((finding) => fixesFor(finding, sheet).some(({ safe }) => safe)),
          [],
        );
      }),
      { numRuns: runs(2000) },
    );
  });

  it('leave every cell that they do not name as it stands, byte for byte', () => {
    fc.assert(
      fc.property(lists, ([text, delimiter]) => {
        const before = sheetOf(text, delimiter);
        const edits = toEnd(safeEdits(before, countryCodes));
        const named = new Map(edits.map((edit) => [edit.range.start, edit]));
        const expected = expectedCells(before, named);
        const after = sheetOf(applyEdits(text, edits), delimiter);
        assert.deepEqual(cells(after), expected);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('never take a letter out of a row', () => {
    fc.assert(
      fc.property(lists, ([text, delimiter]) => {
        const before = sheetOf(text, delimiter);
        const after = sheetOf(applyEdits(text, toEnd(safeEdits(before, countryCodes))), delimiter);
        assert.deepEqual(lettersOf(after), lettersOf(before));
      }),
      { numRuns: 2000 },
    );
  });

  it('never take away what may be the unseen half of a letter', () => {
    const half = /[^\0-\x7F\s\p{Cf}][\u00A0\u00AD]|[\u0080-\u009F]/gu;
    const part = fc.constantFrom(
      ...Array.from('ÃÄÅÂÉéàáĹРDHaZ \u00A0\u00AD\u00A0\u00AD\u0085»“’\u200B\t١'),
      '91',
    );
    const value = fc.array(part, { maxLength: 3 }).map((parts) => parts.join(''));
    const row = fc.array(value, { minLength: 6, maxLength: 6 }).map((cells) => cells.join());
    const header = ['First Name', 'lastName', 'salutation', 'cellPhoneNumber', 'cellPhoneCountryCode'].join();
    let left = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 2 }), (rows) => {
        const text = `${header},cellPhoneExtension\n${rows.join('\n')}\n`;
        const sheet = sheetOf(text);
        const halves = (one: string) => one.match(half)?.length ?? 0;
        if (mayFixUnasked(sheet) && halves(text) > 0) left++;
        assert.ok(halves(applyEdits(text, toEnd(safeEdits(sheet, countryCodes)))) >= halves(text));
        for (const code of ['value.whitespace', 'value.controlCharacter', 'phone.digits'] as const) {
          for (const finding of found(code, sheet)) {
            const [offer] = offersFor(finding, sheet);
            if (offer && 'fix' in offer) {
              assert.ok(halves(applyEdits(text, offer.fix.edits())) >= halves(text));
            }
          }
        }
      }),
      { numRuns: runs(1500) },
    );
    assert.ok(left > 10, `only ${left} were tried`);
  });

  it('are none in a file that is no contact list', () => {
    const others = fc
      .tuple(fc.array(fc.constantFrom(...otherNames), { minLength: 1, maxLength: 8 }), soundLists(commas))
      .map(([header, rows]) => `${header.join()}\n${rows.slice(rows.indexOf('\n') + 1)}`);
    let tried = 0;
    fc.assert(
      fc.property(others, (text) => {
        const sheet = sheetOf(text);
        if (sheet.isContactList) return;
        tried++;
        assert.deepEqual(toEnd(safeEdits(sheet, countryCodes)), []);
      }),
      { numRuns: 1000 },
    );
    assert.ok(tried > 300, `only ${tried} were tried`);
  });

  it('touch nothing between cells but whole rows', () => {
    fc.assert(
      fc.property(lists, ([text, delimiter]) => {
        const { table, isRow } = outline(sheetOf(text, delimiter));
        let end = 0;
        for (const { range, text: by } of toEnd(safeEdits(sheetOf(text, delimiter), countryCodes))) {
          assert.ok(range.start >= end, 'in order, without overlap');
          end = range.end;
          const at = table.cellAt(range.start);
          const place = at && table.fieldRange(at.record, at.field);
          if (place?.start === range.start && place.end === range.end && at && isRow(at.record)) continue;
          assert.equal(by, '');
          assert.match(text.slice(range.start, range.end), /[\r\n]/);
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});

const commas = { delimiter: ',', newline: '\n' } as const;

/** Names of everyday columns, some of which mean a contact's beside others. */
const otherNames = [
  ...['id', 'Title', 'Price', 'Extension', 'Country Code', 'Phone', 'Movie', 'Prefix', 'First', 'CC', 'Cell'],
  ...['firstName', 'lastName', 'Last Game', 'Posts', 'Author', 'Amount', 'Saldo', 'salutation'],
];

/** The letters of each row, as they follow each other. */
function lettersOf(sheet: ContactSheet): string[] {
  const { table } = sheet;
  const letters: string[] = [];
  for (let record = 1; record < table.recordCount; record++) {
    const { start, end } = table.recordRange(record);
    if (sheet.isRow(record)) letters.push(table.slice(start, end).replace(/[^\p{L}\p{M}]/gu, ''));
  }
  return letters;
}

/** What counts as a row to mend; the header is one too. */
function outline(sheet: ContactSheet) {
  return { table: sheet.table, isRow: (record: number) => record === 0 || sheet.isRow(record) };
}

function cells(sheet: ContactSheet): string[][] {
  const { table } = sheet;
  return Array.from({ length: table.recordCount }, (_, record) =>
    Array.from({ length: table.fieldCount(record) }, (_, field) => {
      const { start, end } = table.fieldRange(record, field);
      return table.text.slice(start, end);
    }),
  );
}

/** The raw cells that must be there afterwards: a named one with its new text, every other one as it was. */
function expectedCells(sheet: ContactSheet, named: ReadonlyMap<number, TextEdit>): string[][] {
  const { table, isRow } = outline(sheet);
  return cells(sheet)
    .map((row, record) => ({ row, record }))
    .filter(({ record }) => !mayFixUnasked(sheet) || isRow(record))
    .map(({ row, record }) =>
      row.map((raw, field) => {
        const { start, end } = table.fieldRange(record, field);
        const edit = named.get(start);
        if (edit?.range.end !== end || start === end) return raw;
        assert.equal(edit.text.startsWith('"'), raw.startsWith('"'), 'quoted as it was');
        return edit.text;
      }),
    );
}

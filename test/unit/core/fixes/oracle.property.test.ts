import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { findingCodes, otherDelimiters, type Finding } from '../../../../src/core/checks/finding';
import type { ContactSheet } from '../../../../src/core/checks/sheet';
import { headerByContent } from '../../../../src/core/fixes/headerByContent';
import { applyEdits, fixesFor, type Fix } from '../../../../src/core/fixes';
import { found, sheetOf } from './fixed';
import { dialects, soundLists } from './lists';
import { runs } from '../../../support/long';

/** The values as other people's reader finds them. */
function oracle(text: string, delimiter: string): string[][] {
  return parse(text, { bom: true, delimiter, relaxColumnCount: true, recordDelimiter: ['\r\n', '\n'] });
}

/** What a row that is one cell holds for a reader of another delimiter, if that is about as much as the header. */
function divided(row: string[], record: number, { table }: ContactSheet): string[] {
  const width = table.fieldCount(0);
  if (row.length !== 1 || width < 2) return row;
  const { start, end } = table.recordRange(record);
  const readings = [',', ...otherDelimiters].flatMap((other) => oracle(table.slice(start, end), other));
  const fitting = readings.filter(({ length }) => length >= Math.max(2, width / 2) && length <= width + 1);
  return fitting.reduce((a, b) => (b.length > a.length ? b : a), fitting[0] ?? row);
}

/** The values that must be there after a fix, worked out from the values before it alone; a cell the fix names is `*`. */
function expected(rows: string[][], finding: Finding, fix: Fix, sheet: ContactSheet): string[][] {
  const { record = 0, field = 0 } = sheet.table.cellAt(finding.range.start) ?? {};
  const width = rows[0]?.length ?? 0;
  const isBlank = (row: string[]) => row.length === 1 && row[0] === '';
  const others = (change: (row: string[], at: number) => string[]) => rows.map(change);
  const only = (change: (row: string[]) => string[]) =>
    others((row, at) => (at === record ? change(row) : row));
  const added = (names: readonly string[], value: string) =>
    others((row, at) => {
      if (at > 0 && sheet.table.isBlank(at)) return row;
      const lacking = Array.from({ length: Math.max(0, width - row.length) }, () => '');
      return [
        ...row.slice(0, width),
        ...lacking,
        ...names.map((name) => (at === 0 ? name : value)),
        ...row.slice(width),
      ];
    });
  switch (fix.kind) {
    case 'addColumns':
      assert.equal(finding.code, 'columns.missing');
      return added(finding.columns, '');
    case 'addColumnsLikeCode':
      assert.equal(finding.code, 'columns.missing');
      return added(finding.columns, '').map((row, at) =>
        at === 0
          ? row
          : row.map((value, field) =>
              field === width + finding.columns.indexOf('cellPhoneExtension') ? '*' : value,
            ),
      );
    case 'fillColumn':
      return added([fix.asks ?? ''], answer);
    case 'removeColumn':
      return others((row) => {
        if (isBlank(row)) return row;
        const left = row.toSpliced(field, 1);
        return left.length === 0 ? [''] : left;
      });
    case 'padRow':
      return only((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]);
    case 'cutRow':
      return only((row) => row.slice(0, width));
    case 'deleteRow':
      return rows.toSpliced(record, 1);
    case 'insertHeader':
      return [[...headerByContent(rows[0] ?? [])], ...rows];
    case 'convertRow':
      return only((row) => divided(row, record, sheet));
    case 'convertDelimiter':
      return others((row, at) => divided(row, at, sheet));
    case 'convertRows':
      return rows;
    case 'alignRows':
    case 'closeQuote':
    case 'quoteCell':
    case 'removeQuote':
    case 'deleteLinesAbove':
    case 'moveHeader':
    case 'unquoteLines':
    case 'keepFormulaText':
      return assert.fail('these lists have no broken quotes, and nothing above their header');
    case 'convertQuotes':
      return only((row) =>
        row.map((value) => (/^(['`“”„‘’‚«»]).*['`“”„‘’‚«»]$/u.test(value.trim()) ? '*' : value)),
      );
    case 'splitPrefix':
    case 'splitColumnPrefix':
    case 'moveArea':
    case 'renameHeader':
    case 'trim':
    case 'dropControlCharacters':
    case 'normaliseSalutation':
    case 'renameByContent':
    case 'writeMr':
    case 'writeMrs':
    case 'fillCell':
    case 'copyCountryCode':
    case 'normaliseCountryCode':
    case 'dropDecimals':
    case 'dropSeparators':
    case 'dropApostrophe':
    case 'dropScheme':
    case 'dropExtension':
    case 'keepNumber':
    case 'keepFirstNumber':
    case 'keepSecondNumber':
    case 'keepLastNumber':
    case 'writeDigits':
    case 'writeNumber':
    case 'decodeEntities':
    case 'dropTextMark':
    case 'addLeadingZero': {
      const named = fix.kind.startsWith('split')
        ? [field, sheet.fieldOf.cellPhoneCountryCode]
        : fix.kind === 'moveArea'
          ? [field, sheet.fieldOf.cellPhoneNumber]
          : [field];
      return only((row) => row.map((value, at) => (named.includes(at) ? '*' : value)));
    }
  }
}

/** An answer that needs quotes whatever the delimiter is. */
const answer = '+91, "the" ;|\tcode';

describe('a fix, as csv-parse reads the text before and after', () => {
  it('changes what it is for, and no other value', () => {
    const seen = new Set<string>();
    const lists = dialects.chain((dialect) =>
      fc.tuple(soundLists(dialect, fc.constant(true)), fc.constant(dialect)),
    );
    fc.assert(
      fc.property(lists, ([text, { delimiter, newline }]) => {
        const sheet = sheetOf(text, delimiter);
        const rows = oracle(text, delimiter);
        for (const finding of findingCodes.flatMap((code) => found(code, sheet))) {
          for (const fix of fixesFor(finding, sheet)) {
            seen.add(fix.kind);
            const mended = applyEdits(text, fix.edits(answer));
            const after = oracle(mended, fix.kind === 'convertDelimiter' ? ',' : delimiter);
            const wanted = expected(rows, finding, fix, sheet);
            const masked = after.map((row, at) =>
              row.map((value, cell) => (wanted[at]?.[cell] === '*' ? '*' : value)),
            );
            assert.deepEqual(masked, wanted, fix.kind);
            assert.equal(mended.startsWith('\uFEFF'), text.startsWith('\uFEFF'), 'the BOM stays as it was');
            assert.ok(mended.endsWith(newline), 'the last newline stays');
          }
        }
      }),
      { numRuns: runs(500) },
    );
    for (const kind of [
      ...['renameHeader', 'addColumns', 'fillColumn', 'removeColumn', 'trim', 'dropControlCharacters'],
      ...['normaliseSalutation', 'normaliseCountryCode', 'padRow', 'cutRow', 'deleteRow', 'convertDelimiter'],
    ]) {
      assert.ok(seen.has(kind), `${kind} was never tried`);
    }
  });
});

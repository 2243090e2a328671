import assert from 'node:assert/strict';
import type { FindingCode } from '../../../../src/core/checks/finding';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { applyEdits, fixAllOf, safeEdits, type FixKind } from '../../../../src/core/fixes';
import { applyInSteps } from '../../../../src/core/fixes/applyEdits';
import { good, header, other } from '../../../support/ruleCases';
import { countryCodes, found } from './fixed';

const rows = 300;
/** A row costs some ten microseconds at most, and 8 ms are a slice. */
const mostAtOnce = 100;

const semicolons = (text: string) => text.replaceAll(',', ';');
const list = (row: string, first = header) => `${first}\n${`${row}\n`.repeat(rows)}`;
const turned = header.split(',').toReversed().join(',');
const turnedRow = good.split(',').toReversed().join(',');

const cases: readonly (readonly [FindingCode, FixKind, text: string, answer?: string])[] = [
  ['csv.delimiter', 'convertDelimiter', semicolons(list(good))],
  ['csv.rowDelimiter', 'convertRows', list(semicolons(good))],
  ['csv.quotedLines', 'unquoteLines', list(`"${good}"`, `"${header}"`)],
  ['csv.otherQuotes', 'convertQuotes', list(good, header).replace(/[^,\n]+/g, "'$&'")],
  ['csv.otherQuotes', 'convertQuotes', list(`'Asha'${good.slice(4)}`)],
  ['csv.joinedRows', 'removeQuote', list(`"${good}\n${other.replace(',', '",')}`)],
  ['csv.repeatedHeader', 'alignRows', `${header}\n${good}\n${list(turnedRow, turned)}`],
  [
    'csv.repeatedHeader',
    'alignRows',
    `${header}\n${list(turnedRow, turned).replaceAll(/^\+.*$/gm, `$&\n${header}\n${good}\n${turned}`)}`,
  ],
  ['csv.fieldCount', 'padRow', list('Asha,Rao')],
  ['csv.fieldCount', 'cutRow', list(`${good},x`)],
  ['csv.blankRow', 'deleteRow', list(`${good}\n,,,,,`)],
  ['phone.duplicate', 'deleteRow', list(`${good}\nA,B,Mr,9876543211,+91,+91`)],
  ['columns.unknown', 'removeColumn', list(`${good},x`, `${header},Note`)],
  ['columns.missing', 'addColumns', list('Asha,Rao,Mrs,9876543210,+91', header.slice(0, -19))],
  ['columns.missing', 'fillColumn', list('Asha,Rao,Mrs,9876543210,+91', header.slice(0, -19)), '+91'],
  ['countryCode.invalid', 'normaliseCountryCode', list('Asha,Rao,Mrs,9876543210,IN,+91')],
];

/** What a generator gives, and how often it paused. */
function paused<Result>(work: Generator<undefined, Result>) {
  for (let pauses = 0; ; pauses++) {
    const step = work.next();
    if (step.done) return { result: step.value, pauses };
  }
}

describe('a fix of a whole file', () => {
  for (const [code, kind, text, answer] of cases) {
    it(`pauses while it works, ${code}: ${kind}`, () => {
      const sheet = readSheet(text);
      const { result, pauses } = paused(fixAllOf(found(code, sheet), kind, sheet, answer));
      assert.ok(result.length > 0);
      assert.ok(pauses >= rows / mostAtOnce, String(pauses));
      const applied = paused(applyInSteps(text, result));
      assert.ok(applied.pauses >= result.length / mostAtOnce);
      assert.equal(applied.result, applyEdits(text, result));
    });
  }

  it('pauses while everything safe is done', () => {
    for (const row of ['Asha ,Rao,Mrs,9876543210,+91,+91', `${good}\n,,,,,`]) {
      const { result, pauses } = paused(safeEdits(readSheet(list(row)), countryCodes));
      assert.equal(result.length, rows);
      assert.ok(pauses >= rows / mostAtOnce, String(pauses));
    }
  });
});

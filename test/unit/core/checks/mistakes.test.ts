import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { findingCodes, streamCodes } from '../../../../src/core/checks/finding';
import { checked as check } from '../../../support/checked';

const folder = path.join(import.meta.dirname, '..', '..', '..', 'fixtures', 'mistakes');
const codesIn = (name: string) => {
  const report = check(fs.readFileSync(path.join(folder, name), 'utf8'));
  return [...new Set(report.findings.map(({ finding }) => finding.code))];
};

describe('the files with every mistake', () => {
  it('hold each code of the documentation, most of them in one file', () => {
    const files = fs.readdirSync(folder);
    const found = files.flatMap(codesIn);
    const checked = findingCodes.filter((code) => !streamCodes.some((fromStream) => fromStream === code));
    assert.deepEqual([...new Set(found)].toSorted(), checked.toSorted());
    // A file has one delimiter, has rows or has none, and is a contact list or is none.
    const elsewhere = [
      ...['csv.delimiter', 'csv.linesAboveHeader', 'csv.rowDelimiter', 'csv.quotedLines', 'csv.noRows'],
      'columns.none',
    ];
    assert.deepEqual(
      codesIn('every.csv').toSorted(),
      checked.filter((code) => !elsewhere.includes(code)).toSorted(),
    );
  });
});

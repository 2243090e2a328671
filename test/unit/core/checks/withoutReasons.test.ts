import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { ContactSheet } from '../../../../src/core/checks/sheet';
import { cellsToSend, withoutReasons } from '../../../../src/core/checks/withoutReasons';
import { scan } from '../../../../src/core/csv/scan';
import { checked } from '../../../support/checked';
import { csvPieces, textOf } from '../../../support/edits';
import { header } from '../../../support/ruleCases';
import { isLong, runs } from '../../../support/long';

const always = isLong ? {} : { seed: 20_260_115 };

/** What is sent of a text with commas, as the text and as its values. */
function sent(text: string): { readonly text: string; readonly records: readonly (readonly string[])[] } {
  const sheet = withoutReasons(new ContactSheet(scan(text)));
  const { table, recordCount } = sheet;
  return {
    text: table.text,
    records: Array.from({ length: recordCount }, (_, record) => sheet.cells(record)),
  };
}

describe('what is sent of a list with a column "importError"', () => {
  const cuts: Readonly<Record<string, readonly [text: string, without: string]>> = {
    'in front': ['importError,a,b\nwhy,1,2\n', 'a,b\n1,2\n'],
    'in between': ['a,importError,b\r\n1,"w\nhy, not",2\r\n', 'a,b\r\n1,2\r\n'],
    'at the end': ['a,b,importError\n1,2,why', 'a,b\n1,2'],
    'several times': ['importError,a,importError,importError,b,importError\nv,1,w,x,2,y\n', 'a,b\n1,2\n'],
    'side by side at the end': ['a,importError,importError\n1,v,w\n', 'a\n1\n'],
    'in quotes': ['a,"importError"\n1,why\n', 'a\n1\n'],
    'in rows that are too short or too long': [
      'a,importError,b\n1\n1,why\n1,why,2,3\n',
      'a,b\n1\n1\n1,2,3\n',
    ],
    'beside blank lines': ['\uFEFFimportError,a\n\nwhy\n,\nwhy,1', '\uFEFFa\n\n\n\n1'],
    'and no other one': ['importError\nwhy\nwhy,1\n', '\n\n1\n'],
  };
  for (const [name, [text, without]] of Object.entries(cuts)) {
    it(`lacks it ${name}`, () => assert.equal(sent(text).text, without));
  }

  it('has every other column, though it is called so once a byte order mark is away', () => {
    assert.deepEqual(sent('importError,\uFEFFimportError,a\nwhy,x,1\n').records, [
      ['\uFEFFimportError', 'a'],
      ['x', '1'],
    ]);
    assert.deepEqual(sent('importError,\uFEFF"a,b"\nwhy,1,2\n').records, [
      ['\uFEFF"a', 'b"'],
      ['1', '2'],
    ]);
  });

  it('has all other cells as they were read', () => {
    const heading = fc.constantFrom(
      '',
      '\uFEFF',
      'importError,',
      'a,importError\n',
      '"importError",importError,\uFEFFimportError,',
    );
    fc.assert(
      fc.property(heading, textOf([...csvPieces, 'importError'], 30), (start, parts) => {
        // An editor has no line ends by a CR alone.
        const text = (start + parts).replace(/\r(?!\n)/g, '\n');
        const sheet = new ContactSheet(scan(text));
        const { records } = sent(text);
        // A record of which nothing is left is none at the very end.
        assert.ok(records.length === sheet.recordCount || records.length === sheet.recordCount - 1);
        for (const [record, cells] of records.entries()) {
          assert.deepEqual(cells, cellsToSend(sheet, record));
        }
      }),
      { ...always, numRuns: runs(2000) },
    );
  });
});

describe('a record with nothing but a reason', () => {
  const row = 'Asha,Rao,Mrs,9876543210,+91,+91';

  it('is no row, since nothing of it can be sent', () => {
    const sheet = readSheet(`importError,${header}\nwhy,${row}\nwhy,,,,,,\nwhy\n"w""h"y,,,,,,\n,${row}\n`);
    const rows = Array.from({ length: 6 }, (_, record) => record).filter((record) => sheet.isRow(record));
    assert.deepEqual(rows, [1, 5]);
    assert.equal(sheet.plainCells(2), undefined);
    assert.ok(sheet.plainCells(1));
  });

  it('is told as a blank row', () => {
    const text = `${header},importError\n${row},\n,,,,,,why\n`;
    const { rows, findings, counts } = checked(text, {});
    assert.equal(rows, 1);
    assert.equal(counts.error, 1);
    const found = findings.map(({ finding: { code, range } }) => [code, text.slice(range.start, range.end)]);
    assert.deepEqual(found, [['csv.blankRow', ',,,,,,why']]);
  });

  it('is a row where the column has another name', () => {
    const sheet = readSheet(`Reason,${header}\nwhy,,,,,,\n`);
    assert.ok(sheet.isRow(1));
  });
});

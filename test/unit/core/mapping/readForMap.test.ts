import assert from 'node:assert/strict';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { readForMap } from '../../../../src/core/mapping/readForMap';

const header = 'Vorname,Nachname,Handy';
const rows = ['Asha,Rao,9876543210', 'Ben,Doe,9876543211'];
const quoted = (line: string) => `"${line.replaceAll('"', '""')}"`;

/** What a map reads of a text: its cells, and the line on which each record starts in the file. */
function readOf(text: string, settings = {}) {
  const { sheet, inFile, linesAbove, rowsAbove } = readForMap(readSheet(text), settings);
  const records = [...Array(sheet.recordCount).keys()];
  return {
    cells: records.map((record) => sheet.cells(record)),
    lines: records.map((record) => {
      const start = inFile(sheet.table.recordRange(record).start);
      return text.slice(0, start).split('\n').length;
    }),
    linesAbove,
    rowsAbove,
  };
}

const plain = [header, ...rows].map((line) => line.split(','));
const nothing = { linesAbove: 0, rowsAbove: 0 };

describe('what a map reads of a file', () => {
  for (const [what, text, expected] of [
    [
      'one that is laid out as a CSV, as it is',
      [header, ...rows].join('\n'),
      { cells: plain, lines: [1, 2, 3], ...nothing },
    ],
    [
      'the list below lines above its header',
      ['\uFEFFMy list', '', header, ...rows].join('\r\n'),
      { cells: plain, lines: [3, 4, 5], linesAbove: 2, rowsAbove: 0 },
    ],
    [
      'the list below sep=',
      ['sep=,', header, ...rows].join('\n'),
      { cells: plain, lines: [2, 3, 4], linesAbove: 1, rowsAbove: 0 },
    ],
    [
      'rows above the header, too',
      ['My list', ...rows, header, 'Cleo,Ray,9876543212'].join('\n'),
      {
        cells: [...plain, ['Cleo', 'Ray', '9876543212']],
        lines: [1, 2, 3, 5],
        linesAbove: 1,
        rowsAbove: 2,
      },
    ],
    [
      'rows separated otherwise than the header',
      [header.replaceAll(',', ';'), ...rows].join('\n'),
      { cells: plain, lines: [1, 2, 3], ...nothing },
    ],
    [
      'lines in quotes as a whole',
      [header, 'Asha,"Rao, MD",1', rows[1] ?? ''].map(quoted).join('\n'),
      { cells: [plain[0], ['Asha', 'Rao, MD', '1'], plain[2]], lines: [1, 2, 3], ...nothing },
    ],
    [
      'cells in other quotes',
      [header, ...rows].map((line) => line.replaceAll(/[^,]+/g, "'$&'")).join('\n'),
      { cells: plain, lines: [1, 2, 3], ...nothing },
    ],
    [
      'one layout within another',
      ['sep=;', ...[header, ...rows].map((line) => quoted(line.replaceAll(',', ';')))].join('\n'),
      { cells: plain, lines: [2, 3, 4], linesAbove: 1, rowsAbove: 0 },
    ],
  ] as const) {
    it(`is ${what}`, () => assert.deepEqual(readOf(text), expected));
  }

  it('is what the first line says where the user has turned the rule off', () => {
    const text = ['My list', header, ...rows].join('\n');
    assert.deepEqual(readOf(text, { 'csv.linesAboveHeader': 'off' }).cells[0], ['My list']);
  });

  it('leads to the very cell in the file', () => {
    const text = ['My list', '', header, ...rows].join('\n');
    const { sheet, inFile } = readForMap(readSheet(text), {});
    const { start, end } = sheet.table.fieldRange(2, 2);
    assert.equal(text.slice(inFile(start), inFile(end)), '9876543211');
  });
});

import assert from 'node:assert/strict';
import { spreadsheetLimits, type SpreadsheetLimits } from '../../../../src/core/spreadsheet/limits';
import { SpreadsheetError, type SpreadsheetProblem } from '../../../../src/core/spreadsheet/problem';
import { readWorkbook } from '../../../../src/core/spreadsheet/readWorkbook';
import { plainWorkbook, rowsXml, workbook, workbookFiles } from '../../../support/xlsx/workbook';
import { zip, type ZipEntry } from '../../../support/xlsx/zip';

/** Why a file is not read. */
async function problemOf(
  file: Uint8Array,
  limits: Partial<SpreadsheetLimits> = {},
): Promise<SpreadsheetProblem | undefined> {
  try {
    await readWorkbook(file, { ...spreadsheetLimits, ...limits });
    return undefined;
  } catch (error) {
    assert.ok(error instanceof SpreadsheetError, String(error));
    return error.problem;
  }
}

const ole = '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1';
const container = (stream: string) =>
  Buffer.concat([
    Buffer.from(ole, 'latin1'),
    Buffer.alloc(512),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(64),
  ]);
const small: ZipEntry[] = workbookFiles({ sheets: [{ name: 'S', rows: rowsXml([['a', 'b']]) }] });

describe('a file that is no workbook', () => {
  const kinds: readonly (readonly [SpreadsheetProblem, string, Uint8Array])[] = [
    ['empty', 'nothing', Buffer.alloc(0)],
    ['encrypted', 'a container with an encrypted package', container('EncryptedPackage')],
    ['xls', 'a container with a workbook', container('Workbook')],
    ['xls', 'a container of Excel 5', container('Book')],
    ['xls', 'sheets of Excel 2 to 4', Buffer.from([9, 8, 6, 0, 0, 2, 0x10, 0])],
    ['notWorkbook', 'a container of something else', container('WordDocument')],
    [
      'xlsb',
      'a binary workbook',
      zip([
        ['xl/workbook.bin', 'x'],
        ['xl/vbaProject.bin', 'x'],
      ]),
    ],
    ['macros', 'a workbook with macros', zip([...small, ['xl/vbaProject.bin', 'x']])],
    [
      'ods',
      'an OpenDocument',
      zip([
        ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['content.xml', '<a/>'],
        ['META-INF/manifest.xml', '<a/>'],
      ]),
    ],
    [
      'numbers',
      'Numbers',
      zip([
        ['Index/Document.iwa', 'x'],
        ['preview.jpg', 'x'],
      ]),
    ],
    ['numbers', 'Numbers of 2013', zip([['list.numbers/Index.zip', 'x']])],
    ['notWorkbook', 'another archive', zip([['word/document.xml', '<a/>']])],
    ['text', 'a CSV', Buffer.from('firstName,lastName\n')],
    ['text', 'a web page', Buffer.from('<html><table><tr><td>1</td></tr></table></html>')],
    ['text', 'text in UTF-16', Buffer.from('\uFEFFa\tb\n', 'utf16le')],
    ['notWorkbook', 'other bytes', Buffer.from([1, 2, 0, 3, 4])],
  ];
  for (const [problem, what, file] of kinds) {
    it(`is known for what it is: ${what}`, async () => assert.equal(await problemOf(file), problem));
  }
});

describe('a workbook that cannot be read', () => {
  const without = (path: string) => zip(small.filter(([name]) => name !== path));
  const instead = (path: string, content: string) =>
    zip([...small.filter(([name]) => name !== path), [path, content]]);
  const sheet1 = 'xl/worksheets/sheet1.xml';
  const damaged: readonly (readonly [string, Uint8Array])[] = [
    ['cut in the middle', plainWorkbook([['a']]).subarray(0, 300)],
    ['without its sheet', without(sheet1)],
    ['without its relations', without('xl/_rels/workbook.xml.rels')],
    ['whose XML ends early', instead(sheet1, '<worksheet><sheetData><row r="1"><c r="A1"><v>1')],
    [
      'whose XML is none',
      instead(sheet1, '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></row></sheetData></worksheet>'),
    ],
    [
      'that names a string that is not there',
      instead(
        sheet1,
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>',
      ),
    ],
    [
      'whose rows go back',
      workbook({
        sheets: [
          {
            name: 'S',
            rows: '<row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
          },
        ],
      }),
    ],
    ['with two files of one path', zip([...small, ['xl/Workbook.xml', '<workbook/>']])],
    ['that says its parts are smaller than they are', zip(small, { claimedSize: 100 })],
    ['whose bytes are not those that were written', zip(small, { checksum: 1 })],
    [
      'that names a letter that is none',
      workbook({ sheets: [{ name: 'S', rows: rowsXml([['a']]).replace('>a<', '>&#x110000;<') }] }),
    ],
  ];
  for (const [what, file] of damaged) {
    it(`is damaged: ${what}`, async () => assert.equal(await problemOf(file), 'damaged'));
  }
});

describe('a workbook that is made to keep the reader busy', () => {
  const much = 50_000;
  const busy: readonly (readonly [string, Uint8Array])[] = [
    [
      'with a number format longer than any',
      workbook({
        sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" s="1"><v>1</v></c></row>' }],
        formats: ['['.repeat(much)],
      }),
    ],
    ...['<!--', '<![CDATA['].map(
      (start) =>
        [
          `with many ${start} that do not end`,
          workbook({ sheets: [{ name: 'S', rows: start.repeat(much) }] }),
        ] as const,
    ),
  ];
  for (const [what, file] of busy) {
    it(`is damaged: ${what}`, async function () {
      this.timeout(60_000);
      const started = performance.now();
      assert.equal(await problemOf(file), 'damaged');
      assert.ok(performance.now() - started < 1_500);
    });
  }
});

describe('a workbook beyond the limits', () => {
  it('is refused by its size', async () => {
    const file = plainWorkbook([['a']]);
    assert.equal(await problemOf(file, { fileBytes: file.length - 1 }), 'tooLarge');
    assert.equal(await problemOf(file, { fileBytes: file.length }), undefined);
  });

  it('is refused when it is a bomb, before it is unpacked', async function () {
    this.timeout(20_000);
    const bomb = workbookFiles({ sheets: [{ name: 'S', rows: rowsXml([['x'.repeat(1000)]]) }] });
    const file = zip(bomb, { claimedSize: 400 * 1024 * 1024 });
    const started = performance.now();
    assert.equal(await problemOf(file), 'tooLarge');
    assert.ok(performance.now() - started < 1_000);
  });

  it('is refused when one text is longer than any cell, which would take the library minutes', async () => {
    const file = plainWorkbook([['x'.repeat(2000)]]);
    assert.equal(await problemOf(file, { textBytes: 1000 }), 'tooLarge');
    assert.equal(await problemOf(file, { textBytes: 4000 }), undefined);
  });

  it('is refused by its cells, of all sheets together', async () => {
    const sheet = { name: 'S', rows: rowsXml(Array.from({ length: 10 }, () => ['a', 'b'])) };
    const file = workbook({ sheets: [sheet, { ...sheet, name: 'T' }] });
    assert.equal(await problemOf(file, { cells: 39 }), 'tooLarge');
    assert.equal(await problemOf(file, { cells: 40 }), undefined);
  });

  it('is refused by its sheets, which somebody has to choose from', async () => {
    const sheets = ['S', 'T', 'U'].map((name) => ({ name, rows: '' }));
    assert.equal(await problemOf(workbook({ sheets }), { sheets: 2 }), 'tooLarge');
    assert.equal(await problemOf(workbook({ sheets }), { sheets: 3 }), undefined);
  });

  it('is refused when a cell far away would make a table of millions', async () => {
    const rows =
      '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>';
    assert.equal(await problemOf(workbook({ sheets: [{ name: 'S', rows }] })), 'tooLarge');
    // Formats of whole rows are no cells.
    const formats =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row>';
    assert.equal(await problemOf(workbook({ sheets: [{ name: 'S', rows: formats }] })), undefined);
  });

  for (const row of [
    '<row r="99999999999"><c r="A1"><v>1</v></c></row>',
    '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>',
  ]) {
    it(`is damaged when it has places that no spreadsheet has: ${row}`, async () => {
      assert.equal(await problemOf(workbook({ sheets: [{ name: 'S', rows: row }] })), 'damaged');
    });
  }

  it('is refused when the CSV of a sheet is longer than a document may be', async () => {
    const file = plainWorkbook([['abc'], ['def']]);
    assert.equal(await problemOf(file, { csvLength: 7 }), 'tooLarge');
    assert.equal(await problemOf(file, { csvLength: 8 }), undefined);
  });
});

import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { spreadsheetLimits } from '../../../../src/core/spreadsheet/limits';
import { readWorkbook } from '../../../../src/core/spreadsheet/readWorkbook';
import type { SheetCsv } from '../../../../src/core/spreadsheet/sheetCsv';
import {
  plainWorkbook,
  rowsXml,
  workbook,
  workbookFiles,
  type TestWorkbook,
} from '../../../support/xlsx/workbook';
import { zip } from '../../../support/xlsx/zip';

const read = (file: Uint8Array) => readWorkbook(file, spreadsheetLimits);

/** The only sheet of a workbook. */
async function sheetOf(file: Uint8Array): Promise<SheetCsv> {
  const [sheet, ...others] = await read(file);
  assert.ok(sheet);
  assert.deepEqual(others, []);
  return sheet;
}

/** The CSV of a sheet with these rows as XML. */
async function csvOf(rows: string, book: Omit<TestWorkbook, 'sheets'> = {}): Promise<string> {
  return (await sheetOf(workbook({ sheets: [{ name: 'Sheet1', rows }], ...book }))).csv;
}

describe('reading a workbook', () => {
  it('gives the sheets in their order, each with its name and its rows below the first', async () => {
    const sheets = await read(
      workbook({
        sheets: [
          { name: 'Kontakte & mehr', rows: rowsXml([['a'], ['b'], ['c']]) },
          { name: 'Hidden', attributes: 'state="hidden"', rows: rowsXml([['x']]) },
          { name: 'Empty', rows: '' },
        ],
      }),
    );
    assert.deepEqual(sheets, [
      { name: 'Kontakte & mehr', csv: 'a\nb\nc\n', rows: 2, odd: [] },
      { name: 'Hidden', csv: 'x\n', rows: 0, odd: [] },
      { name: 'Empty', csv: '', rows: 0, odd: [] },
    ]);
  });

  it('keeps zeros, a plus and blanks of text, inline, shared, rich, and of a formula', async () => {
    const csv = await csvOf(
      '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 007 </t></is></c><c r="B1" t="s"><v>0</v></c>' +
        '<c r="C1" t="s"><v>1</v></c><c r="D1" t="str"><f>"+"&amp;91</f><v>+91</v></c>' +
        '<c r="E1" t="inlineStr"><is><r><t>Mc</t></r><r><t xml:space="preserve">Gill </t></r></is></c></row>',
      {
        sharedStrings: [
          '<si><t>+919876543210</t></si>',
          '<si><r><t>O’</t></r><r><rPr><b/></rPr><t>Neil &amp; Co</t></r><rPh sb="0" eb="1"><t>オニール</t></rPh></si>',
        ],
      },
    );
    assert.equal(csv, ' 007 ,+919876543210,O’Neil & Co,+91,McGill \n');
  });

  it('reads text that is written as CDATA, or with comments in it', async () => {
    const csv = await csvOf(
      '<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[a & <b>]]></t></is></c><c r="B1" t="s"><v>0</v></c>' +
        '<c r="C1" t="str"><v>12<!-- 3 -->4</v></c><c r="D1"><v><![CDATA[5]]>6</v></c></row>',
      { sharedStrings: ['<si><t>x<![CDATA[y]]>z</t></si>'] },
    );
    assert.equal(csv, 'a & <b>,xyz,124,56\n');
  });

  it('reads letters of any plane that are written as numbers', async () => {
    const csv = await csvOf(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>&#x20BB7;&#134071;&#x91CE;&amp;#x1F600;</t></is></c>' +
        '<c r="B1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t><![CDATA[&#x1F600;]]></t></is></c></row>',
      { sharedStrings: ['<si><t>Asha &#x1F600;</t></si>'] },
    );
    assert.equal(csv, '𠮷𠮷野&#x1F600;,Asha 😀,&#x1F600;\n');
  });

  it('reads a formula’s text that is marked as inline, as LibreOffice wrote it', async () => {
    const csv = await csvOf(
      '<row r="1"><c r="A1" t="inlineStr"><f>"a"&amp;"b"</f><v t="inlineStr">ab</v></c><c r="B1" t="inlineStr"><is><t>c</t></is></c></row>',
    );
    assert.equal(csv, 'ab,c\n');
  });

  it('leaves further data of a cell out, and reads true and false', async () => {
    const csv = await csvOf(
      '<row r="1"><extLst/><c r="A1"><v>1</v><extLst><ext><v>7</v></ext></extLst></c><c r="B1" t="b"><v>true</v></c>' +
        '<c r="C1" t="b"><f>A1=7</f><v>FALSE</v></c><c r="D1" t="str"><f>"true"</f><v>true</v></c></row>',
    );
    assert.equal(csv, '1,TRUE,FALSE,true\n');
  });

  it('gives the digits of a number that is formatted as a date and can be none', async () => {
    const formats = ['dd/mm/yyyy'];
    const sheet = await sheetOf(
      workbook({
        sheets: [
          {
            name: 'S',
            rows: '<row r="1"><c r="A1" s="1"><v>9876543210</v></c><c r="B1" s="1"><v>-1</v></c><c r="C1" s="1"><v>9.87654321E9</v></c></row>',
          },
        ],
        formats,
      }),
    );
    assert.deepEqual([sheet.csv, sheet.odd], ['9876543210,-1,9876543210\n', []]);
  });

  it('reads attributes with blanks around their sign', async () => {
    const csv = await csvOf('<row r = "1"><c r = "A1"><v>1</v></c><c r\n=\n"C1"><v>2</v></c></row>');
    assert.equal(csv, '1,,2\n');
  });

  for (const [what, encoded] of [
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, the other end first', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['ISO-8859-1', (text: string) => Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
  ] as const) {
    it(`reads parts in ${what}`, async () => {
      const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Müller</t></is></c></row>';
      const files = workbookFiles({ sheets: [{ name: 'S', rows }] }).map(
        ([path, content]) => [path, path.includes('sheet1') ? encoded(String(content)) : content] as const,
      );
      assert.equal((await sheetOf(zip(files))).csv, 'Müller\n');
    });
  }

  it('reads line breaks as XML has them', async () => {
    const csv = await csvOf('<row r="1"><c r="A1" t="inlineStr"><is><t>Height\r\n(m)</t></is></c></row>');
    assert.equal(csv, '"Height\n(m)"\n');
  });

  for (const target of ['./worksheets/sheet1.xml', '../xl/worksheets/sheet1.xml']) {
    it(`finds a sheet at ${target}`, async () => {
      const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
      const files = workbookFiles({ sheets: [{ name: 'S', rows }] }).map(
        ([path, content]) =>
          [path, String(content).replace('Target="worksheets/sheet1.xml"', `Target="${target}"`)] as const,
      );
      assert.equal((await sheetOf(zip(files))).csv, '1\n');
    });
  }

  it('writes numbers in digits, and the value of a formula', async () => {
    const cells = ['9876543210', '9.87654321E9', '9876543210.0', '1.1000000000000001'];
    const xml = cells.map((value, at) => `<c r="${'ABCD'.charAt(at)}1"><v>${value}</v></c>`).join('');
    const csv = await csvOf(`<row r="1">${xml}<c r="E1"><f>A1*1</f><v>9876543210</v></c></row>`);
    assert.equal(csv, '9876543210,9876543210,9876543210,1.1,9876543210\n');
  });

  it('gives the number of a cell whose format only shows zeros or a shape', async () => {
    const formats = ['0000000000', '[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '"+"0', '0.00E+00', '@'];
    const xml = formats
      .map((_, at) => `<c r="${'ABCDE'.charAt(at)}1" s="${at + 1}"><v>612345678</v></c>`)
      .join('');
    assert.equal(
      await csvOf(`<row r="1">${xml}</row>`, { formats }),
      `${Array(5).fill('612345678').join()}\n`,
    );
  });

  it('puts text back as a CSV reader finds it', async () => {
    const rows = [
      ['quote " in', 'a,b', 'line\nbreak', 'cr\r\nlf'],
      ['=1+1', "'apostrophe", '\u00e5\u{1F600}', '&lt;'],
      ['tab\there', ' ', 'x', '_x0041_'],
    ];
    const file = plainWorkbook([...rows.slice(0, 2), ['tab\there', ' ', 'x', '_x005F_x0041_']]);
    const { csv } = await sheetOf(file);
    const found: unknown = parse(csv, { record_delimiter: '\n' });
    assert.deepEqual(found, rows);
  });

  it('leaves blank rows at the end out, and keeps those between others', async () => {
    const rows = '<row r="3"><c r="B3"><v>1</v></c></row><row r="5"><c r="A5"><v>2</v></c></row>';
    const blanks =
      '<row r="6"><c r="A6" t="inlineStr"><is><t xml:space="preserve">  </t></is></c></row><row r="900"><c r="A900" s="0"/></row>';
    const sheet = await sheetOf(workbook({ sheets: [{ name: 'S', rows: rows + blanks }] }));
    assert.equal(sheet.csv, ',\n,\n,1\n,\n2,\n');
    assert.equal(sheet.rows, 4);
  });

  it('finds cells that do not say where they are, next to those before', async () => {
    const csv = await csvOf(
      '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row/><row><c t="inlineStr"><is><t>4</t></is></c></row>',
    );
    assert.equal(csv, '1,,2,3\n,,,\n4,,,\n');
  });

  for (const date1904 of [false, true]) {
    it(`writes dates as ISO 8601 and tells them, counted from ${date1904 ? 1904 : 1900}`, async () => {
      const formats = ['yyyy\\-mm\\-dd', 'dd/mm/yyyy hh:mm', 'h:mm:ss AM/PM', '[$-407]d. mmmm yyyy'];
      const shift = date1904 ? 1462 : 0;
      const values = [45_424 - shift, 45_424.520_833_333_3 - shift, 0.604_166_666_666_7, 25_569 - shift];
      const xml = values
        .map((value, at) => `<c r="${'ABCD'.charAt(at)}1" s="${at + 1}"><v>${value}</v></c>`)
        .join('');
      const rows = `<row r="1">${xml}<c r="E1" t="d"><v>2021-01-01T10:10:10</v></c><c r="F1" t="d"><v>10:10:10</v></c></row>`;
      const sheet = await sheetOf(workbook({ sheets: [{ name: 'S', rows }], formats, date1904 }));
      assert.equal(
        sheet.csv,
        '2024-05-12,2024-05-12 12:30:00,14:30:00,1970-01-01,2021-01-01 10:10:10,10:10:10\n',
      );
      assert.deepEqual(sheet.odd, [{ kind: 'date', count: 6, first: 'A1', offset: 0 }]);
    });
  }

  it('knows the other way to write that dates count from 1904', async () => {
    const book: TestWorkbook = {
      sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" s="1"><v>43962</v></c></row>' }],
      formats: ['yyyy-mm-dd'],
      date1904: true,
    };
    const files = workbookFiles(book).map(
      ([path, content]) => [path, String(content).replace('date1904="1"', 'date1904="true"')] as const,
    );
    assert.equal((await sheetOf(zip(files))).csv, '2024-05-12\n');
  });

  it('has the days of the first months as the spreadsheet shows them, with one that never was', async () => {
    const daysOf = async (values: readonly number[], date1904: boolean) => {
      const xml = values.map((value) => `<c s="1"><v>${value}</v></c>`).join('');
      return await csvOf(`<row r="1">${xml}</row>`, { formats: ['yyyy-mm-dd'], date1904 });
    };
    assert.equal(
      await daysOf([1, 1.5, 59, 59.75, 60, 61], false),
      '1900-01-01,1900-01-01 12:00:00,1900-02-28,1900-02-28 18:00:00,1900-02-29,1900-03-01\n',
    );
    assert.equal(await daysOf([1, 59, 60, 61], true), '1904-01-02,1904-02-29,1904-03-01,1904-03-02\n');
  });

  it('has the digits of a number behind the last day that a spreadsheet shows', async () => {
    const last = '<row r="1"><c r="A1" s="1"><v>2958465.5</v></c><c r="B1" s="1"><v>2958466</v></c></row>';
    assert.equal(await csvOf(last, { formats: ['yyyy-mm-dd'] }), '9999-12-31 12:00:00,2958466\n');
    const of1904 = '<row r="1"><c r="A1" s="1"><v>2957003</v></c><c r="B1" s="1"><v>2957004</v></c></row>';
    assert.equal(await csvOf(of1904, { formats: ['yyyy-mm-dd'], date1904: true }), '9999-12-31,2957004\n');
  });

  it('tells errors, booleans and numbers of more than 15 digits, with their count and the first cell', async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>#N/A</t></is></c><c r="B1" t="b"><v>1</v></c></row>' +
      '<row r="2"><c r="A2" t="e"><f>NA()</f><v>#N/A</v></c><c r="B2" t="b"><v>0</v></c></row>' +
      '<row r="3"><c r="AB3" s="1" t="e"><v>#DIV/0!</v></c><c r="AC3"><v>1234567890123456</v></c></row>';
    const sheet = await sheetOf(workbook({ sheets: [{ name: 'S', rows }], formats: ['yyyy-mm-dd'] }));
    const records: string[][] = parse(sheet.csv);
    const [first, second, third] = records;
    assert.deepEqual(
      [first?.slice(0, 2), second?.slice(0, 2)],
      [
        ['#N/A', 'TRUE'],
        ['#N/A', 'FALSE'],
      ],
    );
    assert.deepEqual(third?.slice(-2), ['#DIV/0!', '1234567890123456']);
    assert.deepEqual(sheet.odd, [
      { kind: 'boolean', count: 2, first: 'B1', offset: sheet.csv.indexOf('TRUE') },
      { kind: 'error', count: 2, first: 'A2', offset: sheet.csv.lastIndexOf('#N/A') },
      { kind: 'longNumber', count: 1, first: 'AC3', offset: sheet.csv.indexOf('1234567890123456') },
    ]);
  });

  it('leaves sheets of charts out', async () => {
    const chart = '<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
    const files = workbookFiles({
      sheets: [
        { name: 'Chart', rows: '' },
        { name: 'List', rows: rowsXml([['a']]) },
      ],
    }).map(([path, content]): [string, string] => {
      const text = String(content);
      if (path !== 'xl/_rels/workbook.xml.rels') return [path, text];
      return [
        path,
        text.replace(
          '/worksheet" Target="worksheets/sheet1.xml"',
          '/chartsheet" Target="chartsheets/sheet1.xml"',
        ),
      ];
    });
    const sheets = await read(zip([...files, ['xl/chartsheets/sheet1.xml', chart]]));
    assert.deepEqual(
      sheets.map(({ name, csv }) => [name, csv]),
      [['List', 'a\n']],
    );
  });

  it('reads archives whose paths are written otherwise', async () => {
    const files = workbookFiles({
      sheets: [{ name: 'S', rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
      sharedStrings: ['<si><t>a</t></si>'],
    });
    const ways: readonly ((path: string) => string)[] = [
      (path) => path.replaceAll('/', '\\'),
      (path) => `/${path}`,
      (path) => path.replace('sharedStrings', 'SharedStrings'),
      (path) => path.replace(/^xl\//, 'book/'),
      (path) => path.replace(/^xl\//, ''),
    ];
    for (const way of ways) {
      const { csv } = await sheetOf(zip(files.map(([path, content]) => [way(path), content])));
      assert.equal(csv, 'a\n', way('xl/sharedStrings.xml'));
      // And the relations name the parts from the root.
      const absolute = files.map(([path, content]): [string, string] => [
        way(path),
        path === 'xl/_rels/workbook.xml.rels'
          ? String(content).replaceAll(/(?<=Target=")[^"]*/g, (target) =>
              `/${way(`xl/${target}`)}`.replace('//', '/'),
            )
          : String(content),
      ]);
      assert.equal((await sheetOf(zip(absolute))).csv, 'a\n', `absolute ${way('xl/sharedStrings.xml')}`);
    }
  });

  it('reads ten thousand rows whole, wherever the library cuts them', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [
      `Åsa ${at}`,
      9_876_500_000 + at,
      '+91',
      'é'.repeat(at % 7),
    ]);
    const { csv } = await sheetOf(plainWorkbook(rows));
    const expected = rows.map((row) => row.join()).join('\n');
    assert.ok(csv === `${expected}\n`, 'other text');
  });
});

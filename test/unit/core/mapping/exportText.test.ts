import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import Papa from 'papaparse';
import { csvForm, jsonForm, type ExportColumn, type TextForm } from '../../../../src/core/mapping/exportText';
import { written } from '../../../../src/editor/results/writtenRows';
import { forSpreadsheet, fromSpreadsheet } from '../../../../src/core/csv/spreadsheetCell';

interface Row {
  readonly why: string;
  readonly phone: string;
}

const columns: readonly ExportColumn<Row>[] = [
  { name: 'why', valueOf: ({ why }) => why },
  { name: 'phone', isPhone: true, valueOf: ({ phone }) => phone },
];

/** What is written of rows. */
function textOf<Of>({ head, textOf: text, end }: TextForm<Of>, rows: readonly Of[]): string {
  return head + rows.map((row, index) => text(row, index === 0)).join('') + end;
}
const csvOf = (rows: readonly Row[]) => textOf(csvForm(columns), rows);

/** A value as often as not of what makes trouble. */
const value = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...Array.from(`'="+-@;|,\t\r\n 1＝`)) }),
);

describe('an exported CSV', () => {
  it('has a header, every cell in its column, and a byte order mark for spreadsheets', () => {
    assert.equal(csvOf([{ why: 'no, "never"', phone: '+91' }]), '\uFEFFwhy,phone\r\n"no, ""never""",+91\r\n');
  });

  it('holds nothing that a spreadsheet would run, whatever separates its cells', () => {
    for (const begin of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', ' =', '\u00A0@'])
      assert.equal(forSpreadsheet(`${begin}cmd`), `'${begin}cmd`, JSON.stringify(begin));
    for (const separator of [';', '|', '\t', '\n', '\r\n', ';;'])
      assert.equal(forSpreadsheet(`a${separator}=cmd`), `a${separator}'=cmd`, JSON.stringify(separator));
    assert.equal(forSpreadsheet('\t=cmd'), "'\t'=cmd");
    for (const text of ['', 'a', 'a=b', "'a", 'a-b', 'a;b', "O'Neill"])
      assert.equal(forSpreadsheet(text), text);
  });

  it('keeps the leading plus of numbers and prefixes, of these alone', () => {
    const csv = csvOf([
      { why: '+91', phone: '+91 98765' },
      { why: '', phone: '+' },
      { why: '', phone: '+1+cmd' },
      { why: '', phone: '+91\t=cmd' },
    ]);
    assert.deepEqual(csv.split('\r\n').slice(1, -1), ["'+91,+91 98765", ',+', ",'+1+cmd", ",'+91\t'=cmd"]);
  });

  it('is read back as it is where nothing was put before it', () => {
    for (const text of ['+91', '=1', "'a", 'a;+b']) assert.equal(fromSpreadsheet(text), text);
  });

  it('comes back without loss, by two readers', () => {
    const rows = fc.array(fc.record({ why: value, phone: value }, { noNullPrototype: true }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(rows, (written) => {
        const text = csvOf(written);
        const records: string[][] = parse(text, { bom: true, record_delimiter: '\r\n' });
        const others = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1);
        for (const read of [records, others]) {
          assert.deepEqual(
            read.slice(1).map(([why = '', phone = '']) => ({
              why: fromSpreadsheet(why),
              phone: fromSpreadsheet(phone),
            })),
            written,
          );
        }
      }),
    );
  });
});

describe('exported JSON', () => {
  it('is one object, its rows as they were given, also when there is none', () => {
    const rows = [{ why: 'a\n', phone: '+91' }];
    const jsonOf = (some: readonly Row[]): unknown =>
      JSON.parse(
        textOf(
          jsonForm({ file: 'a "b".csv' }, ({ why }: Row) => ({ why })),
          some,
        ),
      );
    assert.deepEqual(jsonOf([...rows, ...rows]), {
      file: 'a "b".csv',
      rows: [{ why: 'a\n' }, { why: 'a\n' }],
    });
    assert.deepEqual(jsonOf([]), { file: 'a "b".csv', rows: [] });
  });

  it('is given in pieces of some rows each, and so is the CSV, however many rows come at once', async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => ({ why: String(index), phone: '' }));
    for (const form of [csvForm(columns), jsonForm({}, ({ why }: Row) => why)]) {
      const pieces: string[] = [];
      for await (const piece of written(form, [rows.slice(0, 700), [], rows.slice(700)])) pieces.push(piece);
      assert.ok(pieces.length > 5 && pieces.every((piece) => piece.length < 5_000), String(pieces.length));
      assert.equal(pieces.join(''), textOf(form, rows));
    }
  });
});

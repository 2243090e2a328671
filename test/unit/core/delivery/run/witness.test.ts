import assert from 'node:assert/strict';
import { readSheet } from '../../../../../src/core/checks/readSheet';
import { contactColumns } from '../../../../../src/core/contact/columns';
import type {
  CsvFile,
  ImportContent,
  ImportRow,
  ImportSource,
  Mismatch,
} from '../../../../../src/core/delivery';
import { batchesOf, batchOf, type Batch } from '../../../../../src/core/delivery/run/batches';
import { readBack } from '../../../../../src/core/delivery/run/witness';
import { shownSource } from '../../../../../src/core/delivery/source/sheetContent';
import { importContent } from '../../../../../src/core/delivery/source/source';
import { header, outgoingOf, rowAt, rowsOf } from '../../../../support/delivery/rows';
import { finished } from '../../../../support/finished';

/** A request for three rows, of which something is not what it should be. */
function altered(alter: Partial<Batch> | ((text: string) => string)): Batch {
  const batch = batchOf(outgoingOf(rowsOf(3)), rowsOf(3));
  if (typeof alter !== 'function') return { ...batch, ...alter };
  const text = alter(Buffer.from(batch.file.bytes).toString());
  return { ...batch, file: { ...batch.file, bytes: Buffer.from(text) } };
}

const place = (index: number) => ({ index, line: index + 2 });

describe('the witness of what leaves', () => {
  const cases: readonly (readonly [string, Batch, Mismatch])[] = [
    [
      'another header cell',
      altered((text) => text.replace('lastName', 'lastname')),
      { what: 'header', column: 2 },
    ],
    [
      'a header cell too many',
      altered((text) => text.replace('\r\n', ',x\r\n')),
      { what: 'header', column: 7 },
    ],
    ['a header cell too few', altered((text) => text.slice(10)), { what: 'header', column: 1 }],
    ['no header', altered(() => ''), { what: 'header', column: 1 }],
    [
      'an unreadable header',
      altered((text) => text.replace('salutation', 'salut"ation')),
      { what: 'unreadable' },
    ],
    [
      'a record that is missing, by the row that stands in its place',
      altered((text) => text.replace(`${rowAt(1).record}\r\n`, '')),
      { what: 'value', row: place(1), column: 1 },
    ],
    [
      'the last record missing',
      altered((text) => text.replace(rowAt(2).record, '').trimEnd()),
      { what: 'missing', row: place(2) },
    ],
    [
      'a record too many, between two rows',
      altered((text) => text.replace(rowAt(1).record, `${rowAt(9).record}\r\n${rowAt(1).record}`)),
      { what: 'value', row: place(1), column: 1 },
    ],
    [
      'a record too many, at the end',
      altered((text) => text + rowAt(9).record),
      { what: 'extra', row: place(2) },
    ],
    [
      'a blank row where none was taken from the text',
      altered((text) => text.replace(rowAt(1).record, `\r\n${rowAt(1).record}`)),
      { what: 'value', row: place(1), column: 1 },
    ],
    [
      'one value',
      altered((text) => text.replace('9000000002', '9000000003')),
      { what: 'value', row: place(2), column: 4 },
    ],
    [
      'a value with a space more',
      altered((text) => text.replace('row1,test', 'row1,test ')),
      { what: 'value', row: place(1), column: 2 },
    ],
    [
      'a cell too many',
      altered((text) => text.replace('row1,', 'row1,,')),
      { what: 'value', row: place(1), column: 2 },
    ],
    [
      'a surplus cell behind the last one',
      altered((text) => text.replace('9000000001,+91,+', '9000000001,+91,+,')),
      { what: 'cells', row: place(1), column: 7 },
    ],
    [
      'a cell too few',
      altered((text) => text.replace('9000000001,+91,+', '9000000001,+91')),
      { what: 'cells', row: place(1), column: 6 },
    ],
    [
      'a quote that swallows what is behind it',
      altered((text) => text.replace('row1,', '"row1,').replace('row2,test', 'row2",test')),
      { what: 'value', row: place(1), column: 1 },
    ],
    [
      'a shifted quote',
      altered((text) => text.replace('row1,', 'ro"w1",')),
      { what: 'unreadable', row: place(1) },
    ],
    [
      'a quote that is never closed',
      altered((text) => text.replace('row0,', '"row0,')),
      { what: 'unreadable', row: place(0) },
    ],
    [
      'a comma that is no separator any more',
      altered((text) => text.replace('row2,test', '"row2,test"')),
      { what: 'value', row: place(2), column: 1 },
    ],
    [
      'quotes that are a part of a value and were not doubled',
      altered({ rows: [named(0, '"Asha"')], file: fileOf(`${header}\n"Asha",${rowAt(0).record.slice(5)}`) }),
      { what: 'value', row: place(0), column: 1 },
    ],
    [
      'letters in another encoding',
      altered({
        rows: [named(0, 'Zoë')],
        file: fileOf(`${header}\n${named(0, 'Zoë').record}`, 'latin1'),
      }),
      { what: 'value', row: place(0), column: 1 },
    ],
  ];
  for (const [name, batch, mismatch] of cases) {
    it(`finds ${name}`, async () => assert.deepEqual(await readBack(batch), mismatch));
  }

  it('finds nothing where nothing is', async () => {
    assert.equal(await readBack(altered({})), undefined);
  });

  it('looks into blank rows of a text as the user sees it, but never at them', async () => {
    const blank = (text: string) => text.replace(rowAt(1).record, `\r\n , \u200B,\r\n${rowAt(1).record}`);
    assert.equal(await readBack({ ...altered(blank), records: [1, 4, 5] }), undefined);
    const atRow1 = { what: 'value', row: place(1), column: 1 };
    const notBlank = (text: string) => text.replace(rowAt(1).record, `\r\n,.,\r\n${rowAt(1).record}`);
    assert.deepEqual(await readBack({ ...altered(notBlank), records: [1, 4, 5] }), atRow1);
    // A blank row more than was seen, and one less.
    assert.deepEqual(await readBack({ ...altered(blank), records: [1, 3, 4] }), atRow1);
    assert.deepEqual(await readBack({ ...altered(blank), records: [1, 5, 6] }), atRow1);
    const more = (text: string) => `${text}\r\n${rowAt(3).record}`;
    assert.deepEqual(await readBack({ ...altered(more), records: [1, 2, 3] }), {
      what: 'extra',
      row: place(2),
    });
  });

  it('reads a request of any size to its last value', async () => {
    const rows = rowsOf(5_000);
    const batch = batchOf(outgoingOf(rows), rows);
    assert.equal(await readBack(batch), undefined);
    const last = batch.file.bytes.length - 3;
    const bytes = Buffer.concat([batch.file.bytes.subarray(0, last), Buffer.from('-\r\n')]);
    const mismatch = await readBack({ ...batch, file: { ...batch.file, bytes } });
    assert.deepEqual(mismatch, { what: 'value', row: place(4_999), column: 6 });
  });

  describe('beside cells with broken quotes', () => {
    /** What is found in the requests of a text, as the user sees it and cut up, of which something was altered. */
    async function mismatch(text: string, from: string, to: string): Promise<Mismatch | undefined> {
      const source = finished(shownSource('a.csv', readSheet(text), true));
      const found: (Mismatch | undefined)[] = [];
      for (const isCut of [false, true]) {
        for await (const batch of batchesOf(contentOf(source, isCut), { rows: 1000, bytes: 900_000 })) {
          assert.equal(await readBack(batch), undefined);
          const sent = Buffer.from(batch.file.bytes).toString();
          assert.ok(sent.includes(from));
          found.push(await readBack({ ...batch, file: fileOf(sent.replace(from, to)) }));
        }
      }
      const [first, second] = found;
      assert.deepEqual(first, second);
      return first;
    }
    const text = `a,b\n5'6",x\n"""Asha""",y"z\nLi,"Wu"\n`;
    const value = (row: number, column: number) => ({ what: 'value', row: place(row), column });

    it('is as strict as ever in all others, of that row too', async () => {
      assert.deepEqual(await mismatch(text, '"""Asha"""', '"Asha"'), value(1, 1));
      assert.deepEqual(await mismatch(text, '"Wu"', '"""Wu"""'), value(2, 2));
      assert.deepEqual(await mismatch(text, 'Li,', 'L"i,'), value(2, 1));
      assert.deepEqual(await mismatch(text, 'a,b', '"""a""",b'), { what: 'header', column: 1 });
    });

    it('finds in them what differs by more than quotes', async () => {
      assert.deepEqual(await mismatch(text, 'y"z', 'y"'), value(1, 2));
      assert.deepEqual(await mismatch(text, 'y"z', '"yz\n"'), value(1, 2));
    });

    it('reads a last cell whose quote is never closed, and takes no other one for it', async () => {
      const unclosed = `a,b\n5'6",x\n"y\nz,`;
      assert.deepEqual(await mismatch(unclosed, 'y\n', 'w\n'), value(1, 1));
      assert.deepEqual(await mismatch(unclosed, ',x', ',"x'), value(0, 2));
      assert.deepEqual(await mismatch(`a,b\nx,y\n5'6",z\n`, ',z', ',"z'), {
        what: 'unreadable',
        row: place(1),
      });
    });
  });

  describe('never refuses', () => {
    const row = rowAt(0).record;
    const texts: Readonly<Record<string, string>> = {
      'a byte order mark': `\uFEFF${header}\n${row}\n`,
      'two byte order marks': `\uFEFF\uFEFFnotes,${header}\nx,${row}\n`,
      'a byte order mark that a left out column uncovers': `importError,\uFEFFnotes,${header}\nwhy,x,${row}\n`,
      'no line break at the end': `${header}\n${row}`,
      'blank lines and blank rows': `${header}\n\n${row}\r\n\r\n,,,,,\n"\u200B",\n\n`,
      'mixed line ends': `${header}\r\n${row}\n${rowAt(1).record}\r\n${rowAt(2).record}`,
      'CRs in cells': `${header}\n"a\rb",c\rd,,1,,\n${row}\r\r\n`,
      NUL: `${header}\na\0b,"\0",,1,,\n`,
      'U+2028': `${header}\na\u2028b,\u2029,,1,,\n`,
      'quoted line breaks': `"firstName",${header.slice(10)}\n"a\n\r\n,""b""","\r\n\n",,1,,\n`,
      'lone surrogates': `${header}\na\uD83D,\uDE00b\uFFFD,,1,,\n`,
      'ragged rows': `${header}\na,b\n${row},x,"y\n"\n`,
      'a column importError, before, between, behind': `${header},importError\n${row},"be\ncause"\na,b\n${row},,more\n`,
      'a column that is called importError once a byte order mark is away': `importError,\uFEFFimportError,${header}\nwhy,x,${row}\n`,
      'a byte order mark before a quote': `importError,\uFEFF"first,Name"\nwhy,x,"y"\n`,
      'a column importError alone, and cells behind it': `importError\nwhy,x\nwhy,y,z\n`,
      'rows with nothing but a reason': `${header},importError\n${row},\n,,,,,,why\n,,,,,,why`,
      'two columns importError': `importError,${header},importError\nx,${row},y\n`,
      'quotes within unquoted cells': `${header}\nAsha "Ash",5'6",,1,,\n`,
      'closing quotes with text behind, doubled ones before': `${header}\n"A ""s"" h" a,"b"c"",""d,1,,\n`,
      'a NUL behind a closing quote': `${header}\n"a"\0,"b"\0"c",,1,,\n`,
      'a broken quote with nothing in it that is seen': `${header}\n""\0\n${row}\n`,
      'a quote that is never closed': `${header}\n${row}\n"a,b\nc,d`,
      'a blank line before a cell of quotes alone': `a\n\n"""x\n\n"""\n`,
      'a blank line before a quote that is never closed': `a\n"" ""\n\n"`,
      'another separator': `${header.replaceAll(',', ';')}\n${row.replaceAll(',', ';')}\n;;\n`,
      'another separator where only a comma is left': `importError;firstName\n;a,b\n;c,d\n`,
    };
    for (const [name, text] of Object.entries(texts)) {
      it(name, async () => {
        const source = finished(shownSource('a.csv', readSheet(text), true));
        assert.ok(source.rowCount > 0);
        for (const isCut of [false, true]) {
          for (const rows of [1, 2, 1000]) {
            let left = source.rowCount;
            for await (const batch of batchesOf(contentOf(source, isCut), { rows, bytes: 900_000 })) {
              assert.equal(await readBack(batch), undefined);
              left -= batch.rows.length;
            }
            assert.equal(left, 0);
          }
        }
      });
    }
  });
});

/** What is sent of a source: its text where that may go, or its rows one by one. */
function contentOf(source: ImportSource, isCut: boolean): ImportContent {
  const { whole, ...content } = importContent(source, source.groups());
  return { ...content, ...(whole && !isCut && { whole }) };
}

function named(index: number, firstName: string): ImportRow {
  const row = rowAt(index);
  const values = { ...row.values, firstName };
  const cells = contactColumns.map((column) => values[column] ?? '');
  return { ...row, values, cells, record: cells.join() };
}

function fileOf(text: string, encoding: BufferEncoding = 'utf8'): CsvFile {
  return { name: 'a.csv', bytes: Buffer.from(text, encoding) };
}

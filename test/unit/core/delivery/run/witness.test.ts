import assert from 'node:assert/strict';
import { readSheet } from '../../../../../src/core/checks/readSheet';
import { contactColumns } from '../../../../../src/core/contact/columns';
import type { CsvFile, ImportRow, Mismatch } from '../../../../../src/core/delivery';
import { batchesOf, batchOf, type Batch } from '../../../../../src/core/delivery/run/batches';
import { readBack } from '../../../../../src/core/delivery/run/witness';
import { shownSource } from '../../../../../src/core/delivery/source/sheetContent';
import { importContent } from '../../../../../src/core/delivery/source/source';
import { header, outgoingOf, rowAt, rowsOf } from '../../../../support/delivery/rows';

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
    assert.equal(await readBack({ ...altered(blank), isWhole: true }), undefined);
    const notBlank = (text: string) => text.replace(rowAt(1).record, `,.,\r\n${rowAt(1).record}`);
    const mismatch = await readBack({ ...altered(notBlank), isWhole: true });
    assert.deepEqual(mismatch, { what: 'value', row: place(1), column: 1 });
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

  describe('never refuses', () => {
    const row = rowAt(0).record;
    const texts: Readonly<Record<string, string>> = {
      'a byte order mark': `\uFEFF${header}\n${row}\n`,
      'two byte order marks': `\uFEFF\uFEFFnotes,${header}\nx,${row}\n`,
      'a byte order mark that a left out column uncovers': `importError,\uFEFFnotes,${header}\nwhy,x,${row}\n`,
      'no line break at the end': `${header}\n${row}`,
      'blank lines and blank rows': `${header}\n\n${row}\r\n\r\n,,,,,\n"\u200B",\n\n`,
      'mixed line ends': `${header}\r\n${row}\n${rowAt(1).record}\r\n${rowAt(2).record}`,
      'lone CRs': `${header}\n"a\rb",c\rd,,1,,\n${row}\r\r\n`,
      'a lone CR at the end': `${header}\n${row}\r`,
      'a lone CR that a left out column uncovers': `firstName,lastName\r,importError\na,b\r,why\n`,
      NUL: `${header}\na\0b,"\0",,1,,\n`,
      'U+2028': `${header}\na\u2028b,\u2029,,1,,\n`,
      'quoted line breaks': `"firstName",${header.slice(10)}\n"a\n\r\n,""b""","\r\n\n",,1,,\n`,
      'lone surrogates': `${header}\na\uD83D,\uDE00b\uFFFD,,1,,\n`,
      'ragged rows': `${header}\na,b\n${row},x,"y\n"\n`,
      'a column importError, before, between, behind': `${header},importError\n${row},"be\ncause"\na,b\n${row},,more\n`,
      'two columns importError': `importError,${header},importError\nx,${row},y\n`,
      'quotes within unquoted cells': `${header}\nAsha "Ash",5'6",,1,,\n`,
      'closing quotes with text behind, doubled ones before': `${header}\n"A ""s"" h" a,"b"c"",""d,1,,\n`,
      'a NUL behind a closing quote': `${header}\n"a"\0,"b"\0"c",,1,,\n`,
      'a broken quote with nothing in it that is seen': `${header}\n""\0\n${row}\n`,
      'a quote that is never closed': `${header}\n${row}\n"a,b\nc,d`,
      'another separator': `${header.replaceAll(',', ';')}\n${row.replaceAll(',', ';')}\n;;\n`,
      'another separator where only a comma is left': `importError;firstName\n;a,b\n;c,d\n`,
    };
    for (const [name, text] of Object.entries(texts)) {
      it(name, async () => {
        const source = shownSource('a.csv', readSheet(text), true);
        const { whole, ...others } = importContent(source, source.groups());
        for (const content of [{ ...others, ...(whole && { whole }) }, others]) {
          for (const rows of [1, 2, 1000]) {
            for await (const batch of batchesOf(content, { rows, bytes: 900_000 })) {
              assert.equal(await readBack(batch), undefined);
              assert.ok(batch.rows.length > 0);
            }
          }
        }
        assert.ok(source.rowCount > 0);
      });
    }
  });
});

function named(index: number, firstName: string): ImportRow {
  const row = rowAt(index);
  const values = { ...row.values, firstName };
  const cells = contactColumns.map((column) => values[column] ?? '');
  return { ...row, values, cells, record: cells.join() };
}

function fileOf(text: string, encoding: BufferEncoding = 'utf8'): CsvFile {
  return { name: 'a.csv', bytes: Buffer.from(text, encoding) };
}

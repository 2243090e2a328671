import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { readFileRows, type FileReading, type FileRow } from '../../../../src/core/files/index';
import { failing, header, isOpen, placeIn, tempFile } from './support';

const row = 'Asha,Rao,Mrs,9876543210,+91,+91';

describe('readRows', () => {
  const file = tempFile();

  /** All rows and the header, which every batch must give alike. */
  async function read(path: string, reading?: FileReading): Promise<{ header?: string; rows: FileRow[] }> {
    const headers = new Set<string>();
    const rows: FileRow[] = [];
    for await (const batch of readFileRows(path, reading)) {
      headers.add(batch.header);
      rows.push(...batch.rows);
    }
    assert.ok(headers.size <= 1);
    const [only] = headers;
    return { ...(only !== undefined && { header: only }), rows };
  }

  async function linesOf(content: string): Promise<number[]> {
    return (await read(await file(content))).rows.map(({ line }) => line);
  }

  it('gives line, values and record of each row', async () => {
    const text = `${header},note\r\n${row},"a ""b"", c"\r\n\r\n"Zoë😀","O'Neil ", , 01,+1,,\r\n`;
    assert.deepEqual(await read(await file(text)), {
      header: `${header},note`,
      rows: [
        {
          line: 2,
          values: {
            firstName: 'Asha',
            lastName: 'Rao',
            salutation: 'Mrs',
            cellPhoneNumber: '9876543210',
            cellPhoneCountryCode: '+91',
            cellPhoneExtension: '+91',
          },
          record: `${row},"a ""b"", c"`,
          isRagged: false,
        },
        {
          line: 4,
          values: {
            firstName: 'Zoë😀',
            lastName: "O'Neil ",
            salutation: ' ',
            cellPhoneNumber: ' 01',
            cellPhoneCountryCode: '+1',
            cellPhoneExtension: '',
          },
          record: "Zoë😀,O'Neil , , 01,+1,,",
          isRagged: false,
        },
      ],
    });
  });

  it('knows columns by other names, in any order, and misses those that are not there', async () => {
    const { rows } = await read(await file('Phone,"First\nName",Phone\n1,Asha,2\n'));
    assert.deepEqual(
      rows.map(({ line, values, record }) => ({ line, values, record })),
      [{ line: 3, values: { cellPhoneNumber: '1', firstName: 'Asha' }, record: '1,Asha,2' }],
    );
  });

  it('gives the header of a file without rows, and nothing of an empty one', async () => {
    assert.deepEqual(await read(await file('')), { rows: [] });
    assert.deepEqual(await read(await file('\uFEFF')), { rows: [] });
    assert.deepEqual(await read(await file(header)), { header, rows: [] });
    assert.deepEqual(await read(await file(`\uFEFF"firstName"\r\n\r\n , \r\n`)), {
      header: 'firstName',
      rows: [],
    });
  });

  it('counts a second byte order mark to no cell, as the checks do', async () => {
    assert.equal((await read(await file(`\uFEFF\uFEFF"firstName"\n`))).header, 'firstName');
  });

  it('takes a blank first line for the header, as the checks do', async () => {
    const { header: names, rows } = await read(await file(`\n${row}\n`));
    assert.equal(names, '');
    assert.deepEqual(
      rows.map(({ line, values, isRagged }) => ({ line, values, isRagged })),
      [{ line: 2, values: {}, isRagged: true }],
    );
  });

  it('passes over blank lines, rows of blanks and of what is not seen', async () => {
    assert.deepEqual(await linesOf(`${header}\n\n${row}\n,,,,,\n \n" ",\u200B,,,,\n\n${row}`), [3, 8]);
  });

  it('counts lines through quoted line breaks of every kind', async () => {
    const cell = (lineBreak: string) => row.replace('Rao', `"Rao${lineBreak}Iyer${lineBreak}"`);
    assert.deepEqual(await linesOf(`${header}\r\n${cell('\r\n')}\r\n${row}\r\n${row}`), [2, 5, 6]);
    assert.deepEqual(await linesOf(`${header}\n${cell('\n')}\n${row}\n${row}`), [2, 5, 6]);
    assert.deepEqual(await linesOf(`${header}\r\n${cell('\n')}\n${cell('\r\n')}\r\n${row}`), [2, 5, 8]);
    assert.deepEqual(
      await linesOf(`${header}\n${cell('\r')}\n${row.replace('Rao', 'R\rao')}\n${row}`),
      [2, 5, 7],
    );
  });

  it('says which rows are ragged, and gives them as they are', async () => {
    const { rows } = await read(await file(`${header}\nAsha,Rao\n${row},more\n"Asha,Rao",Mrs,1,+91,+91\n`));
    assert.deepEqual(
      rows.map(({ record, isRagged, values }) => [record, isRagged, Object.keys(values).length]),
      [
        ['Asha,Rao', true, 2],
        [`${row},more`, true, 6],
        ['"Asha,Rao",Mrs,1,+91,+91', true, 5],
      ],
    );
  });

  it('leaves the column "reason" out', async () => {
    const text = `firstName,reason,cellPhoneNumber\nAsha,"refused:\nno, ""never""",1\n,nothing,\nRavi,,2,more\nZoë,x\nLi`;
    const { header: names, rows } = await read(await file(text));
    assert.equal(names, 'firstName,cellPhoneNumber');
    assert.deepEqual(rows, [
      {
        line: 2,
        values: { firstName: 'Asha', cellPhoneNumber: '1' },
        record: 'Asha,1',
        isRagged: false,
      },
      {
        line: 5,
        values: { firstName: 'Ravi', cellPhoneNumber: '2' },
        record: 'Ravi,2,more',
        isRagged: true,
      },
      { line: 6, values: { firstName: 'Zoë' }, record: 'Zoë', isRagged: true },
      { line: 7, values: { firstName: 'Li' }, record: 'Li', isRagged: true },
    ]);
    assert.equal((await read(await file('Reason,reasons,firstName\n'))).header, 'Reason,reasons,firstName');
  });

  describe('ends with what csv-parse refuses', () => {
    const rows = `${row}\n"a\r\nb",,,1,,\n`;
    for (const [name, text, code, line, given] of [
      ['a quote that is never closed', `${header}\n${rows}a,"b\n${row}\n`, 'CSV_QUOTE_NOT_CLOSED', 5, 2],
      ['text behind a quote', `${header}\n${rows}a,"b"c\n${row}\n`, 'CSV_INVALID_CLOSING_QUOTE', 5, 2],
      ['a quote within text', `${header}\n${rows}${row}\na"b\n`, 'INVALID_OPENING_QUOTE', 6, 3],
      ['a quote within the header', `first"Name\n${row}`, 'INVALID_OPENING_QUOTE', 1, 0],
    ] as const) {
      it(name, async () => {
        for (const chunkBytes of [1, 50, 10_000]) {
          const path = await file(text);
          const { problem, given: batches } = await failing(readFileRows(path, { chunkBytes }));
          assert.deepEqual(problem, { reason: 'csv', code, line });
          assert.equal(batches.flatMap((batch) => batch.rows).length, given, 'the rows before are given');
          assert.ok(!isOpen(path));
        }
      });
    }

    it('a record that does not end, long before it has read it all', async () => {
      const path = await file(`${header}\n${row}\n"${'x'.repeat(20_000_000)}`);
      let read = 0;
      const reading = { onProgress: (bytes: number) => (read = bytes) };
      const { problem } = await failing(readFileRows(path, reading));
      assert.deepEqual(problem, { reason: 'csv', code: 'CSV_MAX_RECORD_SIZE', line: 3 });
      assert.ok(read < 18_000_000);
    });
  });

  it('ends with a byte that is not UTF-8, and gives the rows before', async () => {
    const bytes = Buffer.concat([Buffer.from(`${header}\n${row}\n${row}\nRen`), Buffer.from([0xe9])]);
    const { problem, given } = await failing(readFileRows(await file(bytes)));
    assert.deepEqual(problem, { reason: 'encoding', offset: bytes.length - 1, line: 4, column: 4 });
    assert.equal(given.flatMap(({ rows }) => rows).length, 2);
  });

  it('ends when the signal is aborted, and closes the file', async () => {
    const path = await file(`${header}\n${`${row}\n`.repeat(100)}`);
    const abort = new AbortController();
    const rows: FileRow[] = [];
    await assert.rejects(
      async () => {
        for await (const batch of readFileRows(path, { chunkBytes: 200, signal: abort.signal })) {
          rows.push(...batch.rows);
          if (rows.length > 10) abort.abort();
        }
      },
      { name: 'DiskError', problem: { reason: 'cancelled' } },
    );
    assert.ok(rows.length < 20);
    assert.ok(!isOpen(path));
  });

  describe('on generated files', () => {
    const value = fc
      .array(
        fc.constantFrom(
          'a',
          'é',
          '日',
          '😀',
          ' ',
          ',',
          '"',
          '\n',
          '\r\n',
          '\r',
          '\u2028',
          '\uFEFF',
          '1',
          '+',
        ),
        {
          maxLength: 6,
        },
      )
      .map((parts) => parts.join(''));
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const cell = fc
      .tuple(value, fc.boolean())
      .map(([text, always]) => (always || /[",\r\n]/.test(text) ? quoted(text) : text));
    const record = fc.array(cell, { maxLength: 8 }).map((cells) => cells.join());
    const names = fc.constantFrom(
      header,
      'cellPhoneNumber,"x\r\ny",firstName',
      'first_name,LASTNAME',
      'a',
      '',
    );
    const lineBreak = fc.constantFrom('\n', '\r\n');
    const text = fc
      .tuple(
        fc.constantFrom('', '\uFEFF'),
        names,
        fc.array(fc.tuple(lineBreak, record), { maxLength: 12 }),
        fc.constantFrom('', '\n', '\r\n'),
      )
      .map(([mark, first, records, end]) => mark + first + records.flat().join('') + end);

    it('gives the rows of the same text in memory, wherever it is cut', async () => {
      await fc.assert(
        fc.asyncProperty(text, fc.integer({ min: 3, max: 60 }), async (content, chunkBytes) => {
          const inMemory = content.replace(/^\uFEFF/, '');
          const sheet = readSheet(inMemory);
          fc.pre(sheet.table.delimiter === ',');
          const expected = Array.from({ length: sheet.recordCount }, (_, index) => index)
            .filter((index) => sheet.isRow(index))
            .map((index) => ({
              line: placeIn(inMemory, sheet.table.recordRange(index).start).line,
              values: sheet.values(index),
              cells: Array.from({ length: sheet.table.fieldCount(index) }, (_, field) =>
                sheet.table.value(index, field),
              ),
              isRagged: sheet.table.fieldCount(index) !== sheet.headers.length,
            }));
          const { rows } = await read(await file(content), { chunkBytes });
          const found = rows.map(({ record: one, ...rest }) => ({
            ...rest,
            cells: parse(one, { recordDelimiter: ['\r\n', '\n'] })[0],
          }));
          assert.deepEqual(found, expected);
        }),
        { numRuns: 200 },
      );
    });
  });
});

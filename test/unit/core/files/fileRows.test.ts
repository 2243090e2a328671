import assert from 'node:assert/strict';
import { readFileRows } from '../../../../src/core/files/fileRows';
import { allRows, checkedFile, failing, header, isOpen, tempFile } from './support';

const row = 'Asha,Rao,Mrs,9876543210,+91,+91';

describe('readFileRows', () => {
  const file = tempFile();

  const checked = async (content: string) => await checkedFile(await file(content));
  const rowsOf = async (content: string) => await allRows(await checked(content));
  const linesOf = async (content: string) => (await rowsOf(content)).map(({ line }) => line);
  const sentOf = async (content: string) =>
    (await rowsOf(content)).map(({ record, newline }) => record + newline);

  it('gives line, values, cells, text and line break of each row', async () => {
    const text = `${header},note\r\n${row},"a ""b"", c"\r\n\r\n"Zoë😀","O'Neil ", , 01,+1,,\n`;
    assert.deepEqual(await rowsOf(text), [
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
        cells: ['Asha', 'Rao', 'Mrs', '9876543210', '+91', '+91', 'a "b", c'],
        record: `${row},"a ""b"", c"`,
        newline: '\r\n',
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
        cells: ['Zoë😀', "O'Neil ", ' ', ' 01', '+1', '', ''],
        record: `"Zoë😀","O'Neil ", , 01,+1,,`,
        newline: '\n',
      },
    ]);
  });

  it('leaves quotes, spaces and line breaks as they are', async () => {
    assert.deepEqual(await sentOf(`${header}\n"Asha",Rao\r\n Li ,"Wu"\n"a\rb",c\r\n"",d`), [
      '"Asha",Rao\r\n',
      ' Li ,"Wu"\n',
      '"a\rb",c\r\n',
      '"",d',
    ]);
  });

  it('gives a CR alone that ends a record as the other line break of the file, LF if it has none', async () => {
    assert.deepEqual(await sentOf(`${header}\ra\rb\r`), ['a\n', 'b\n']);
    assert.deepEqual(await sentOf(`${header}\n"a"\rb\r`), ['"a"\n', 'b\n']);
    assert.deepEqual(await sentOf(`${header}\ra\rb\r\nc\n\r"d\r",e`), ['a\r\n', 'b\r\n', 'c\n', '"d\r",e']);
    assert.deepEqual(
      await sentOf(`${header}\r"a\r\nb"\rc`),
      ['"a\r\nb"\n', 'c'],
      'what is in a cell is none',
    );
    assert.deepEqual(await linesOf(`${header}\r${row}\r\r\n${row}\r${row}`), [2, 4, 5]);
  });

  it('gives the header with its own line break', async () => {
    const head = async (content: string) => {
      const { header: text, headerCells, newline, rowCount } = await checked(content);
      return { text, headerCells, newline, rowCount };
    };
    assert.deepEqual(await head('\uFEFF"firstName", x\r\nAsha,1\nLi,2'), {
      text: '"firstName", x',
      headerCells: ['firstName', ' x'],
      newline: '\r\n',
      rowCount: 2,
    });
    const none = { text: '', headerCells: [], newline: '\n', rowCount: 0 };
    assert.deepEqual(await head(''), none);
    assert.deepEqual(await head('\uFEFF'), none);
    assert.equal((await head('firstName\nAsha\r\n')).newline, '\n');
    assert.equal((await head('firstName\rAsha\r\n')).newline, '\r\n');
    assert.equal((await head('firstName\rAsha\n')).newline, '\n');
    assert.equal((await head('firstName')).newline, '\n');
    assert.equal((await head('\uFEFF\uFEFF"firstName"\n')).text, '"firstName"', 'as the checks read it');
  });

  it('gives no row of a file that has a header alone, or nothing', async () => {
    for (const text of ['', '\uFEFF', header, `${header}\r\n\r\n , \r\n`]) {
      assert.deepEqual(await rowsOf(text), []);
    }
  });

  it('knows columns by other names, in any order, and misses those that are not there', async () => {
    const rows = await rowsOf('Phone,"First\nName",Phone\n9876543210,Asha,9876543211\n');
    assert.deepEqual(
      rows.map(({ line, values }) => ({ line, values })),
      [{ line: 3, values: { cellPhoneNumber: '9876543210', firstName: 'Asha' } }],
    );
  });

  it('reads what else separates the cells as the checks do', async () => {
    const rows = await rowsOf(`${header}\n${row}\n`.replaceAll(',', ';'));
    assert.deepEqual(
      rows.map(({ values, record }) => [values.lastName, record]),
      [['Rao', row.replaceAll(',', ';')]],
    );
  });

  it('takes a blank first line for the header, as the checks do', async () => {
    const [first] = await rowsOf(`\n${row}\n`);
    assert.deepEqual([first?.line, first?.values, first?.record], [2, {}, row]);
  });

  it('passes over blank lines, rows of spaces and of what is not seen', async () => {
    assert.deepEqual(await linesOf(`${header}\n\n${row}\n,,,,,\n \n" ",\u200B,,,,\n\n${row}`), [3, 8]);
  });

  it('counts lines through quoted line breaks of every kind', async () => {
    const cell = (lineBreak: string) => row.replace('Rao', `"Rao${lineBreak}Iyer${lineBreak}"`);
    assert.deepEqual(await linesOf(`${header}\r\n${cell('\r\n')}\r\n${row}\r\n${row}`), [2, 5, 6]);
    assert.deepEqual(await linesOf(`${header}\n${cell('\n')}\n${row}\n${row}`), [2, 5, 6]);
    assert.deepEqual(await linesOf(`${header}\r\n${cell('\n')}\n${cell('\r\n')}\r\n${row}`), [2, 5, 8]);
    assert.deepEqual(await linesOf(`${header}\n${cell('\r')}\n${row}\n`), [2, 5]);
  });

  it('gives rows with too few or too many cells as they are', async () => {
    const rows = await rowsOf(`${header}\nAsha,Rao\n${row},more\n`);
    assert.deepEqual(
      rows.map(({ cells, record, values }) => [cells.length, record, Object.keys(values).length]),
      [
        [2, 'Asha,Rao', 2],
        [7, `${row},more`, 6],
      ],
    );
  });

  it('leaves the column "importError" out', async () => {
    const text = `firstName,importError,cellPhoneNumber\r\n"Asha","refused:\nno, ""never""",1\n,nothing,\nRavi,,2,more\nZoë,x\nLi`;
    const { header: names, headerCells, newline } = await checked(text);
    assert.deepEqual(
      [names, headerCells, newline],
      ['firstName,cellPhoneNumber', ['firstName', 'cellPhoneNumber'], '\r\n'],
    );
    assert.deepEqual(await rowsOf(text), [
      {
        line: 2,
        values: { firstName: 'Asha', cellPhoneNumber: '1' },
        cells: ['Asha', '1'],
        record: '"Asha",1',
        newline: '\n',
      },
      {
        line: 5,
        values: { firstName: 'Ravi', cellPhoneNumber: '2' },
        cells: ['Ravi', '2', 'more'],
        record: 'Ravi,2,more',
        newline: '\n',
      },
      { line: 6, values: { firstName: 'Zoë' }, cells: ['Zoë'], record: 'Zoë', newline: '\n' },
      { line: 7, values: { firstName: 'Li' }, cells: ['Li'], record: 'Li', newline: '' },
    ]);
    assert.equal((await checked('importError,firstName,importError\n')).header, 'firstName');
    const own = async (header: string) => (await checked(`${header}\n`)).ownColumns;
    assert.deepEqual(await own('importError,firstName,importError,importedId'), [
      'importError',
      'importedId',
    ]);
    assert.deepEqual(await own('reason,firstName'), []);
    assert.equal(
      (await checked('importerror,importErrors,reason,firstName\n')).header,
      'importerror,importErrors,reason,firstName',
    );
  });

  it('ends where the check left off at a quote that is never closed, for what is behind was not looked at', async () => {
    const cutting = { longestRecord: 1000 };
    const path = await file(`${header}\n${row}\na,"b\n${`${row}\n`.repeat(5000)}`);
    const { problem, given } = await failing(readFileRows(await checkedFile(path, { cutting }), {}, cutting));
    assert.deepEqual(problem, { reason: 'recordTooLong', line: 3 });
    assert.deepEqual(
      given.flat().map(({ line }) => line),
      [2],
    );
    assert.ok(!isOpen(path));
  });

  it('ends when the signal is aborted, and closes the file', async () => {
    const large = await checked(`${header}\n${`${row}\n`.repeat(20_000)}`);
    const abort = new AbortController();
    let rows = 0;
    await assert.rejects(
      async () => {
        for await (const group of readFileRows(large, { signal: abort.signal })) {
          rows += group.length;
          abort.abort();
        }
      },
      { name: 'FileError', problem: { reason: 'cancelled' } },
    );
    assert.ok(rows < 20_000);
    assert.ok(!isOpen(large.path));
  });
});

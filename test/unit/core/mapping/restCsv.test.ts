import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { withoutReasons } from '../../../../src/core/checks/withoutReasons';
import { restCsv, sentRecord } from '../../../../src/core/mapping/restCsv';

const header = 'firstName,lastName';

/** The file's first column as a reader has it whose cells are separated so. */
function reasonsIn(text: string, delimiter = ','): readonly string[] {
  const records: string[][] = parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
  return records.slice(1).map(([reason = '']) => reason);
}

describe('a file of rows that were left', () => {
  it('has why each was left in front, in a column importError, and every value as it was', () => {
    const rows = [
      { record: '"Asha ""A""",=1', reason: 'firstName is empty.' },
      { record: 'Li', reason: 'It said "no, never".' },
    ];
    const text = restCsv({ header: `\uFEFF${header}`, newline: '\r\n' }, rows);
    assert.equal(
      text,
      `importError,${header}\r\n"firstName is empty.","Asha ""A""",=1\r\n"It said ""no, never"".",Li\r\n`,
    );
    assert.equal(withoutReasons(readSheet(text)).table.text, `${header}\r\n"Asha ""A""",=1\r\nLi\r\n`);
  });

  it('can have a row as it was sent, where the file no longer has it, in whatever order its columns are', () => {
    const values = { firstName: 'Li, "L"', lastName: 'Wu', cellPhoneNumber: '98' };
    const columns = ['lastName', 'Notes', 'firstName', 'cellPhoneNumber', 'cellPhoneExtension'];
    assert.equal(sentRecord(columns, values), 'Wu,,"Li, ""L""",98,');
  });

  it('is separated as the file is', () => {
    const file = { header: 'firstName;lastName', newline: '\n', delimiter: ';' };
    const text = restCsv(file, [{ record: 'Li;Wu', reason: 'No; never' }]);
    assert.deepEqual(readSheet(text).headers, ['importError', 'firstName', 'lastName']);
    assert.deepEqual(reasonsIn(text, ';'), ['No; never']);
    assert.equal(withoutReasons(readSheet(text)).table.text, 'firstName;lastName\nLi;Wu\n');
  });

  it('has no reason that a spreadsheet would run', () => {
    for (const begin of [
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '＝',
      '＋',
      '－',
      '＠',
      ' =',
      '\u00A0@',
      '"=',
    ]) {
      const [reason] = reasonsIn(
        restCsv({ header, newline: '\n' }, [{ record: 'Li,Wu', reason: `${begin}cmd|x` }]),
      );
      assert.equal(reason, begin === '"=' ? '"=cmd|x' : `'${begin}cmd|x`);
    }
  });

  it('has none either where a spreadsheet takes another separator', () => {
    const text = restCsv({ header, newline: '\n' }, [{ record: 'Li,Wu', reason: 'no;=cmd\t=cmd|=cmd' }]);
    for (const delimiter of [';', '\t', '|']) {
      assert.match(reasonsIn(text, delimiter)[0] ?? '', /^"?no;=cmd\t=cmd\|=cmd/);
    }
  });
});

import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { withoutReasons } from '../../../../src/core/checks/withoutReasons';
import { restCsv } from '../../../../src/core/mapping/restCsv';

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
    const text = restCsv(`\uFEFF${header}`, '\r\n', rows);
    assert.equal(
      text,
      `importError,${header}\r\n"firstName is empty.","Asha ""A""",=1\r\n"It said ""no, never"".",Li\r\n`,
    );
    assert.equal(withoutReasons(readSheet(text)).table.text, `${header}\r\n"Asha ""A""",=1\r\nLi\r\n`);
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
      const [reason] = reasonsIn(restCsv(header, '\n', [{ record: 'Li,Wu', reason: `${begin}cmd|x` }]));
      assert.equal(reason, begin === '"=' ? '"=cmd|x' : `'${begin}cmd|x`);
    }
  });

  it('has none either where a spreadsheet takes another separator', () => {
    const text = restCsv(header, '\n', [{ record: 'Li,Wu', reason: 'no;=cmd\t=cmd|=cmd' }]);
    for (const delimiter of [';', '\t', '|']) {
      assert.match(reasonsIn(text, delimiter)[0] ?? '', /^"?no;=cmd\t=cmd\|=cmd/);
    }
  });
});

import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { copyText, type CopyColumn } from '../../../../src/core/mapping/copyText';

const columns: readonly CopyColumn[] = [
  { heading: 'Name', name: 'name', isPhone: false },
  { heading: 'Phone number', name: 'phone', isPhone: true },
  { heading: 'Why', name: 'why', isPhone: false },
];
const rows = [
  ['Asha Rao', '+91 98765', ''],
  ['=cmd|x', '+1', 'two\nlines, a "word"\tand a tab'],
];

describe('copied rows', () => {
  it('are cells of their own in a spreadsheet, which runs none of them', () => {
    const tsv = copyText('tsv', columns, rows);
    assert.equal(tsv.split('\n')[0], 'Asha Rao\t+91 98765\t');
    assert.deepEqual(parse(tsv, { delimiter: '\t' }), [rows[0], ["'=cmd|x", '+1', rows[1]?.[2]]]);
  });

  it('are a CSV with the headings that are shown', () => {
    assert.equal(
      copyText('csv', columns, rows),
      'Name,Phone number,Why\r\nAsha Rao,+91 98765,\r\n' +
        '\'=cmd|x,+1,"two\nlines, a ""word""\tand a tab"\r\n',
    );
  });

  it('are JSON with numbers where these are counted', () => {
    const line = { heading: 'Line', name: 'line', isPhone: false, isNumber: true };
    assert.deepEqual(JSON.parse(copyText('json', [line], [['7'], ['']])), [{ line: 7 }, { line: null }]);
  });

  it('are JSON with every value as it is', () => {
    assert.deepEqual(JSON.parse(copyText('json', columns, rows)), [
      { name: 'Asha Rao', phone: '+91 98765', why: '' },
      { name: '=cmd|x', phone: '+1', why: rows[1]?.[2] },
    ]);
  });
});

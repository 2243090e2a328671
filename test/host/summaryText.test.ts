import assert from 'node:assert/strict';
import { summaryText } from '../../src/editor/results/summaryText';
import { contact, missing, resultsOf } from '../support/page/results';

describe('summary of results', () => {
  it('counts every row, those that wait and contacts of no row too', () => {
    const rows = [
      contact(0),
      missing(1, { outcome: 'refused', message: 'No.' }),
      missing(2, { outcome: 'waiting' }),
      contact(3, { outcome: 'unmatched', line: null, place: null }),
    ];
    const lines = summaryText(resultsOf(rows)).split('\n');
    assert.equal(lines[2], 'Rows: 1 created, 1 refused, 1 waiting, 1 returned without a row.');
    assert.deepEqual(lines.slice(-9, -1), [
      ...['', '1 refused: No.', 'Lines: 3', '', '1 waiting', 'Lines: 4', '', '1 returned without a row'],
    ]);
  });
});

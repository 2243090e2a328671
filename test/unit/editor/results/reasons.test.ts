import assert from 'node:assert/strict';
import { linesLabel, reasonsOf } from '../../../../src/editor/results/reasons';
import { contact, missing } from '../../../support/page/results';

describe('reasons for a summary', () => {
  it('are told with their lines, those of most rows first, and none for what was simply created', () => {
    const no = { outcome: 'refused', message: 'no\nSee the log.' } as const;
    const rows = [
      contact(0),
      missing(1),
      missing(2, no),
      missing(3, no),
      contact(4, { message: 'Stored as “Ann”.' }),
      contact(5, { outcome: 'unmatched', line: null, place: null }),
    ];
    assert.deepEqual(reasonsOf(rows), [
      { outcome: 'refused', message: 'no', count: 2, lines: [4, 5] },
      { outcome: 'notReturned', message: '', count: 1, lines: [3] },
      { outcome: 'created', message: 'Stored as “Ann”.', count: 1, lines: [6] },
      { outcome: 'unmatched', message: '', count: 1, lines: [] },
    ]);
  });

  it('have lines in short', () => {
    assert.equal(linesLabel([]), '');
    assert.equal(linesLabel([2, 3, 4, 9, 11, 12]), '2–4, 9, 11–12');
    assert.equal(linesLabel([1, 3, 5, 7], 3), '1, 3, 5, …');
  });
});

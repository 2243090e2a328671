import assert from 'node:assert/strict';
import {
  impersonal,
  inOneLine,
  linesLabel,
  namesIn,
  reasonsOf,
} from '../../../../src/editor/results/reasons';
import type { ResultRow } from '../../../../src/protocol/results';
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
      { outcome: 'refused', message: 'no See the log.', count: 2, lines: [4, 5] },
      { outcome: 'notReturned', message: '', count: 1, lines: [3] },
      { outcome: 'created', message: 'Stored as “Ann”.', count: 1, lines: [6] },
      { outcome: 'unmatched', message: '', count: 1, lines: [] },
    ]);
  });

  it('are whole: what the stream said, and what else is to be known', () => {
    const remark = 'The whole request was refused.';
    const rows = [missing(0, { outcome: 'refused', message: 'can bad', remark, note: 'batch' })];
    const words = (row: ResultRow) => [row.message, row.remark];
    assert.equal(reasonsOf(rows, words)[0]?.message, `can bad ${remark}`);
  });

  it('name nobody: no row’s name, however short, no mail address, and no number', () => {
    const names = namesIn([
      missing(1),
      missing(2, { firstName: 'Li', lastName: 'van Wu' }),
      missing(3),
      contact(4, { firstName: 'A', lastName: '' }),
    ]);
    const words = 'JANE Doe (+91 98765-00001, 9876500001, row 17) of the doe family is a doer. Is Do known?';
    assert.equal(impersonal(words, names), '… (…, …, row 17) of the … family is a doer. Is Do known?');
    assert.equal(impersonal('Li van Wu’s list, “Siobhán O’Neill” of A-Jane', names), '…’s list, “…” of A-…');
    assert.equal(
      impersonal('Row 2: Jane Doe <jane.doe@x.com> (mailto:j@x.example) has none', names),
      'Row 2: … <…> (mailto:…) has none',
    );
    assert.equal(impersonal('Error 4002 on 2026-11-29', names), 'Error 4002 on 2026-11-29');
    assert.equal(impersonal('Li is no list', new Set()), 'Li is no list');
  });

  it('have lines in short', () => {
    assert.equal(linesLabel([]), '');
    assert.equal(linesLabel([2, 3, 4, 9, 11, 12]), '2–4, 9, 11–12');
    assert.equal(linesLabel([1, 3, 5, 7], 3), '1, 3, 5, …');
  });

  it('have one line in a file, whatever the stream’s have', () => {
    assert.equal(inOneLine('a is required\r\n  b, too\n\nThe rest.\n'), 'a is required · b, too · The rest.');
    assert.equal(inOneLine(''), '');
  });
});

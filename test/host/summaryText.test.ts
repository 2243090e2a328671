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

  it('names nobody, and gives both halves of a reason', () => {
    const rows = [
      contact(0, { note: 'storedAs', remark: 'Stored as “Oth Last0”.' }),
      contact(1, { note: 'storedAs', remark: 'Stored as “Other One”.' }),
      contact(2, { outcome: 'present', note: 'otherName', remark: 'On the stream under “Olga Other”.' }),
      missing(3, {
        ...{ outcome: 'refused', message: 'Siobhán O’Neill has 9876500003 already.' },
        ...{
          note: 'batch',
          remark: 'The whole request was refused. Rows before the one at fault may exist.',
        },
      }),
    ];
    const text = summaryText(resultsOf(rows));
    assert.match(text, /^2 created: Stored under another name\.\nLines: 2–3$/m);
    assert.match(text, /^Rows: 2 created, 1 found under another name, 1 refused\.$/m);
    assert.match(text, /^1 found under another name: The contact with this number has another name\./m);
    assert.match(
      text,
      /^1 refused: … has … already\. The whole request was refused\. Rows before the one at fault may exist\.$/m,
    );
    assert.doesNotMatch(text, /Last0|Olga|Siobh|Neill|98765/);
  });

  it('names no row of a request that was refused for another one, whose reason stays one', () => {
    const message = 'Row 3: Jane Doe <jane.doe@x.example> has no extension';
    const rows = [1, 2, 3].map((place) => missing(place, { outcome: 'refused', message, note: 'batch' }));
    assert.match(summaryText(resultsOf(rows)), /^3 refused: Row 3: … <…> has no extension\nLines: 3–5$/m);
  });
});

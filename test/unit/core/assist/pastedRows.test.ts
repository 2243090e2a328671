import assert from 'node:assert/strict';
import { pastedRows, rowsText } from '../../../../src/core/assist/pastedRows';

describe('cells from a spreadsheet', () => {
  for (const [what, clipboard, rows] of [
    ['become rows', 'Asha\tRao\r\nBen\tStone\r\n', ['Asha,Rao', 'Ben,Stone']],
    ['keep empty ones', 'Asha\t\tMrs', ['Asha,,Mrs']],
    ['are quoted where a CSV asks for it', 'Rao, Jr.\t5" pipe', ['"Rao, Jr.","5"" pipe"']],
    ['may hold line breaks', '"a\nb"\tc\nd\te', ['"a\nb",c', 'd,e']],
    ['keep zeros, a plus, and blanks', ' 007 \t+91', [' 007 ,+91']],
  ] as const) {
    it(what, () => assert.deepEqual(pastedRows(clipboard), rows));
  }

  it('are none where nothing is separated by tabs', () => {
    assert.deepEqual(['', 'Asha,Rao', 'Asha Rao\n', '\t\n'].map(pastedRows), Array(4).fill(undefined));
  });
});

describe('the place of pasted rows', () => {
  const rows = ['a,b', 'c,d'];

  it('is an empty line, which keeps its line break', () => {
    assert.equal(rowsText(rows, '', false), 'a,b\nc,d');
    assert.equal(rowsText(rows, '', true), 'a,b\nc,d\n');
  });

  it('is below a last line that has no line break', () => {
    assert.equal(rowsText(rows, 'x,y', true), '\na,b\nc,d\n');
  });

  it('is nowhere else', () => {
    assert.equal(rowsText(rows, 'x,y', false), undefined);
  });
});

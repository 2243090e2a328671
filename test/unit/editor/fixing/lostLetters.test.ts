import assert from 'node:assert/strict';
import { lineWithRightLetters, linesWithWrongLetters } from '../../../../src/editor/fixing/lostLetters';

describe('lines that tell encodings apart', () => {
  it('are the wrong ones, and the first with right letters', () => {
    const text = 'firstName\r\nJ\uFFFDrg\nAsha\rDíaz\nMÃ¼ller\nZoë\n';
    assert.deepEqual(linesWithWrongLetters(text), [1, 4]);
    assert.equal(lineWithRightLetters(text), 3);
    assert.equal(lineWithRightLetters('\uFEFFAsha\nMÃ¼ller\n'), undefined);
  });
});

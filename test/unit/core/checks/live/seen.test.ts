import assert from 'node:assert/strict';
import { isAsSeen, seenIn, unchangedRecords } from '../../../../../src/core/checks/live/seen';
import { BlockScanner } from '../../../../../src/core/csv/blockScanner';
import { BlockText } from '../../../../../src/core/csv/blockText';
import { scanBlocks } from '../../../../../src/core/csv/scan';
import type { CsvTable } from '../../../../../src/core/csv/table';
import { finished } from '../../../../support/finished';

const commas = new BlockScanner(',');

function tableOf(text: string): CsvTable {
  return finished(scanBlocks(BlockText.of(text, 10), commas));
}

/** The block with that index, as it stands in the text. */
function seen(text: string, index = 0) {
  return seenIn(tableOf(text), index) ?? assert.fail('no such block');
}

describe('what an edit leaves of a block', () => {
  for (const [name, before, after, front, back] of [
    ['a letter in the second record', 'a,b\nc,d\ne,f\n', 'a,b\nc,dx\ne,f\n', 1, 1],
    ['a line between', 'a,b\nc,d\n', 'a,b\nx\nc,d\n', 1, 1],
    ['a line less', 'a,b\nx\nc,d\n', 'a,b\nc,d\n', 1, 1],
    ['the same line once more', 'a\na\na\n', 'a\na\na\na\n', 2, 1],
    ['nothing', 'a,b\nc,d\n', 'a,b\nc,d\n', 1, 1],
    ['another line break', 'a\nb\nc\n', 'a\nb\r\nc\n', 1, 1],
    ['a quote that opens', 'a\nb\nc\n', 'a\n"b\nc\n', 1, 0],
    ['a quote that closes', 'a\n"b\nc\n', 'a\nb\nc\n', 1, 0],
    ['a line before the header', 'a\nb\nc\n', 'x\na\nb\nc\n', 0, 2],
    ['the header', 'a\nb\nc\n', 'b\nc\n', 0, 1],
    ['all of it', 'a\nb\n', 'c\nd\n', 0, 0],
  ] as const) {
    it(name, () => {
      assert.deepEqual(unchangedRecords(seen(before), seen(after)), { front, back });
    });
  }

  it('is nothing when it has become the first one, or was it', () => {
    const later = seen('0123456789\na\nb\nc\n', 1);
    const first = seen('b\nc\n');
    assert.deepEqual(unchangedRecords(later, first), { front: 0, back: 0 });
    assert.deepEqual(unchangedRecords(first, later), { front: 0, back: 0 });
  });

  it('is not what was seen when a record that goes on behind the block has changed there', () => {
    const content = BlockText.of('a\n"0123456789\nb\nc"\nd\n', 10);
    const before = finished(scanBlocks(content, commas));
    const first = seenIn(before, 0) ?? assert.fail();
    assert.equal(first.tail.length, 1);
    const at = content.whole.indexOf('c');
    for (const [start, text, same] of [
      [at, 'C', false],
      [content.length, 'e\n', false],
    ] as const) {
      const edited = finished(content.edited([{ start, end: start, text }]));
      const after = finished(scanBlocks(edited, commas));
      assert.equal(edited.blocks[0], content.blocks[0]);
      assert.equal(isAsSeen(first, after, 0), same);
    }
    assert.ok(isAsSeen(first, before, 0));
  });
});

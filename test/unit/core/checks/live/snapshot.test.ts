import assert from 'node:assert/strict';
import { snapshotOf } from '../../../../../src/core/checks/live/snapshot';
import { BlockScanner } from '../../../../../src/core/csv/blockScanner';
import { BlockText } from '../../../../../src/core/csv/blockText';
import { scanBlocks } from '../../../../../src/core/csv/scan';
import { finished } from '../../../../support/finished';

const commas = new BlockScanner(',');

describe('the snapshot of a block', () => {
  const content = BlockText.of('a\n"0123456789\nb\nc"\nd\n', 10);
  const before = finished(scanBlocks(content, commas));
  const first = snapshotOf(before, 0, undefined);

  it('holds the blocks in which its last record goes on', () => {
    assert.equal(first.tail.length, 1);
  });

  it('is the one before as long as nothing has changed', () => {
    assert.equal(snapshotOf(before, 0, first), first);
  });

  for (const [name, at, text] of [
    ['the record that goes on behind the block has changed there', content.whole.indexOf('c'), 'C'],
    ['a block that the record ends in has become longer', content.length, 'e\n'],
  ] as const) {
    it(`is another one when ${name}`, () => {
      const edited = finished(content.edited([{ start: at, end: at, text }]));
      assert.equal(edited.blocks[0], content.blocks[0]);
      assert.notEqual(snapshotOf(finished(scanBlocks(edited, commas)), 0, first), first);
    });
  }

  it('tells which block holds the header', () => {
    const [one, two] = [0, 1].map((index) => snapshotOf(before, index, undefined).hasHeader);
    assert.deepEqual([one, two], [true, false]);
  });
});

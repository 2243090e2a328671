import assert from 'node:assert/strict';
import { BlockScanner } from '../../../../src/core/csv/blockScanner';
import { BlockText } from '../../../../src/core/csv/blockText';
import type { TextChange } from '../../../../src/core/csv/blockText';
import { scanBlocks } from '../../../../src/core/csv/scan';
import { finished } from '../../../support/finished';

const commas = new BlockScanner(',');

/** A hundred lines of ten units, in blocks of ten lines. */
const lines = 'abc,12345\n'.repeat(100);
const content = BlockText.of(lines, 100);

function edited(...changes: TextChange[]): BlockText {
  return finished(content.edited(changes));
}

function pausesOf(work: Generator): number {
  let pauses = 0;
  while (work.next().done !== true) pauses++;
  return pauses;
}

function endsWithFeeds({ blocks }: BlockText): boolean {
  return blocks.every((block) => block.slice(0, block.length).endsWith('\n'));
}

describe('a text in blocks', () => {
  it('is cut behind line feeds', () => {
    assert.equal(content.blocks.length, 10);
    assert.ok(endsWithFeeds(content));
    assert.equal(BlockText.of('x'.repeat(1000), 100).blocks.length, 1, 'a line stays in one piece');
    assert.equal(BlockText.of('').blocks.length, 0);
  });

  it('keeps every block that an edit does not touch', () => {
    const { blocks } = edited({ start: 555, end: 556, text: 'x' }, { start: 12, end: 12, text: '\n' });
    assert.equal(blocks.length, 10);
    const anew = blocks.flatMap((block, at) => (block === content.blocks[at] ? [] : [at]));
    assert.deepEqual(anew, [0, 5]);
  });

  it('puts together what an edit leaves without a line feed, or too short', () => {
    assert.ok(endsWithFeeds(edited({ start: 199, end: 200, text: '' })));
    assert.equal(edited({ start: 210, end: 300, text: '' }).blocks.length, 9);
    assert.equal(edited({ start: 0, end: 1000, text: '' }).blocks.length, 0);
  });

  it('cuts what an edit makes long', () => {
    assert.equal(edited({ start: 500, end: 500, text: lines }).blocks.length, 20);
  });

  it('reads with pauses, and after an edit only what is new', () => {
    const text = BlockText.of(lines.repeat(1000));
    assert.ok(pausesOf(scanBlocks(text, commas)) >= 20);
    const next = finished(text.edited([{ start: 500_005, end: 500_005, text: 'x' }]));
    assert.equal(pausesOf(scanBlocks(next, commas)), 0);
  });

  it('edits with pauses, one for each stretch that is made anew', () => {
    const changes = [900, 500, 100].map((start) => ({ start, end: start + 1, text: 'X' }));
    assert.equal(pausesOf(content.edited(changes)), 3);
  });

  it('remembers what a quote has swallowed', () => {
    const before = finished(scanBlocks(content, commas));
    const open = finished(content.edited([{ start: 10, end: 10, text: '"' }]));
    assert.equal(finished(scanBlocks(open, commas)).recordCount, 2);
    const closed = finished(open.edited([{ start: 10, end: 11, text: '' }]));
    const after = finished(scanBlocks(closed, commas));
    assert.equal(after.recordCount, 100);
    const anew = after.readings.flatMap((reading, at) => (reading === before.readings[at] ? [] : [at]));
    assert.deepEqual(anew, [0]);
  });
});

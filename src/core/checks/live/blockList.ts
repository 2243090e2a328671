import type { Block } from '../../csv/block';
import { common, type Common } from '../../csv/runs';
import type { CsvTable } from '../../csv/table';
import { BlockCheck } from './blockCheck';
import { paired } from './pairs';
import { kindsIn, noShare, replaced, shareOf, type Share } from './share';

/**
 * What is known of all blocks of a text, in their order. A list of a million rows has thousands, so that after an edit
 * only those are touched that it concerns, and the others' counts are kept flat, where a look at all of them is short.
 */
export class BlockList {
  private table: CsvTable | undefined;
  private blocks: readonly BlockCheck[] = [];
  private header: BlockCheck | undefined;
  /** For each block, which kinds of findings it has. */
  private kinds = new Uint8Array(0);
  private sum: Share = noShare;
  private readonly valuesDue = new Set<BlockCheck>();
  private readonly numbersDue = new Set<BlockCheck>();
  /** Those whose block is no more, and whose numbers are still counted. */
  private readonly left: BlockCheck[] = [];
  private firstChanged = 0;

  /** What all blocks come to. */
  get total(): Share {
    return this.sum;
  }

  /** Brings what is known in line with the blocks of another table, of the same text after an edit. */
  follow(table: CsvTable): void {
    const before = this.table;
    const old = before?.content.blocks ?? [];
    const same = common(old, table.content.blocks);
    this.table = table;
    const isOneForOne =
      old.length === table.content.blocks.length && same.front + same.back + 1 === old.length;
    if (!isOneForOne) this.arrange(old, table.content.blocks, same);
    this.firstChanged = Math.min(this.firstChanged, same.front);
    this.compare(table, before);
  }

  /** The blocks to be looked at again, in their order. */
  due(kind: 'values' | 'numbers'): readonly BlockCheck[] {
    return [...(kind === 'values' ? this.valuesDue : this.numbersDue)].sort((a, b) => a.index - b.index);
  }

  /** One of the blocks that are no more, each of which is given once. */
  takeLeft(): BlockCheck | undefined {
    return this.left.pop();
  }

  /** To be called when something else is known of a block. */
  update(block: BlockCheck): void {
    // Its numbers may be counted a little longer than the block itself.
    if (this.blocks[block.index] !== block) return;
    block.version++;
    this.account(block, shareOf(block));
    this.kinds[block.index] = kindsIn(block.share);
    this.firstChanged = Math.min(this.firstChanged, block.index);
    note(this.valuesDue, block, block.valuesDue);
    note(this.numbersDue, block, block.numbersDue);
  }

  /** To be called when what is known of all blocks holds no longer. */
  forget(kind: 'values' | 'numbers'): void {
    for (const block of this.blocks) {
      if (kind === 'values') block.forgetValues();
      else block.forgetNumbers();
      this.update(block);
    }
    if (kind === 'numbers') this.left.length = 0;
  }

  /** The next block, from a place on, that has findings of one of the kinds. */
  next(kinds: number, from: number): BlockCheck | undefined {
    for (let index = from; index < this.kinds.length; index++) {
      if (((this.kinds[index] ?? 0) & kinds) !== 0) return this.blocks[index];
    }
    return undefined;
  }

  /** The first block of which something may have changed, or that may have moved, since this was asked last. */
  takeFirstChanged(): number {
    const { firstChanged } = this;
    this.firstChanged = Infinity;
    return firstChanged;
  }

  private arrange(before: readonly Block[], after: readonly Block[], same: Common): void {
    const { pairs, left } = paired(this.blocks, before, after, same);
    this.blocks = pairs.map((known) => known ?? new BlockCheck());
    const kinds = new Uint8Array(pairs.length);
    kinds.set(this.kinds.subarray(0, same.front));
    kinds.set(this.kinds.subarray(this.kinds.length - same.back), pairs.length - same.back);
    this.kinds = kinds;
    for (const block of left) this.leave(block);
    const behind = before.length === after.length ? after.length - same.back : after.length;
    for (let index = same.front; index < behind; index++) {
      const block = this.blocks[index];
      if (block === undefined) continue;
      block.index = index;
      kinds[index] = kindsIn(block.share);
    }
  }

  /** Finds out what is to be looked at again. */
  private compare(table: CsvTable, before: CsvTable | undefined): void {
    const { front, back } = common(before?.readings ?? [], table.readings);
    const header = table.recordCount > 0 ? this.blocks[table.blockOf(0)] : undefined;
    const changed = new Set(this.blocks.slice(front, this.blocks.length - back));
    if (header !== this.header) for (const block of [header, this.header]) if (block) changed.add(block);
    this.header = header;
    // A record may go on from a block to those that have changed.
    for (let index = front - 1; table.readings[index]?.endsInside === true; index--) {
      const block = this.blocks[index];
      if (block) changed.add(block);
      if ((table.readings[index]?.recordCount ?? 0) > 0) break;
    }
    for (const block of changed) {
      if (this.blocks[block.index] !== block) continue;
      block.compare(table);
      this.update(block);
    }
  }

  private leave(block: BlockCheck): void {
    this.account(block, noShare);
    this.valuesDue.delete(block);
    this.numbersDue.delete(block);
    if (block.keys.length > 0) this.left.push(block);
  }

  private account(block: BlockCheck, share: Share): void {
    this.sum = replaced(this.sum, block.share, share);
    block.share = share;
  }
}

function note(blocks: Set<BlockCheck>, block: BlockCheck, isIn: boolean): void {
  if (isIn) blocks.add(block);
  else blocks.delete(block);
}

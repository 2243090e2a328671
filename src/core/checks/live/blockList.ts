import type { Block } from '../../csv/block';
import { common, type Common } from '../../csv/runs';
import type { CsvTable } from '../../csv/table';
import type { CheckReport } from '../check';
import { add, countByCode } from '../columnCounts';
import { BlockCheck } from './blockCheck';
import { noKeys } from './look';
import { paired } from './pairs';
import { kindsIn, noShare, replaced, shareOf, type Kind, type Share, type Total } from './share';

const bits = { values: 1, numbers: 2 } as const;
const both = bits.values | bits.numbers;

/**
 * What is known of all blocks of a text, in their order. A list of a million rows has thousands, so that after an edit
 * only those are touched that it concerns; what must be told of each at any time is kept flat.
 */
export class BlockList {
  private table: CsvTable | undefined;
  private blocks: readonly BlockCheck[] = [];
  private header: BlockCheck | undefined;
  /** For each block, what is to be looked at again, or may be. */
  private dues = new Uint8Array(0);
  /** Only between these any is. */
  private dueFrom = 0;
  private dueTo = 0;
  /** For each block, which kinds of findings it has. */
  private kinds = new Uint8Array(0);
  private sum: Total = noShare;
  /** Numbers that begin with their country code, by that: see `CountsByCode`. */
  readonly begins = countByCode();
  readonly possible = countByCode();
  /** Those whose block is no more, and whose numbers are still counted. */
  private readonly left: BlockCheck[] = [];
  private firstChanged = 0;

  /** What all blocks come to. */
  get total(): Total {
    return this.sum;
  }

  /** Brings what is known in line with the blocks of another table, of the same text after an edit. */
  follow(table: CsvTable): void {
    const before = this.table;
    const [old, anew] = [before?.content.blocks ?? [], table.content.blocks];
    const same = common(old, anew);
    this.table = table;
    const isOneForOne = old.length === anew.length && same.front + same.back + 1 === old.length;
    if (!isOneForOne) this.arrange(old, anew, same);
    this.firstChanged = Math.min(this.firstChanged, same.front);
    this.findDue(table, before);
  }

  /** The blocks to be looked at again, in their order. */
  due(kind: Kind): readonly BlockCheck[] {
    return this.blocks.slice(this.dueFrom, this.dueTo).filter((block) => this.isDue(block, kind));
  }

  /** Whether a block is to be looked at again; one that is no more is, in a way. */
  isDue(block: BlockCheck, kind: Kind): boolean {
    return this.blocks[block.index] !== block || ((this.dues[block.index] ?? 0) & bits[kind]) !== 0;
  }

  /** What has to be looked at again at all. */
  pending(asksPlans: boolean): CheckReport['pending'] {
    if (this.due('values').length > 0) return 'rows';
    return asksPlans && this.due('numbers').length > 0 ? 'numbers' : undefined;
  }

  /** One of the blocks that are no more, each of which is given once. */
  takeLeft(): BlockCheck | undefined {
    return this.left.pop();
  }

  /** To be called when a block was looked at. */
  done(block: BlockCheck, kind: Kind): void {
    this.dues[block.index] = (this.dues[block.index] ?? 0) & ~bits[kind];
    while (this.dueFrom < this.dueTo && this.dues[this.dueFrom] === 0) this.dueFrom++;
    this.update(block);
  }

  /** To be called when something else is known of a block. */
  update(block: BlockCheck): void {
    // Its numbers may be counted a little longer than the block itself.
    if (this.blocks[block.index] !== block) return;
    block.version++;
    this.account(
      block,
      shareOf(block, (kind) => !this.isDue(block, kind)),
    );
    this.kinds[block.index] = kindsIn(block.share);
    this.firstChanged = Math.min(this.firstChanged, block.index);
  }

  /** To be called when what is known of all blocks holds no longer. */
  forget(kind: Kind): void {
    for (const block of this.blocks) {
      block[kind].forget();
      block.version++;
      if (kind === 'values') continue;
      block.keys = noKeys;
      block.duplicates = [];
    }
    if (kind === 'numbers') this.left.length = 0;
    this.markDue(0, this.blocks.length);
  }

  /** To be called when the column says otherwise of numbers that may begin with these codes. */
  readAgain(codes: ReadonlySet<string>): void {
    for (const [index, block] of this.blocks.entries()) {
      block.numbers.forgetOther();
      if (!block.share.prefixes.some((code) => code < 0 && codes.has(String(-code)))) continue;
      block.numbers.forget();
      this.markDue(index, index + 1, bits.numbers);
    }
  }

  /** The next block, from a place on, that has findings of one of the kinds. */
  next(kinds: number, from: number): BlockCheck | undefined {
    for (let index = from; index < this.kinds.length; index++) {
      const isKnown = ((this.dues[index] ?? 0) & bits.values) === 0;
      if (isKnown && ((this.kinds[index] ?? 0) & kinds) !== 0) return this.blocks[index];
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
    this.dues = moved(this.dues, same, pairs.length);
    this.kinds = moved(this.kinds, same, pairs.length);
    for (const block of left) {
      this.account(block, noShare);
      if (block.keys.length > 0) this.left.push(block);
    }
    const behind = before.length === after.length ? after.length - same.back : after.length;
    for (let index = same.front; index < behind; index++) {
      const block = this.blocks[index];
      if (block) block.index = index;
    }
    // Those behind have moved, and what is known of those between is of other texts.
    if (this.dueFrom < this.dueTo) {
      this.dueFrom = Math.min(this.dueFrom, same.front);
      this.dueTo = after.length;
    }
    this.markDue(same.front, after.length - same.back);
  }

  /** Finds the blocks in which something else may be found, now that the table is another one. */
  private findDue(table: CsvTable, before: CsvTable | undefined): void {
    const { front, back } = common(before?.readings ?? [], table.readings);
    let first = front;
    // A record may go on from a block to those that have changed.
    while (table.readings[first - 1]?.endsInside === true) {
      first--;
      if ((table.readings[first]?.recordCount ?? 0) > 0) break;
    }
    this.markDue(first, this.blocks.length - back);
    const header = table.recordCount > 0 ? this.blocks[table.blockOf(0)] : undefined;
    if (header !== this.header) {
      for (const block of [header, this.header]) {
        if (block && this.blocks[block.index] === block) this.markDue(block.index, block.index + 1);
      }
    }
    this.header = header;
  }

  private markDue(from: number, to: number, kinds: number = both): void {
    if (from >= to) return;
    for (let index = from; index < to; index++) this.dues[index] = (this.dues[index] ?? 0) | kinds;
    const noneIs = this.dueFrom >= this.dueTo;
    this.dueFrom = noneIs ? from : Math.min(this.dueFrom, from);
    this.dueTo = noneIs ? to : Math.max(this.dueTo, to);
    this.firstChanged = Math.min(this.firstChanged, from);
  }

  private account(block: BlockCheck, share: Share): void {
    this.sum = replaced(this.sum, block.share, share);
    this.countPrefixes(block.share.prefixes, -1);
    this.countPrefixes(share.prefixes, 1);
    block.share = share;
  }

  private countPrefixes(prefixes: readonly number[], by: number): void {
    for (const code of prefixes) {
      add(this.begins, Math.abs(code), by);
      if (code < 0) add(this.possible, -code, by);
    }
  }
}

/** The bytes of the first and the last blocks, in the places that these have now. */
function moved(bytes: Uint8Array, { front, back }: Common, length: number): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(length);
  made.set(bytes.subarray(0, front));
  made.set(bytes.subarray(bytes.length - back), length - back);
  return made;
}

import type { Block } from './block';
import { cutIntoBlocks } from './block';
import { editFromEnd, type TextChange } from './editBlocks';
import { common, Runs } from './runs';

/** What a block is cut to, in UTF-16 units: some hundred contacts, which are read again in some ten microseconds. */
const usualLength = 0x1400;

/** A text in blocks, so that an edit makes one of them anew and leaves the others. It never changes itself. */
export class BlockText {
  readonly blocks: readonly Block[];
  private readonly offsets: Runs;

  private constructor(
    blocks: readonly Block[],
    /** What blocks are cut to, in UTF-16 units. */
    readonly blockLength: number,
    private joined?: string,
    before?: BlockText,
  ) {
    const first = blocks[0]?.asFirst();
    this.blocks = first === undefined || first === blocks[0] ? blocks : [first, ...blocks.slice(1)];
    const same = common(before?.blocks ?? [], this.blocks);
    const anew = this.blocks.slice(same.front, this.blocks.length - same.back);
    this.offsets = (before?.offsets ?? Runs.of([])).with(
      same,
      anew.map(({ length }) => length),
    );
  }

  /** @param blockLength for tests, which want many blocks of few characters */
  static of(text: string, blockLength = usualLength): BlockText {
    return new BlockText(cutIntoBlocks(text, blockLength), blockLength, text);
  }

  /** In UTF-16 units, as every offset. */
  get length(): number {
    return this.offsets.total;
  }

  /** The whole text as one string, which is made when it is first asked for: some 20 ms for a million contacts. */
  get whole(): string {
    return (this.joined ??= this.slice(0, this.length));
  }

  /** Where the block starts; behind the last one, where the text ends. */
  blockStart(block: number): number {
    return this.offsets.start(block);
  }

  /** The block that the offset is in; at the end of the text, the last one. */
  blockAt(offset: number): number {
    return offset < this.length ? this.offsets.find(offset) : this.blocks.length - 1;
  }

  /** The UTF-16 unit at an offset below {@link length}. */
  unitAt(offset: number): number {
    const index = this.offsets.find(offset);
    return this.blocks[index]?.unitAt(offset - this.offsets.start(index)) ?? NaN;
  }

  slice(start: number, end: number): string {
    const { blocks, offsets } = this;
    if (start >= end || start >= this.length) return '';
    const first = offsets.find(start);
    const base = offsets.start(first);
    if (end <= offsets.start(first + 1)) return blocks[first]?.slice(start - base, end - base) ?? '';
    const parts: string[] = [];
    for (let index = first; index < blocks.length && offsets.start(index) < end; index++) {
      const blockStart = offsets.start(index);
      parts.push(blocks[index]?.slice(Math.max(0, start - blockStart), end - blockStart) ?? '');
    }
    return parts.join('');
  }

  /** Where a character stands next, from `start` and before `end`; -1 when it does not. */
  indexOf(character: string, start: number, end: number): number {
    const { blocks, offsets } = this;
    let index = this.blockAt(start);
    for (let from = start; from < end && index < blocks.length; index++) {
      const base = offsets.start(index);
      const found = blocks[index]?.indexOf(character, from - base, end - base) ?? -1;
      if (found >= 0) return base + found;
      from = offsets.start(index + 1);
    }
    return -1;
  }

  /**
   * The text after changes, each of which applies to what the one before it left; many cost one pass when they come
   * from the end of the text to its start, as those of one event in VS Code do.
   */
  *edited(changes: readonly TextChange[]): Generator<undefined, BlockText> {
    const blocks = yield* editFromEnd(this, changes.slice(0, ordered(changes)));
    const edited = new BlockText(blocks, this.blockLength, undefined, this);
    const rest = changes.slice(ordered(changes));
    return rest.length === 0 ? edited : yield* edited.edited(rest);
  }
}

/** How many of the first changes lie each before the one before it. */
function ordered(changes: readonly TextChange[]): number {
  const out = changes.findIndex((change, at) => change.end > (changes[at - 1]?.start ?? Infinity));
  return out < 0 ? changes.length : out;
}

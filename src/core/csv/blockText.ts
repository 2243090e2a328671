import { cutIntoBlocks, type Block } from './block';
import { Runs } from './runs';

/** What a block is cut to, in UTF-16 units: some hundred contacts, which are checked again in less than a millisecond. */
const usualLength = 0x1400;

/** Replaces the text from `start` to `end`, in UTF-16 units, by another one. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text in blocks, so that an edit makes one of them anew and leaves the others. It never changes itself. */
export class BlockText {
  readonly blocks: readonly Block[];
  private readonly offsets: Runs;

  private constructor(
    blocks: readonly Block[],
    /** What blocks are cut to, in UTF-16 units. */
    readonly blockLength: number,
    private joined?: string,
  ) {
    const first = blocks[0]?.asFirst();
    this.blocks = first === undefined || first === blocks[0] ? blocks : [first, ...blocks.slice(1)];
    this.offsets = new Runs(this.blocks.map(({ length }) => length));
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
   * from the end of the text to its start, as those of one event in VS Code do. Blocks that no change touches stay the
   * same objects. A generator, because an editor may replace a hundred thousand places at once.
   */
  *edited(changes: readonly TextChange[]): Generator<undefined, BlockText> {
    const count = ordered(changes);
    const edited = new BlockText(yield* this.blocksAfter(changes.slice(0, count)), this.blockLength);
    return count === changes.length ? edited : yield* edited.edited(changes.slice(count));
  }

  /** @param changes from the end of the text to its start, apart from each other */
  private *blocksAfter(changes: readonly TextChange[]): Generator<undefined, readonly Block[]> {
    const { blocks, blockLength } = this;
    /** From the last block to the first: those that are made anew, and untouched ones between. */
    const parts: Block[][] = [];
    let untouched = blocks.length;
    for (let at = 0; at < changes.length;) {
      const stretch = this.stretchFrom(changes, at);
      parts.push(blocks.slice(stretch.end, untouched));
      untouched = stretch.first;
      at = stretch.changesEnd;
      let anew = stretch.text;
      // A block ends with a line feed, and one that became too short would stay so.
      while (!anew.endsWith('\n') || anew.length < blockLength >> 2) {
        const next = takeNext(parts);
        if (next === undefined) break;
        anew += next.slice(0, next.length);
      }
      parts.push(cutIntoBlocks(anew, blockLength));
      yield;
    }
    parts.push(blocks.slice(0, untouched));
    // Much faster than `flat`.
    return ([] as Block[]).concat(...parts.reverse());
  }

  /** The blocks that a change touches, and those that further changes touch together with them. */
  private stretchFrom(changes: readonly TextChange[], from: number): Stretch {
    const end = this.lastTouched(changes[from]) + 1;
    let first = end;
    let kept = this.blockStart(end);
    const parts: string[] = [];
    let at = from;
    for (; at < changes.length; at++) {
      const change = changes[at];
      if (change === undefined || (at > from && this.lastTouched(change) < first)) break;
      parts.push(this.slice(change.end, kept), change.text);
      kept = change.start;
      first = Math.min(first, Math.max(0, this.blockAt(change.start)));
    }
    parts.push(this.slice(this.blockStart(first), kept));
    return { first, end, text: parts.reverse().join(''), changesEnd: at };
  }

  /** The last block in which the change takes something away, or inserts; -1 in an empty text. */
  private lastTouched(change: TextChange | undefined): number {
    if (change === undefined) return -1;
    return this.blockAt(change.end > change.start ? change.end - 1 : change.start);
  }
}

/** Blocks that are made anew together. */
interface Stretch {
  readonly first: number;
  readonly end: number;
  /** Their text after the changes. */
  readonly text: string;
  /** The first change that is about an earlier stretch. */
  readonly changesEnd: number;
}

/** Takes the first block of the text that is done. */
function takeNext(parts: Block[][]): Block | undefined {
  while (parts.at(-1)?.length === 0) parts.pop();
  return parts.at(-1)?.shift();
}

/** How many of the first changes lie each before the one before it. */
function ordered(changes: readonly TextChange[]): number {
  const out = changes.findIndex((change, at) => change.end > (changes[at - 1]?.start ?? Infinity));
  return out < 0 ? changes.length : out;
}

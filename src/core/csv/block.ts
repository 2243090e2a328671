import type { BlockScanner } from './blockScanner';
import type { Reading } from './reading';

/**
 * A stretch of a text that ends behind a line feed, or where the text does. How it reads is found out when it is
 * first asked for, and kept for both ways: when a quote is opened somewhere before it, what was known stays known.
 */
export class Block {
  private atRecord: Reading | undefined;
  private inQuote: Reading | undefined;

  /**
   * @param source the string that holds it, from `start` to `end`
   * @param bomLength UTF-16 units in front that belong to no field: 1 for the byte order mark of the whole text, else 0
   */
  constructor(
    private readonly source: string,
    private readonly start: number,
    private readonly end: number,
    readonly bomLength: 0 | 1 = 0,
  ) {}

  get length(): number {
    return this.end - this.start;
  }

  /** A part of its text, by offsets from its start. */
  slice(start: number, end: number): string {
    return this.source.slice(this.start + start, Math.min(this.start + end, this.end));
  }

  /** The UTF-16 unit at an offset from its start. */
  unitAt(offset: number): number {
    return this.source.charCodeAt(this.start + offset);
  }

  /** Where a character stands next, by offsets from its start; -1 when it does not. */
  indexOf(character: string, start: number, end: number): number {
    // Not in the source, where a search that finds nothing would run on to its end.
    const found = this.slice(start, end).indexOf(character);
    return found < 0 ? -1 : start + found;
  }

  /** The same text at the start of a whole text, where a byte order mark belongs to no field. */
  asFirst(): Block {
    const bomLength = this.length > 0 && this.unitAt(0) === byteOrderMark ? 1 : 0;
    return bomLength === this.bomLength ? this : new Block(this.source, this.start, this.end, bomLength);
  }

  /** Whether {@link read} would have nothing to do. */
  isRead(inside: boolean): boolean {
    return (inside ? this.inQuote : this.atRecord) !== undefined;
  }

  /** @param inside whether it starts inside a quoted field; else at a record's start */
  read(inside: boolean, scanner: BlockScanner): Reading {
    const { source, start, end, bomLength } = this;
    if (inside) return (this.inQuote ??= scanner.read(source, start, end, true));
    return (this.atRecord ??= scanner.read(source, start, end, false, start + bomLength));
  }
}

const byteOrderMark = 0xfeff;

/**
 * Cuts a text into blocks of a length, up to the next line feed; the last one may be a quarter longer.
 */
export function cutIntoBlocks(text: string, blockLength: number): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start + blockLength - 1);
    const isLast = feed < 0 || text.length - feed <= blockLength >> 2;
    const end = isLast ? text.length : feed + 1;
    blocks.push(new Block(text, start, end));
    start = end;
  }
  return blocks;
}

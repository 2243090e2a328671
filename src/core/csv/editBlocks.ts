import { cutIntoBlocks, type Block } from './block';

/** Replaces the text from `start` to `end`, in UTF-16 units, by another one. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is needed of a text in blocks; see `BlockText`. */
interface EditedText {
  readonly blocks: readonly Block[];
  readonly blockLength: number;
  blockStart(block: number): number;
  blockAt(offset: number): number;
  slice(start: number, end: number): string;
}

/**
 * The blocks of a text after changes. Those that no change touches stay the same objects. A generator, because an
 * editor may replace a hundred thousand places at once: it pauses after each stretch that is made anew.
 *
 * @param changes from the end of the text to its start, apart from each other
 */
export function* editFromEnd(
  text: EditedText,
  changes: readonly TextChange[],
): Generator<undefined, readonly Block[]> {
  const { blocks, blockLength } = text;
  /** From the last block to the first: those that are made anew, and untouched ones between. */
  const parts: Block[][] = [];
  let untouched = blocks.length;
  for (let at = 0; at < changes.length;) {
    const stretch = stretchFrom(text, changes, at);
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

/** Takes the first block of the text that is done. */
function takeNext(parts: Block[][]): Block | undefined {
  while (parts.at(-1)?.length === 0) parts.pop();
  return parts.at(-1)?.shift();
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

/** The blocks that a change touches, and those that further changes touch together with them. */
function stretchFrom(text: EditedText, changes: readonly TextChange[], from: number): Stretch {
  const end = lastTouched(text, changes[from]) + 1;
  let first = end;
  let kept = text.blockStart(end);
  const parts: string[] = [];
  let at = from;
  for (; at < changes.length; at++) {
    const change = changes[at];
    if (change === undefined || (at > from && lastTouched(text, change) < first)) break;
    parts.push(text.slice(change.end, kept), change.text);
    kept = change.start;
    first = Math.min(first, Math.max(0, text.blockAt(change.start)));
  }
  parts.push(text.slice(text.blockStart(first), kept));
  return { first, end, text: parts.reverse().join(''), changesEnd: at };
}

/** The last block in which the change takes something away, or inserts; -1 in an empty text. */
function lastTouched(text: EditedText, change: TextChange | undefined): number {
  if (change === undefined) return -1;
  return text.blockAt(change.end > change.start ? change.end - 1 : change.start);
}

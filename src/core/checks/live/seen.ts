import type { Block } from '../../csv/block';
import type { Reading } from '../../csv/reading';
import type { CsvTable } from '../../csv/table';

/** A block of a table as it was looked at: all that decides what is found in the records that start in it. */
export interface Seen {
  readonly block: Block;
  readonly reading: Reading;
  /** How the blocks behind it read, to the end of a record that goes on there; empty when none does. */
  readonly tail: readonly Reading[];
  /** Whether its first record is the header. */
  readonly hasHeader: boolean;
}

/** A block as it stands in a table; `undefined` when the table has no such block. */
export function seenIn(table: CsvTable, index: number): Seen | undefined {
  const block = table.content.blocks[index];
  const reading = table.readings[index];
  if (block === undefined || reading === undefined) return undefined;
  return { block, reading, tail: tailOf(table, index, reading), hasHeader: hasHeader(table, index, reading) };
}

/** Whether all is as it was seen. */
export function isAsSeen(seen: Seen, table: CsvTable, index: number): boolean {
  const { reading } = seen;
  if (reading !== table.readings[index] || seen.hasHeader !== hasHeader(table, index, reading)) return false;
  if (!goesOn(reading)) return true;
  const tail = tailOf(table, index, reading);
  return tail.length === seen.tail.length && tail.every((part, at) => part === seen.tail[at]);
}

/** How many of a block's records, from its first and from its last, are what they were when it was seen before. */
export interface Unchanged {
  readonly front: number;
  readonly back: number;
}

export const noneUnchanged: Unchanged = { front: 0, back: 0 };

/** What an edit has left of a block, told from the two texts: no account of the edit has to be right for it. */
export function unchangedRecords(before: Seen, now: Seen): Unchanged {
  if (before.hasHeader !== now.hasHeader) return noneUnchanged;
  const [old, anew] = [before.reading, now.reading];
  const most = Math.min(old.recordCount, anew.recordCount);
  const same = sameUnits(before.block, now.block);
  let front = 0;
  // Up to the start of the record behind it, so that its line break is the same too.
  while (
    front + 1 < most &&
    old.recordStart(front) === anew.recordStart(front) &&
    old.recordStart(front + 1) === anew.recordStart(front + 1) &&
    anew.recordStart(front + 1) <= same.front
  ) {
    front++;
  }
  // The last record reaches into other blocks, or did.
  if (old.endsInside || anew.endsInside) return { front, back: 0 };
  let back = 0;
  // The header is looked at in another way than rows, and must not become one, nor a row the header.
  const first = Math.max(front, now.hasHeader ? 1 : 0);
  while (first + back < most) {
    const toEnd = now.block.length - anew.recordStart(anew.recordCount - 1 - back);
    if (toEnd > same.back) break;
    if (toEnd !== before.block.length - old.recordStart(old.recordCount - 1 - back)) break;
    back++;
  }
  return { front, back };
}

/** How many UTF-16 units two blocks have in common at their start and at their end. */
function sameUnits(a: Block, b: Block): Unchanged {
  const most = Math.min(a.length, b.length);
  return {
    front: longest(most, (from, to) => a.slice(from, to) === b.slice(from, to)),
    back: longest(
      most,
      (from, to) => a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from),
    ),
  };
}

/** How far two texts are the same: found in halves, as strings are compared much faster than their units one by one. */
function longest(most: number, isSame: (from: number, to: number) => boolean): number {
  let same = 0;
  let end = most;
  while (same < end) {
    const middle = (same + end + 1) >> 1;
    if (isSame(same, middle)) same = middle;
    else end = middle - 1;
  }
  return same;
}

/** Whether the last record that starts in a block does not end there. */
function goesOn({ endsInside, recordCount }: Reading): boolean {
  return endsInside && recordCount > 0;
}

function tailOf({ readings }: CsvTable, index: number, reading: Reading): readonly Reading[] {
  if (!goesOn(reading)) return noTail;
  let end = index + 1;
  // Up to the block in which it ends, or the last one.
  while (end < readings.length - 1 && isSwallowed(readings[end])) end++;
  return readings.slice(index + 1, end + 1);
}

const noTail: readonly Reading[] = [];

/** Whether no record starts or ends in a block. */
function isSwallowed(reading: Reading | undefined): boolean {
  return reading !== undefined && reading.endsInside && reading.recordCount === 0;
}

function hasHeader(table: CsvTable, index: number, reading: Reading): boolean {
  return table.firstRecord(index) === 0 && reading.recordCount > 0;
}

import type { CsvTable, Reading } from '../../csv';

/**
 * What decides, besides how a block reads, what is found in the records that start in it. A reading is of one block, and
 * a block of one text: as long as reading and snapshot are the same, the records are.
 */
export interface BlockSnapshot {
  /** How the blocks behind it read, to the end of a record that goes on there; empty when none does. */
  readonly tail: readonly Reading[];
  /** Whether its first record is the header. */
  readonly hasHeader: boolean;
}

/** @returns the one before, if nothing has changed since it was taken */
export function snapshotOf(table: CsvTable, index: number, before: BlockSnapshot | undefined): BlockSnapshot {
  const tail = tailOf(table, index);
  const hasHeader = table.firstRecord(index) === 0 && table.readings[index]?.recordCount !== 0;
  const isAsBefore =
    hasHeader === before?.hasHeader &&
    tail.length === before.tail.length &&
    tail.every((reading, at) => reading === before.tail[at]);
  return isAsBefore ? before : { tail, hasHeader };
}

const noTail: readonly Reading[] = [];

function tailOf({ readings }: CsvTable, index: number): readonly Reading[] {
  const reading = readings[index];
  if (reading?.endsInside !== true || reading.recordCount === 0) return noTail;
  let end = index + 1;
  // Up to the block in which it ends, or the last one.
  while (end < readings.length - 1 && isSwallowed(readings[end])) end++;
  return readings.slice(index + 1, end + 1);
}

/** Whether no record starts or ends in a block. */
function isSwallowed(reading: Reading | undefined): boolean {
  return reading !== undefined && reading.endsInside && reading.recordCount === 0;
}

import { severities, type Severity } from '../severity';
import type { Unchanged } from './seen';

/**
 * What was found in the records of a block, two bytes for each finding: the record in the block, and how severe it
 * is. Findings themselves are made again for those that are shown; a long list may have more than memory holds.
 */
export type Marks = Uint16Array;

/** Marks a record that is no row, beside the severities. */
const noRow = severities.length;
/** A block has some thousand records at the most: they are lines of a text of some thousand units. */
const kindBits = 3;
const kinds = (1 << kindBits) - 1;

export const noMarks: Marks = new Uint16Array(0);

export function findingMark(record: number, severity: Severity): number {
  return (record << kindBits) | severities.indexOf(severity);
}

export function noRowMark(record: number): number {
  return (record << kindBits) | noRow;
}

export function recordOf(mark: number): number {
  return mark >> kindBits;
}

export function isOf(mark: number, severity: Severity): boolean {
  return (mark & kinds) === severities.indexOf(severity);
}

/** How many marks there are of each kind: the severities in their order, and records that are no rows. */
export type MarkCounts = readonly number[];

const noCounts: MarkCounts = [...severities.map(() => 0), 0];

export function countMarks(marks: Marks): MarkCounts {
  if (marks.length === 0) return noCounts;
  const counts = [...noCounts];
  for (const mark of marks) counts[mark & kinds] = (counts[mark & kinds] ?? 0) + 1;
  return counts;
}

/** Records that are no rows, of {@link MarkCounts}. */
export function noRowsOf(counts: MarkCounts): number {
  return counts[noRow] ?? 0;
}

/**
 * Marks after an edit: those of unchanged records, moved with them, and fresh ones between.
 *
 * @param recordsBefore how many records the block had, of which `before` are the marks
 */
export function renewedMarks(
  before: Marks,
  recordsBefore: number,
  { front, back }: Unchanged,
  fresh: readonly number[],
  records: number,
): Marks {
  const marks: number[] = [];
  for (const mark of before) if (recordOf(mark) < front) marks.push(mark);
  for (const mark of fresh) marks.push(mark);
  const moved = (records - recordsBefore) << kindBits;
  for (const mark of before) if (recordOf(mark) >= recordsBefore - back) marks.push(mark + moved);
  return marks.length === 0 ? noMarks : Uint16Array.from(marks);
}

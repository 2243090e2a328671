import type { Finding, FindingCode } from '../finding';
import { contactRules } from '../rules';
import { severities, type Severity } from '../severity';
import type { Unchanged } from './seen';

/**
 * What was found in the records of a block, a number for each finding: in which record of the block, by which rule, and
 * how severe it is. The findings themselves are made again, by that rule, for those that are shown: a long list may
 * have more of them than memory holds.
 */
export type Marks = readonly number[] | Uint32Array;

const [severityBits, ruleBits] = [3, 6];
/** Marks a record that is no row, in the place of a severity. */
const noRow = severities.length;
const ruleOfCode = new Map<FindingCode, number>(contactRules.map(({ code }, index) => [code, index]));

/** Marks a cell with wrong letters: all of these are one finding of the file. */
const letters = severities.length + 1;

/** Marks a number that begins with its country code: for sure, or if the column says so. Both are counted. */
const begins = severities.length + 2;
const mayBegin = severities.length + 3;

export const noMarks: Marks = [];
/** From here on, so many bytes each are worth an array of a kind that has a cost of its own. */
const many = 64;

export function findingMark(record: number, { code }: Finding, severity: Severity): number {
  const kind = code === 'csv.encoding' ? letters : severities.indexOf(severity);
  return markOf(record, ruleOfCode.get(code) ?? 0, kind);
}

export function noRowMark(record: number): number {
  return markOf(record, 0, noRow);
}

export function prefixMark(record: number, prefix: 'sure' | 'possible'): number {
  return markOf(record, 0, prefix === 'sure' ? begins : mayBegin);
}

function markOf(record: number, rule: number, severity: number): number {
  return (((record << ruleBits) | rule) << severityBits) | severity;
}

export function recordOf(mark: number): number {
  return mark >> (ruleBits + severityBits);
}

/** Which of the rules for contact lists has found it. */
export function ruleOf(mark: number): number {
  return (mark >> severityBits) & ((1 << ruleBits) - 1);
}

/** Its severity, by its place among the severities; one of those above for what is none. */
export function severityIn(mark: number): number {
  return mark & ((1 << severityBits) - 1);
}

export function isOfLetters(mark: number): boolean {
  return severityIn(mark) === letters;
}

export function prefixIn(mark: number): 'sure' | 'possible' | undefined {
  const kind = severityIn(mark);
  if (kind < begins) return undefined;
  return kind === begins ? 'sure' : 'possible';
}

export function isNoRow(mark: number): boolean {
  return severityIn(mark) === noRow;
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
  const moved = markOf(records, 0, 0) - markOf(recordsBefore, 0, 0);
  for (const mark of before) if (recordOf(mark) >= recordsBefore - back) marks.push(mark + moved);
  if (marks.length === 0) return noMarks;
  // A copy is as long as it must be; what was pushed to is longer.
  return marks.length < many ? marks.slice() : Uint32Array.from(marks);
}

import type { Finding, FindingCode } from '../finding';
import { contactRules } from '../rules';
import { severities, type Severity } from '../severity';

/**
 * What was found in the records of a block, a number for each finding: in which record of the block, by which rule, and
 * how severe it is. The findings themselves are made again, by that rule, for those that are shown: a long list may
 * have more of them than memory holds.
 */
export type PackedFindings = readonly number[] | Uint32Array;

const [severityBits, ruleBits] = [3, 6];
const ruleOfCode = new Map<FindingCode, number>(contactRules.map(({ code }, index) => [code, index]));
/** In the place of a severity, a cell with wrong letters: all of these are one finding of the file. */
export const letters = severities.length;
/** From here on, so many bytes each are worth an array of a kind that has a cost of its own. */
const many = 64;

export function packed(record: number, { code }: Finding, severity: Severity): number {
  const place = code === 'csv.encoding' ? letters : severities.indexOf(severity);
  return (((record << ruleBits) | (ruleOfCode.get(code) ?? 0)) << severityBits) | place;
}

export function recordOf(finding: number): number {
  return finding >> (ruleBits + severityBits);
}

/** Which of the rules for contact lists has found it. */
export function ruleOf(finding: number): number {
  return (finding >> severityBits) & ((1 << ruleBits) - 1);
}

/** Its severity, by its place among the severities, or {@link letters}. */
export function severityIn(finding: number): number {
  return finding & ((1 << severityBits) - 1);
}

/** The same for all that a rule has found in a record. */
export function withoutSeverity(finding: number): number {
  return (finding >> severityBits) << severityBits;
}

/** How many there are by rule and severity: by what {@link packed} gives for record 0. */
export type FindingCounts = ReadonlyMap<number, number>;

const noCounts: FindingCounts = new Map();

export function countsOf(findings: PackedFindings): FindingCounts {
  if (findings.length === 0) return noCounts;
  const counts = new Map<number, number>();
  for (const finding of findings) {
    const kind = finding & ((1 << (severityBits + ruleBits)) - 1);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** The same in as little memory as it takes. */
export function compact(findings: readonly number[]): PackedFindings {
  // A copy is as long as it must be; what was pushed to is longer.
  return findings.length < many ? findings.slice() : Uint32Array.from(findings);
}

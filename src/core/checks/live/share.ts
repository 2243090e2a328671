import { severities } from '../severity';
import type { BlockCheck } from './blockCheck';
import { noRowsOf } from './marks';

/** What a block adds to the totals. */
export interface Share {
  readonly rows: number;
  /** Rows with the number of an earlier one. */
  readonly duplicates: number;
  /** All other findings, for each severity in their order. */
  readonly findings: readonly number[];
}

const noFindings: readonly number[] = severities.map(() => 0);
export const noShare: Share = { rows: 0, duplicates: 0, findings: noFindings };

export function shareOf({ values, numbers, duplicates }: BlockCheck): Share {
  const rows = values ? values.seen.reading.recordCount - noRowsOf(values.counts) : 0;
  const hasAny = [values, numbers].some((looked) => looked && looked.marks.length > 0);
  const findings = hasAny
    ? severities.map((_, at) => (values?.counts[at] ?? 0) + (numbers?.counts[at] ?? 0))
    : noFindings;
  return { rows, duplicates: duplicates.length, findings };
}

/** The total after one share has become another one. */
export function replaced(total: Share, before: Share, after: Share): Share {
  return {
    rows: total.rows - before.rows + after.rows,
    duplicates: total.duplicates - before.duplicates + after.duplicates,
    findings: total.findings.map(
      (count, at) => count - (before.findings[at] ?? 0) + (after.findings[at] ?? 0),
    ),
  };
}

/** Bits that tell what a share has any of: a severity's, by its place among them, and duplicates'. */
export const kindOf = (severity: number) => 1 << severity;
export const duplicateKind = 1 << severities.length;

export function kindsIn({ duplicates, findings }: Share): number {
  return findings.reduce(
    (kinds, count, at) => (count > 0 ? kinds | kindOf(at) : kinds),
    duplicates > 0 ? duplicateKind : 0,
  );
}

import type { FindingCode } from './finding';
import type { Severity } from './severity';

/** The warnings of a file by their kinds. */
export interface Warnings {
  readonly count: number;
  /** The most frequent first. Of more findings than a report keeps, further ones may be of any kind. */
  readonly kinds: readonly { readonly code: FindingCode; readonly count: number }[];
}

export function warningsOf({
  findings,
  counts,
}: {
  readonly findings: readonly {
    readonly finding: { readonly code: FindingCode };
    readonly severity: Severity;
  }[];
  readonly counts: Readonly<Record<Severity, number>>;
}): Warnings {
  const kinds = new Map<FindingCode, number>();
  for (const { finding, severity } of findings) {
    if (severity === 'warning') kinds.set(finding.code, (kinds.get(finding.code) ?? 0) + 1);
  }
  return {
    count: counts.warning,
    kinds: Array.from(kinds, ([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
  };
}

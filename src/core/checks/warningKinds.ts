import type { Finding, FindingCode } from './finding';
import type { Severity } from './severity';

/** A kind of finding as its user reads of it: its code, but that what only the column as a whole tells is named apart. */
export type FindingKind = FindingCode | 'phone.prefixed.byColumn';

export function kindOf(finding: Pick<Finding, 'code'> & { readonly byColumn?: true }): FindingKind {
  return finding.code === 'phone.prefixed' && finding.byColumn ? 'phone.prefixed.byColumn' : finding.code;
}

/** The warnings of a file by their kinds. */
export interface Warnings {
  readonly count: number;
  /** The most frequent first. Of more findings than a report keeps, further ones may be of any kind. */
  readonly kinds: readonly { readonly kind: FindingKind; readonly count: number }[];
}

export function warningsOf({
  findings,
  counts,
}: {
  readonly findings: readonly {
    readonly finding: Parameters<typeof kindOf>[0];
    readonly severity: Severity;
  }[];
  readonly counts: Readonly<Record<Severity, number>>;
}): Warnings {
  const kinds = new Map<FindingKind, number>();
  for (const { finding, severity } of findings) {
    if (severity !== 'warning') continue;
    const kind = kindOf(finding);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  return {
    count: counts.warning,
    kinds: Array.from(kinds, ([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
  };
}

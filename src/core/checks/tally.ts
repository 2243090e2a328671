import type { Finding } from './finding';
import { severities, severityOf, type RuleSettings, type Severity } from './severity';

/** A finding and how severe it is under the settings of the check. */
export interface Graded {
  readonly finding: Finding;
  readonly severity: Severity;
}

/** Counts every finding exactly, and keeps only as many as can be shown, the most severe first. */
export class Tally {
  readonly counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  private readonly kept: Record<Severity, Finding[]> = { error: [], warning: [], information: [], hint: [] };

  /** @param limit how many findings {@link shown} returns at the most */
  constructor(
    private readonly settings: RuleSettings,
    private readonly limit: number,
  ) {}

  readonly report = (finding: Finding): void => {
    const severity = severityOf(finding, this.settings);
    if (severity === 'off') return;
    this.counts[severity]++;
    const kept = this.kept[severity];
    if (kept.length < this.limit) kept.push(finding);
  };

  /** The most severe findings, within a severity in the order of the text. */
  shown(): readonly Graded[] {
    return severities
      .flatMap((severity) =>
        this.kept[severity]
          .toSorted((a, b) => a.range.start - b.range.start)
          .map((finding) => ({ finding, severity })),
      )
      .slice(0, this.limit);
  }
}

import type { Reports } from './examine';
import type { Finding, FindingCode } from './finding';
import { severities, severityOf, type RuleSettings, type Severity } from './severity';

/** A finding and how severe it is under the settings of the check. */
export interface Graded {
  readonly finding: Finding;
  readonly severity: Severity;
}

/** How many findings there are of each severity. */
export type Counts = Record<Severity, number>;

/** How many there are of each code; a code without any is not there. */
export type CodeCounts = Partial<Record<FindingCode, number>>;

export function noCounts(): Counts {
  return { error: 0, warning: 0, information: 0, hint: 0 };
}

/** Counts every finding exactly, and keeps only as many as can be shown, the most severe first. */
export class Tally implements Reports {
  readonly counts = noCounts();
  readonly codes: CodeCounts = {};
  private readonly sheetFindings = keptBySeverity();
  private readonly recordFindings = keptBySeverity();

  /** @param limit how many findings {@link shown} returns at the most */
  constructor(
    private readonly settings: RuleSettings,
    private readonly limit: number,
  ) {}

  readonly ofSheet = (finding: Finding): void => this.keep(this.sheetFindings, finding);
  readonly ofRecords = (finding: Finding): void => this.keep(this.recordFindings, finding);

  /** The most severe findings, within a severity in the order of the text. */
  shown(): readonly Graded[] {
    return this.shownWith((severity) => this.recordFindings[severity]);
  }

  /**
   * The same with other findings of records than were reported here.
   * @param findingsOf the first ones of a severity, in the order of the text; as many as there is room for, if there are
   */
  shownWith(findingsOf: (severity: Severity, room: number) => readonly Graded[]): readonly Graded[] {
    let all: readonly Graded[] = [];
    for (const severity of severities) {
      const ofSheet = this.sheetFindings[severity];
      const room = this.limit - all.length;
      const ofRecords = findingsOf(severity, Math.max(0, room - ofSheet.length));
      // In the header the two meet.
      const kept = ofSheet.length === 0 ? ofRecords : inOrder([...ofSheet, ...ofRecords].slice(0, room));
      all = all.concat(kept.slice(0, room));
    }
    return all;
  }

  private keep(kept: Kept, finding: Finding): void {
    const severity = severityOf(finding, this.settings);
    if (severity === 'off') return;
    this.counts[severity]++;
    this.codes[finding.code] = (this.codes[finding.code] ?? 0) + 1;
    if (kept[severity].length < this.limit) kept[severity].push({ finding, severity });
  }
}

type Kept = Readonly<Record<Severity, Graded[]>>;

function keptBySeverity(): Kept {
  return { error: [], warning: [], information: [], hint: [] };
}

/** Sorted by their places; what is in one place stays as it is. */
export function inOrder(findings: readonly Graded[]): readonly Graded[] {
  return findings.toSorted((a, b) => a.finding.range.start - b.finding.range.start);
}

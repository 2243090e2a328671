import {
  type Finding,
  type FindingData,
  isOfNoRow,
  type RuleSettings,
  severities,
  type Severity,
  severityOf,
} from '../checks';
import { detached } from './detached';
import type { Places } from './lines';

/** A finding in a file. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface PlacedFinding {
  readonly finding: FindingData;
  readonly severity: Severity;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Where what is there again came first: a number, or a column's name. */
  readonly firstLine?: number;
}

/** As `Tally` of the checks for a file that comes in pieces: counts all findings, and keeps as many as can be shown. */
export class PlacedFindings {
  readonly counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  /** Errors of records that are no rows, and never sent. */
  errorsOfNoRows = 0;
  private firstWrong: { readonly finding: Finding; readonly places: Places } | undefined;
  private wrongCells = 0;
  private readonly ofSheet = keptBySeverity();
  private readonly ofRecords = keptBySeverity();

  /** @param limit how many findings {@link shown} returns at the most */
  constructor(
    private readonly settings: RuleSettings,
    private readonly limit: number,
  ) {}

  /** Takes what concerns the file as a whole and lies in its header. */
  sheetFinding(finding: Finding, places: Places): void {
    this.keep(
      this.ofSheet,
      finding,
      places,
      'first' in finding ? places.at(finding.first.start).line : undefined,
    );
  }

  /** Takes a cell with wrong letters; to be called in the order of the file. */
  wrongCell(finding: Finding, places: Places): void {
    if (++this.wrongCells === 1) this.firstWrong = { finding, places };
  }

  /** To be called when all was taken. */
  end(): void {
    if (this.firstWrong === undefined) return;
    const { finding, places } = this.firstWrong;
    const cells = this.wrongCells;
    this.keep(this.ofSheet, cells > 1 ? ({ ...finding, cells } as Finding) : finding, places, undefined);
  }

  /** Takes what concerns a record; to be called in the order of the file. */
  recordFinding(finding: Finding, places: Places, firstLine?: number): void {
    this.keep(this.ofRecords, finding, places, firstLine);
  }

  /** The most severe findings, within a severity in the order of the file. */
  shown(): readonly PlacedFinding[] {
    const shown: PlacedFinding[] = [];
    for (const severity of severities) {
      const kept = [...this.ofSheet[severity], ...this.ofRecords[severity]].slice(
        0,
        this.limit - shown.length,
      );
      shown.push(...kept.sort((a, b) => a.line - b.line || a.column - b.column));
    }
    return shown;
  }

  private keep(kept: Kept, finding: Finding, places: Places, firstLine: number | undefined): void {
    const severity = severityOf(finding, this.settings);
    if (severity === 'off') return;
    this.counts[severity]++;
    if (severity === 'error' && isOfNoRow(finding)) this.errorsOfNoRows++;
    if (kept[severity].length >= this.limit) return;
    const start = places.at(finding.range.start);
    const end = places.at(finding.range.end);
    kept[severity].push({
      finding: dataOf(finding),
      severity,
      ...start,
      endLine: end.line,
      endColumn: end.column,
      ...(firstLine !== undefined && { firstLine }),
    });
  }
}

type Kept = Readonly<Record<Severity, PlacedFinding[]>>;

function keptBySeverity(): Kept {
  return { error: [], warning: [], information: [], hint: [] };
}

function dataOf(finding: Finding): FindingData {
  const entries = Object.entries(finding) as [name: string, value: unknown][];
  const data = entries
    .filter(([name]) => name !== 'range' && name !== 'first')
    .map(([name, value]) => [name, typeof value === 'string' ? detached(value) : value] as const);
  return Object.fromEntries(data) as FindingData;
}

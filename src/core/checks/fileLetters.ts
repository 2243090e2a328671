import type { OffsetRange } from '../csv';
import type { Finding, FindingOf } from './finding';

/** So many cells are told besides the first. */
export const mostOthers = 20;

/** The one finding that is made of those of all cells with wrong letters: one cause has made them, and one fix mends all. */
export class FileLetters {
  private first: FindingOf<'csv.encoding'> | undefined;
  private cells = 0;
  /** Where further ones are, in the order of the text. */
  readonly others: OffsetRange[] = [];

  /** @param most how many of {@link others} are kept */
  constructor(private readonly most = mostOthers) {}

  /** Whether more of them would not be kept. */
  get isFull(): boolean {
    return this.others.length >= this.most;
  }

  /** Takes a finding of a cell, in the order of the text; leaves any other one. */
  take(finding: Finding): boolean {
    if (finding.code !== 'csv.encoding') return false;
    this.cells++;
    if (this.first === undefined) this.first = finding;
    else if (!this.isFull) this.others.push(finding.range);
    return true;
  }

  /** @param cells how many cells have some, when not all of them were taken */
  finding(cells = this.cells): FindingOf<'csv.encoding'> | undefined {
    return this.first && { ...this.first, ...(cells > 1 && { cells }) };
  }
}

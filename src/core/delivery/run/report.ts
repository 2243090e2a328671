import type { Contact } from '../../contact/contact';
import { outcomes, type Outcome, type OutgoingRow, type RowResult } from './outcome';

/** A row of which more is known than that it was not sent. */
export interface SettledRow {
  readonly row: OutgoingRow;
  readonly result: RowResult;
}

/** What became of an import's rows, as it goes on: every row counts, and those that are to be shown are kept. */
export class ImportReport {
  readonly counts: Record<Outcome, number>;
  /** Contacts of the stream's answers that no row explains; the first ones, when there are many. */
  readonly unmatched: Contact[] = [];
  unmatchedCount = 0;
  private readonly outcomes: Uint8Array;
  private readonly kept = new Map<number, SettledRow>();

  /**
   * @param rowCount rows of the import, none of which is sent at first
   * @param keepsCreated whether rows that were created are kept too, each with its contact
   * @param most how many rows, and how many unmatched contacts, are kept
   */
  constructor(
    readonly rowCount: number,
    private readonly keepsCreated = true,
    private readonly most = Infinity,
  ) {
    this.outcomes = new Uint8Array(rowCount).fill(outcomes.indexOf('notSent'));
    this.counts = { ...noRows, notSent: rowCount };
  }

  /** Takes in what became of a row; what was known before is replaced. */
  readonly settle = (row: OutgoingRow, result: RowResult): void => {
    this.counts[this.outcomeAt(row.index)]--;
    this.counts[result.outcome]++;
    this.outcomes[row.index] = outcomes.indexOf(result.outcome);
    const isWanted = result.outcome !== 'created' || this.keepsCreated;
    if (isWanted && (this.kept.has(row.index) || this.kept.size < this.most))
      this.kept.set(row.index, { row: copyOf(row), result });
    else this.kept.delete(row.index);
  };

  readonly addUnmatched = (contacts: readonly Contact[]): void => {
    this.unmatchedCount += contacts.length;
    for (const contact of contacts) if (this.unmatched.length < this.most) this.unmatched.push(contact);
  };

  outcomeAt(index: number): Outcome {
    return outcomes[this.outcomes[index] ?? -1] ?? 'notSent';
  }

  /** What was kept of the row at that place. */
  at(index: number): SettledRow | undefined {
    return this.kept.get(index);
  }

  /** The kept rows in the file's order. */
  settled(): readonly SettledRow[] {
    return [...this.kept.values()].sort((a, b) => a.row.index - b.row.index);
  }

  /** How many rows have one of these outcomes. */
  count(...wanted: readonly Outcome[]): number {
    return wanted.reduce((sum, outcome) => sum + this.counts[outcome], 0);
  }
}

const noRows: Readonly<Record<Outcome, number>> = {
  created: 0,
  notReturned: 0,
  refused: 0,
  unknown: 0,
  present: 0,
  absent: 0,
  notSent: 0,
};

/**
 * What is kept shall not be what was made for a row that is on its way: V8 learns from those that live on, and makes
 * all later rows old ones, which takes twice the memory.
 */
function copyOf({ index, line, values, record }: OutgoingRow): OutgoingRow {
  return { index, line, values: { ...values }, record };
}

import type { Contact } from '../../contact';
import type { ImportSource } from '../source/source';
import type { ToldCounts } from '../outcomeActions';
import { outcomes, type Outcome, type ImportRow, type RowResult } from './outcome';

/** A row of which more is known than that it was not sent. */
export interface SettledRow {
  readonly row: KeptRow;
  readonly result: RowResult;
  /** What was found out before, and last this result. */
  readonly history: readonly RowEvent[];
}

/** Something that was found out of a row. */
export interface RowEvent {
  readonly outcome: Outcome;
  /** In ms since 1970; absent when that is not known any more. */
  readonly at?: number;
}

/** A row without its cells, and without its text in the user's file, unless texts are kept. */
export type KeptRow = Omit<ImportRow, 'record' | 'cells' | 'inFile'> & Partial<Pick<ImportRow, 'record'>>;

/** What a report keeps of rows. It counts them in any case. */
export interface Keeping {
  /** Whether rows that were created are kept too, each with its contact. */
  readonly created: boolean;
  /** Whether each is kept with its text, which of a wide table is most of it. */
  readonly texts: boolean;
  /** How many rows, and how many unmatched contacts, are kept. */
  readonly most: number;
}

/** Up to so many rows all of them are kept; of a longer list only those that were not simply created. */
const mostKeptInFull = 100_000;

/** How many rows of such a longer list. */
const mostKeptOfMore = 10_000;

/**
 * The report of an import of so many rows that keeps what is worth showing of them, and the texts by which they are found
 * in a document. A file on disk, which tells its `bytes`, has none.
 * @param keepsCreated whether those that were created are worth showing: whoever is told of each as it comes does not need
 * them, and 100,000 contacts are 150 MB
 */
export function reportFor(
  rowCount: number,
  { bytes }: Pick<ImportSource, 'bytes'>,
  keepsCreated = true,
): ImportReport {
  const isShort = rowCount <= mostKeptInFull;
  return new ImportReport(rowCount, {
    created: isShort && keepsCreated,
    texts: bytes === undefined,
    most: isShort ? Infinity : mostKeptOfMore,
  });
}

/** Beside the places of outcomes among them all: refused with all of a request; found on the stream under another name. */
const [refusedWhole, otherName] = [outcomes.length, outcomes.length + 1];

const everything: Keeping = { created: true, texts: true, most: Infinity };

/** What became of an import's rows, as it goes on: every row counts, and those that are to be shown are kept. */
export class ImportReport {
  readonly counts: Record<Outcome, number>;
  /** Contacts of the stream's answers that no row explains; the first ones, when there are many. */
  readonly unmatched: Contact[] = [];
  unmatchedCount = 0;
  private readonly outcomes: Uint8Array;
  private readonly kept = new Map<number, SettledRow>();
  private readonly keeping: Keeping;

  /** @param rowCount rows of the import, none of which is sent at first */
  constructor(
    readonly rowCount: number,
    keeping: Partial<Keeping> = {},
  ) {
    this.keeping = { ...everything, ...keeping };
    this.outcomes = new Uint8Array(rowCount).fill(outcomes.indexOf('notSent'));
    this.counts = { ...noRows, notSent: rowCount };
  }

  /**
   * Takes in what became of a row; what was known before is replaced.
   * @param at when that was found out, ms since 1970
   * @returns what is known of the row by now, whether or not it is kept
   */
  readonly settle = (row: ImportRow, result: RowResult, at?: number): SettledRow => {
    this.counts[this.outcomeAt(row.index)]--;
    this.counts[result.outcome]++;
    this.outcomes[row.index] = codeOf(result);
    const { created, texts, most } = this.keeping;
    const before = this.kept.get(row.index);
    const settled: SettledRow = {
      row: copyOf(row, texts),
      result,
      history: historyOf(before, result.outcome, at),
    };
    const isWanted = result.outcome !== 'created' || created;
    if (isWanted && (before || this.kept.size < most)) this.kept.set(row.index, settled);
    else this.kept.delete(row.index);
    return settled;
  };

  readonly addUnmatched = (contacts: readonly Contact[]): void => {
    this.unmatchedCount += contacts.length;
    for (const contact of contacts)
      if (this.unmatched.length < this.keeping.most) this.unmatched.push(contact);
  };

  /** How many rows, and how many unmatched contacts, are kept. */
  get most(): number {
    return this.keeping.most;
  }

  outcomeAt(index: number): Outcome {
    const code = this.outcomes[index] ?? -1;
    if (code === refusedWhole) return 'refused';
    return code === otherName ? 'present' : (outcomes[code] ?? 'notSent');
  }

  /** Whether the row's number is on the stream under another name. */
  hasOtherName(index: number): boolean {
    return this.outcomes[index] === otherName;
  }

  /** What was kept of the row at that place. */
  at(index: number): SettledRow | undefined {
    return this.kept.get(index);
  }

  /** The kept rows in the file's order. */
  settled(): readonly SettledRow[] {
    return [...this.kept.values()].sort((a, b) => a.row.index - b.row.index);
  }

  /** Whether rows are refused that were so only with all of their request. */
  get hasRefusedWhole(): boolean {
    return this.outcomes.includes(refusedWhole);
  }

  /** Whether every refused row is known to be refused by itself. */
  get isRefusedAlone(): boolean {
    return !this.hasRefusedWhole;
  }

  /** What is told of them all. */
  get told(): ToldCounts {
    let otherNames = 0;
    for (const code of this.outcomes) if (code === otherName) otherNames++;
    return { ...this.counts, otherNames };
  }

  /** How many rows have one of these outcomes. */
  count(...wanted: readonly Outcome[]): number {
    return wanted.reduce((sum, outcome) => sum + this.counts[outcome], 0);
  }
}

function codeOf({ outcome, note }: RowResult): number {
  if (outcome === 'refused' && note?.kind === 'batch') return refusedWhole;
  return outcome === 'present' && note?.kind === 'otherName' ? otherName : outcomes.indexOf(outcome);
}

/** What came to nothing is no event; what is found out again, such as by another look, is told once. */
function historyOf(
  before: SettledRow | undefined,
  outcome: Outcome,
  at: number | undefined,
): readonly RowEvent[] {
  const earlier = before?.history ?? [];
  if (outcome === 'notSent' || earlier.at(-1)?.outcome === outcome) return earlier;
  return [...earlier, at === undefined ? { outcome } : { outcome, at }];
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
 * What is kept of a row: not what was made for it on its way, of which 10,000 that live on double the memory that a long
 * import takes; see `npm run bench -- --only sendFromDisk`.
 */
function copyOf({ index, line, values, since, record, inFile }: ImportRow, withText: boolean): KeptRow {
  return {
    ...{ index, line, values: { ...values } },
    ...(since && { since }),
    ...(withText && { record: inFile ?? record }),
  };
}

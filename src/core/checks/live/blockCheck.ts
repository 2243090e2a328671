import type { CsvTable } from '../../csv/table';
import { countMarks, noMarks, renewedMarks, type MarkCounts, type Marks } from './marks';
import { noKeys, type NumberHolder } from './numberHolders';
import { isAsSeen, type Seen, type Unchanged } from './seen';
import { noShare, type Share } from './share';

/** What is known of one block of a text. After an edit another block may take its place, of which most is still true. */
export class BlockCheck implements NumberHolder {
  index = 0;
  keys = noKeys;
  duplicates: readonly number[] = [];
  /** What the rules found that ask no numbering plans, and whether they are to look again. */
  values: Looked | undefined;
  valuesDue = true;
  /** The same of those that ask them. */
  numbers: Looked | undefined;
  numbersDue = true;
  /** What it adds to the totals. */
  share: Share = noShare;
  /** Another one whenever something else is known of it. */
  version = 0;

  /** Finds out what is to be looked at again, now that the table is another one. */
  compare(table: CsvTable): void {
    const { values, numbers, index } = this;
    this.valuesDue = values === undefined || !isAsSeen(values.seen, table, index);
    this.numbersDue =
      numbers === undefined ||
      (numbers.seen === values?.seen ? this.valuesDue : !isAsSeen(numbers.seen, table, index));
  }

  forgetValues(): void {
    this.values = undefined;
    this.valuesDue = true;
  }

  forgetNumbers(): void {
    this.numbers = undefined;
    this.numbersDue = true;
    this.keys = noKeys;
    this.duplicates = [];
  }
}

/** What some of the rules found in a block, and the block as they saw it. */
export interface Looked {
  readonly seen: Seen;
  readonly marks: Marks;
  readonly counts: MarkCounts;
}

/** An earlier look brought up to date by the marks of all records that have changed since. */
export function lookedAgain(
  before: Looked | undefined,
  seen: Seen,
  unchanged: Unchanged,
  fresh: readonly number[],
): Looked {
  const recordsBefore = before?.seen.reading.recordCount ?? 0;
  const { recordCount } = seen.reading;
  const marks = renewedMarks(before?.marks ?? noMarks, recordsBefore, unchanged, fresh, recordCount);
  return { seen, marks, counts: countMarks(marks) };
}

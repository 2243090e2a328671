import type { CsvTable } from '../../csv/table';
import { noMarks, renewedMarks, type Marks } from './marks';
import { isAsSeen, noneUnchanged, unchangedRecords, type Seen, type Unchanged } from './seen';

export const noKeys = new Float64Array(0);

/** What some of the rules found in a block, and the block as they saw it. */
export interface Looked {
  readonly seen: Seen;
  readonly marks: Marks;
  /** The key of each record's number, where these are looked at. */
  readonly keys: Float64Array;
}

/** What is known of a block by some of the rules. */
export class Look {
  /** What was found last, perhaps in an earlier text. */
  last: Looked | undefined;
  /** What was found in the same text when it read the other way: a quote before it that is typed may soon be gone. */
  private other: Looked | undefined;

  /** Whether the block was looked at before, as it is in the table. */
  recall(table: CsvTable, index: number): boolean {
    const { last, other } = this;
    if (other && isAsSeen(other.seen, table, index)) [this.last, this.other] = [other, last];
    return this.last !== undefined && isAsSeen(this.last.seen, table, index);
  }

  /** The records of a block that need not be looked at again. */
  unchangedIn(seen: Seen): Unchanged {
    return this.last ? unchangedRecords(this.last.seen, seen) : noneUnchanged;
  }

  /** Takes down what was found in the others. */
  renew(seen: Seen, unchanged: Unchanged, fresh: readonly number[], keys = noKeys): void {
    const { last } = this;
    const recordsBefore = last?.seen.reading.recordCount ?? 0;
    const { recordCount } = seen.reading;
    const marks = renewedMarks(last?.marks ?? noMarks, recordsBefore, unchanged, fresh, recordCount);
    this.other = last?.seen.block === seen.block ? last : undefined;
    this.last = { seen, marks, keys };
  }

  forget(): void {
    this.last = undefined;
    this.forgetOther();
  }

  /** Forgets what was found when the block read the other way. */
  forgetOther(): void {
    this.other = undefined;
  }
}

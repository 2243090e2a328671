import type { CheckOptions } from '../check';
import { examineRecord } from '../examine';
import type { Finding } from '../finding';
import { NumberKeys } from '../numberKeys';
import { judgementOf } from '../phoneProblem';
import { Row } from '../row';
import { severityOf } from '../severity';
import type { ContactSheet } from '../sheet';
import type { ActiveRules } from './activeRules';
import { lookedAgain, type BlockCheck, type Looked } from './blockCheck';
import { findingMark, noRowMark } from './marks';
import { NumberHolders } from './numberHolders';
import { noneUnchanged, seenIn, unchangedRecords, type Seen, type Unchanged } from './seen';

/** The numbers of all blocks. They outlast one state of the list. */
export class Numbers {
  readonly keys = new NumberKeys();
  readonly holders = new NumberHolders<BlockCheck>();
}

/** One state of a list and the rules for it. Looks at blocks, each for itself, and keeps with them what it finds. */
export class Examination {
  constructor(
    readonly sheet: ContactSheet,
    readonly options: CheckOptions,
    readonly rules: ActiveRules,
    readonly numbers: Numbers,
  ) {}

  /** How many records start in the block. */
  recordCount({ index }: BlockCheck): number {
    return this.sheet.table.readings[index]?.recordCount ?? 0;
  }

  /** Applies the rules that ask no numbering plans to what has changed in the block. */
  lookAtValues(block: BlockCheck): void {
    const seen = seenIn(this.sheet.table, block.index);
    if (seen === undefined) return;
    const unchanged = unchangedSince(block.values, seen);
    const first = this.sheet.table.firstRecord(block.index);
    const fresh: number[] = [];
    let record = unchanged.front;
    const mark = (finding: Finding) => this.mark(fresh, record, finding);
    for (; record < seen.reading.recordCount - unchanged.back; record++) {
      const row = examineRecord(this.sheet, first + record, this.rules.plain, this.options, mark);
      if (row === undefined) fresh.push(noRowMark(record));
    }
    block.values = lookedAgain(block.values, seen, unchanged, fresh);
    block.valuesDue = false;
  }

  /**
   * Applies the others, and takes down the numbers, for which there must be room.
   * @returns the blocks of which something else is known now
   */
  lookAtNumbers(block: BlockCheck): ReadonlySet<BlockCheck> {
    const seen = block.valuesDue ? seenIn(this.sheet.table, block.index) : block.values?.seen;
    if (seen === undefined) return new Set();
    const { recordCount } = seen.reading;
    const unchanged = unchangedSince(block.numbers, seen);
    const first = this.sheet.table.firstRecord(block.index);
    const keys = new Float64Array(recordCount);
    keys.set(block.keys.subarray(0, unchanged.front));
    keys.set(block.keys.subarray(block.keys.length - unchanged.back), recordCount - unchanged.back);
    const fresh: number[] = [];
    let record = unchanged.front;
    const mark = (finding: Finding) => this.mark(fresh, record, finding);
    for (; record < recordCount - unchanged.back; record++) {
      if (first + record === 0) continue;
      const row = new Row(this.sheet, first + record);
      for (const rule of this.rules.asking) rule.checkRow(row, mark, this.options);
      const { key } = judgementOf(row, this.options.phones);
      if (key !== undefined) keys[record] = this.numbers.keys.of(key);
    }
    const touched = this.numbers.holders.set(block, keys, unchanged);
    block.numbers = lookedAgain(block.numbers, seen, unchanged, fresh);
    block.numbersDue = false;
    return touched;
  }

  private mark(marks: number[], record: number, finding: Finding): void {
    const severity = severityOf(finding, this.options.settings);
    if (severity !== 'off') marks.push(findingMark(record, severity));
  }
}

function unchangedSince(looked: Looked | undefined, now: Seen): Unchanged {
  return looked ? unchangedRecords(looked.seen, now) : noneUnchanged;
}

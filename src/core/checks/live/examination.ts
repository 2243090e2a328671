import type { CheckOptions } from '../check';
import { add, codeOfKey, countByCode } from '../columnCounts';
import { examineRecord } from '../examine';
import type { Finding } from '../finding';
import { NumberKeys } from '../numberKeys';
import { judgementOf } from '../phoneProblem';
import { Row } from '../row';
import type { RuleNeeds } from '../rule';
import { severityOf } from '../severity';
import type { ContactSheet } from '../sheet';
import type { ActiveRules } from './activeRules';
import type { BlockCheck } from './blockCheck';
import { noKeys } from './look';
import { findingMark, noRowMark, prefixMark } from './marks';
import { NumberHolders } from './numberHolders';
import { noneUnchanged, seenIn, type Seen, type Unchanged } from './seen';

/** The numbers of all blocks. They outlast one state of the list. */
export class Numbers {
  readonly keys = new NumberKeys();
  readonly holders = new NumberHolders<BlockCheck>();
  /** How many there are of each country, by calling code. */
  readonly byCode = countByCode();

  /** Gives a block other keys: see `NumberHolders.set`. */
  set(block: BlockCheck, keys: Float64Array, unchanged: Unchanged): ReadonlySet<BlockCheck> {
    this.count(block.keys, unchanged, -1);
    this.count(keys, unchanged, 1);
    return this.holders.set(block, keys, unchanged);
  }

  private count(keys: Float64Array, { front, back }: Unchanged, by: number): void {
    for (let record = front; record < keys.length - back; record++) {
      const code = codeOfKey(keys[record] ?? 0);
      if (code > 0) add(this.byCode, code, by);
    }
  }
}

/** One state of a list and the rules for it. Looks at blocks, each for itself, and keeps with them what it finds. */
export class Examination {
  /** What rules may ask for. */
  readonly needs: RuleNeeds;

  /** @param prefixed see `RuleNeeds` */
  constructor(
    readonly sheet: ContactSheet,
    readonly options: CheckOptions,
    readonly rules: ActiveRules,
    readonly numbers: Numbers,
    prefixed: ReadonlySet<string>,
  ) {
    this.needs = { phones: options.phones, prefixed };
  }

  /** How many records start in the block. */
  recordCount({ index }: BlockCheck): number {
    return this.sheet.table.readings[index]?.recordCount ?? 0;
  }

  /** Applies the rules that ask no numbering plans to what has changed in the block. */
  lookAtValues({ index, values }: BlockCheck): void {
    const { sheet, needs, rules } = this;
    const seen = seenIn(sheet.table, index);
    if (seen === undefined || values.recall(sheet.table, index)) return;
    const unchanged = values.unchangedIn(seen);
    const first = sheet.table.firstRecord(index);
    const fresh: number[] = [];
    let record = unchanged.front;
    const mark = (finding: Finding) => this.mark(fresh, record, finding);
    for (; record < seen.reading.recordCount - unchanged.back; record++) {
      const row = examineRecord(sheet, first + record, rules.ofRecords, needs, mark);
      if (row === undefined) fresh.push(noRowMark(record));
    }
    values.renew(seen, unchanged, fresh);
  }

  /**
   * Applies the others, and takes down the numbers, for which there must be room.
   * @returns the blocks of which something else is known now
   */
  lookAtNumbers(block: BlockCheck): ReadonlySet<BlockCheck> {
    const { index, numbers } = block;
    const { table } = this.sheet;
    const { last } = numbers;
    const seen = seenIn(table, index);
    if (seen === undefined) return new Set();
    if (numbers.recall(table, index)) {
      return numbers.last === last
        ? new Set()
        : this.numbers.set(block, numbers.last?.keys ?? noKeys, noneUnchanged);
    }
    const unchanged = numbers.unchangedIn(seen);
    const { keys, fresh } = this.askPlans(seen, table.firstRecord(index), unchanged, block.keys);
    const touched = this.numbers.set(block, keys, unchanged);
    numbers.renew(seen, unchanged, fresh, block.keys);
    return touched;
  }

  private askPlans(seen: Seen, first: number, { front, back }: Unchanged, before: Float64Array) {
    const { sheet, needs, rules } = this;
    const { recordCount } = seen.reading;
    const keys = new Float64Array(recordCount);
    keys.set(before.subarray(0, front));
    keys.set(before.subarray(before.length - back), recordCount - back);
    const fresh: number[] = [];
    let record = front;
    const mark = (finding: Finding) => this.mark(fresh, record, finding);
    for (; record < recordCount - back; record++) {
      // Of the records that are no rows, only a header has something in a number's place.
      if ((seen.hasHeader && record === 0) || sheet.repeatsHeader(first + record)) continue;
      const row = new Row(sheet, first + record);
      for (const rule of rules.asking) rule.checkRow(row, mark, needs);
      const { key, prefix } = judgementOf(row, needs);
      if (prefix) fresh.push(prefixMark(record, prefix));
      if (key !== undefined) keys[record] = this.numbers.keys.of(key);
    }
    return { keys, fresh };
  }

  private mark(marks: number[], record: number, finding: Finding): void {
    const severity = severityOf(finding, this.options.settings);
    if (severity !== 'off') marks.push(findingMark(record, finding, severity));
  }
}

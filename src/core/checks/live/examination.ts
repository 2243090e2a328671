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
import { FoundInNumbers, FoundInValues, type BlockState } from './blockState';
import { DuplicateIndex } from './duplicateIndex';
import { packed } from './packedFindings';
import type { RulesInForce } from './rulesInForce';

/** The numbers of all blocks. They outlast one state of the list. */
export class Numbers {
  readonly keys = new NumberKeys();
  readonly duplicates = new DuplicateIndex<BlockState>();
  /** How many there are of each country, by calling code. */
  readonly byCode = countByCode();

  /** Gives a block other keys: see `DuplicateIndex.set`. */
  set(block: BlockState, keys: Float64Array): void {
    this.count(block.keys, -1);
    this.count(keys, 1);
    this.duplicates.set(block, keys);
  }

  private count(keys: Float64Array, by: number): void {
    for (const key of keys) {
      const code = codeOfKey(key);
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
    readonly rules: RulesInForce,
    readonly numbers: Numbers,
    readonly prefixed: ReadonlySet<string>,
  ) {
    this.needs = { phones: options.phones, prefixed };
  }

  /** How many records start in the block. */
  recordCount({ index }: BlockState): number {
    return this.sheet.table.readings[index]?.recordCount ?? 0;
  }

  /** Applies the rules that ask no numbering plans to a block. */
  lookAtValues(block: BlockState): void {
    const { sheet, needs, rules } = this;
    const first = sheet.table.firstRecord(block.index);
    const count = this.recordCount(block);
    const findings: number[] = [];
    let rows = 0;
    let record = 0;
    const take = (finding: Finding) => this.pack(findings, record, finding);
    for (; record < count; record++) {
      if (examineRecord(sheet, first + record, rules.ofRecords, needs, take)) rows++;
    }
    block.values = new FoundInValues(findings, rows);
  }

  /** Applies the others, and takes down the numbers, for which there must be room. */
  lookAtNumbers(block: BlockState): void {
    block.numbers ??= this.askPlans(block);
    this.numbers.set(block, block.numbers.keys);
  }

  private askPlans(block: BlockState): FoundInNumbers {
    const { sheet, needs, rules, prefixed } = this;
    const first = sheet.table.firstRecord(block.index);
    const keys = new Float64Array(this.recordCount(block));
    const prefixes: number[] = [];
    const findings: number[] = [];
    let record = 0;
    const take = (finding: Finding) => this.pack(findings, record, finding);
    for (; record < keys.length; record++) {
      // Of the records that are no rows, only a header has something in a number's place.
      if (first + record === 0 || sheet.repeatsHeader(first + record)) continue;
      const row = new Row(sheet, first + record);
      for (const rule of rules.asking) rule.checkRow(row, take, needs);
      const { key, prefix } = judgementOf(row, needs);
      if (key === undefined) continue;
      const number = this.numbers.keys.of(key);
      keys[record] = number;
      const code = codeOfKey(number);
      if (prefix) prefixes.push(prefix === 'sure' ? code : -code);
    }
    return new FoundInNumbers(findings, keys, prefixes, prefixed);
  }

  private pack(findings: number[], record: number, finding: Finding): void {
    const severity = severityOf(finding, this.options.settings);
    if (severity !== 'off') findings.push(packed(record, finding, severity));
  }
}

import type { Reading } from '../../csv';
import { add, countByCode, type CountsByCode } from '../columnCounts';
import type { ContactSheet } from '../sheet';
import { BlockState } from './blockState';
import { letters, ruleOf, severityIn } from './packedFindings';
import type { RulesInForce } from './rulesInForce';
import { snapshotOf } from './snapshot';

/** What all blocks come to. */
export interface Total {
  readonly rows: number;
  /** Rows with the number of an earlier one. */
  readonly duplicates: number;
  /** For each severity in their order, and behind them cells with wrong letters. */
  readonly bySeverity: readonly number[];
  /** For each rule in their order, wrong letters left out. */
  readonly byRule: readonly number[];
}

/** What is known of the blocks of a text, in their order. */
export class BlockList {
  states: readonly BlockState[] = [];
  /**
   * By how a block reads: after an edit most blocks read as before, and one that a quote swallowed and gave back reads
   * again as it did, so that what was found then still holds.
   */
  private readonly known = new WeakMap<Reading, BlockState>();

  /** Brings what is known in line with a list, which may be another one after an edit, and with the rules for it. */
  follow({ table }: ContactSheet, rules: RulesInForce, prefixed: ReadonlySet<string>): void {
    this.states = table.readings.map((reading, index) => {
      const state = this.known.get(reading) ?? this.add(reading);
      state.index = index;
      state.follow((before) => snapshotOf(table, index, before), rules);
      if (state.numbers?.prefixed !== prefixed) state.numbers = undefined;
      return state;
    });
  }

  /** Whether a block is one of the text as it is now. */
  has(block: BlockState): boolean {
    return this.states[block.index] === block;
  }

  total(): Total {
    let [rows, duplicates] = [0, 0];
    const bySeverity: number[] = [];
    const byRule: number[] = [];
    for (const { values, numbers, duplicates: repeats } of this.states) {
      rows += values?.rows ?? 0;
      if (numbers) duplicates += repeats.length;
      for (const found of [values, numbers]) {
        if (found === undefined || found.counts.size === 0) continue;
        for (const [kind, count] of found.counts) {
          const [severity, rule] = [severityIn(kind), ruleOf(kind)];
          bySeverity[severity] = (bySeverity[severity] ?? 0) + count;
          if (severity !== letters) byRule[rule] = (byRule[rule] ?? 0) + count;
        }
      }
    }
    return { rows, duplicates, bySeverity, byRule };
  }

  /** Numbers that begin with their country code, by that. */
  prefixes(): Omit<CountsByCode, 'numbers'> {
    const counts = { begins: countByCode(), possible: countByCode() };
    for (const { numbers } of this.states) {
      for (const code of numbers?.prefixes ?? []) {
        add(counts.begins, Math.abs(code), 1);
        if (code < 0) add(counts.possible, -code, 1);
      }
    }
    return counts;
  }

  private add(reading: Reading): BlockState {
    const state = new BlockState();
    this.known.set(reading, state);
    return state;
  }
}

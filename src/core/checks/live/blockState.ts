import type { Graded } from '../tally';
import type { DuplicateHolder } from './duplicateIndex';
import { compact, countsOf, severityIn, type FindingCounts, type PackedFindings } from './packedFindings';
import type { RulesInForce } from './rulesInForce';
import type { BlockSnapshot } from './snapshot';

/** What some of the rules found in a block. */
export class Found {
  readonly findings: PackedFindings;
  readonly counts: FindingCounts;
  /** A bit for each severity that is there. */
  private readonly severities: number;

  constructor(findings: readonly number[]) {
    this.findings = compact(findings);
    this.counts = countsOf(this.findings);
    this.severities = findings.reduce((bits, finding) => bits | (1 << severityIn(finding)), 0);
  }

  /** @param severity a place among the severities, or `letters` */
  has(severity: number): boolean {
    return (this.severities & (1 << severity)) !== 0;
  }
}

/** By the rules that ask no numbering plans. */
export class FoundInValues extends Found {
  /** @param rows how many of the records are rows */
  constructor(
    findings: readonly number[],
    readonly rows: number,
  ) {
    super(findings);
  }
}

/** By those that do. */
export class FoundInNumbers extends Found {
  /**
   * @param keys the key of each record's number; 0 where there is none
   * @param prefixes for each number that begins with its country code, the code; below 0 where the column must say so
   * @param prefixed what the column said: see `RuleNeeds`
   */
  constructor(
    findings: readonly number[],
    readonly keys: Float64Array,
    readonly prefixes: readonly number[],
    readonly prefixed: ReadonlySet<string>,
  ) {
    super(findings);
  }
}

/** Findings that were made to be shown, of what was found in a block, where it started then. */
export interface Made {
  readonly values: FoundInValues | undefined;
  readonly numbers: FoundInNumbers | undefined;
  readonly start: number;
  /** In the order of the text, duplicates left out. */
  readonly findings: readonly Graded[];
}

export const noKeys = new Float64Array(0);

/** What is known of a block as it reads; of one that is no more, or reads otherwise now, what was. */
export class BlockState implements DuplicateHolder {
  /** Its place among the blocks. */
  index = -1;
  /** Kept by the index of duplicates. */
  keys = noKeys;
  duplicates: readonly number[] = [];
  /** `undefined` while they are due: the block is to be looked at, or again. */
  values: FoundInValues | undefined;
  numbers: FoundInNumbers | undefined;
  /** They are made once for what was found: the same ones are shown after most edits. */
  made: Made | undefined;
  private snapshot: BlockSnapshot | undefined;
  private rules: RulesInForce | undefined;

  /** Drops what was found if it no longer holds. */
  follow(snapshot: (before: BlockSnapshot | undefined) => BlockSnapshot, rules: RulesInForce): void {
    const now = snapshot(this.snapshot);
    if (now === this.snapshot && rules === this.rules) return;
    [this.snapshot, this.rules] = [now, rules];
    [this.values, this.numbers] = [undefined, undefined];
  }

  /** Whether a finding of a severity was found, by its place among them, or any of `letters`. */
  has(severity: number): boolean {
    return this.values?.has(severity) === true || this.numbers?.has(severity) === true;
  }

  /** Whether its numbers are to be looked at, or only to be taken down where they were found before. */
  get areNumbersDue(): boolean {
    return this.keys !== this.numbers?.keys;
  }
}

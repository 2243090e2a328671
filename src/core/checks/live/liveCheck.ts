import {
  BlockScanner,
  BlockText,
  type CsvTable,
  type OffsetRange,
  scanBlocks,
  type TextChange,
} from '../../csv';
import type { CheckOptions, CheckReport } from '../check';
import { prefixedCodes } from '../columnCounts';
import type { Said } from '../header';
import { recogniseDelimiter, sampleLength } from '../recogniseDelimiter';
import { ContactSheet } from '../sheet';
import type { Graded } from '../tally';
import { BlockList } from './blockList';
import { noKeys, type BlockState } from './blockState';
import { Examination, Numbers } from './examination';
import { rulesInForce } from './rulesInForce';
import { findingsNear, reportOf } from './shownFindings';

/** So many records are looked at before the first findings are told. */
const recordsAtFirst = 1000;
/** So many blocks are looked at without telling what is found so far. */
const fewBlocks = 8;

/** What a check needs besides the text. */
export interface LiveOptions extends CheckOptions {
  /** What the user said of the file. */
  readonly said?: Said | undefined;
}

/** What a pause in {@link LiveCheck.work} is good for, besides pausing. */
export type Pause = 'report' | undefined;

/**
 * A check of a text that is being edited: after an edit it looks only at the blocks that read otherwise now, and finds
 * what `check` would find in the whole text. `docs/architecture.md` has a picture of it.
 *
 * Changes are taken in at once and worked on later, in slices: {@link work}.
 */
export class LiveCheck {
  private content: BlockText;
  private scanner = new BlockScanner(',');
  /** The start of the text in which the delimiter was recognised. */
  private sample: string | undefined;
  private readonly changes: (readonly TextChange[])[] = [];
  private readonly blocks = new BlockList();
  private readonly numbers = new Numbers();
  /** What the column of numbers says of them: see `RuleNeeds`. */
  private prefixed: ReadonlySet<string> = new Set();
  private examination: Examination | undefined;

  /**
   * @param text the whole text, in which the offsets of the first {@link edit} are
   * @param blockLength for tests, which want many blocks of few rows
   */
  constructor(
    text: string,
    private options: LiveOptions,
    blockLength?: number,
  ) {
    this.content = BlockText.of(text, blockLength);
  }

  /**
   * Takes changes of the text in, each of which applies to what the one before it left; the changes of one event of an
   * editor, in its order, at once.
   */
  edit(changes: readonly TextChange[]): void {
    this.changes.push(changes);
  }

  /** Gives other options. Those by which something else may be found have all of the text looked at again. */
  set(options: LiveOptions): void {
    this.options = options;
  }

  /**
   * Does what changes and options have left to do. Each `next` does a little, mostly some tenths of a millisecond, and
   * gives `report` where a {@link report} of what is found so far is worth it: after the first rows, and when nothing
   * but phone numbers is left. After a small edit none is before the end.
   *
   * It may be given up at any pause, for a new one, which goes on where it was; then it must not be continued.
   */
  *work(): Generator<Pause, void> {
    const { said } = this.options;
    const before = this.examination;
    const sheet = new ContactSheet(yield* this.read(), before?.sheet, said);
    const rules = rulesInForce(sheet, this.options, before?.rules);
    const examination = this.begin(new Examination(sheet, this.options, rules, this.numbers, this.prefixed));
    yield* this.lookAtValues(examination);
    if (!rules.asksPlans) return;
    yield* this.lookAtNumbers(examination);
    if (!this.readsColumn()) return;
    yield* this.lookAtNumbers(
      this.begin(new Examination(sheet, examination.options, rules, this.numbers, this.prefixed)),
    );
  }

  /**
   * What is found so far, in the text that was read last; once {@link work} has come to its end, what `check` finds in
   * the whole text. `undefined` before any text was read.
   */
  report(): CheckReport | undefined {
    const { examination } = this;
    return examination && reportOf(this.blocks, examination, this.pendingIn(examination));
  }

  /**
   * What {@link work} has found in records and starts in a range of the text, also beyond what {@link report} shows: at
   * most `most` findings, the most severe first. None when the text has changed since.
   */
  near(range: OffsetRange, most: number): readonly Graded[] {
    const { examination } = this;
    if (examination === undefined || this.changes.length > 0) return [];
    return findingsNear(range, most, this.blocks, examination);
  }

  private *read(): Generator<undefined, CsvTable> {
    for (let changes = this.changes[0]; changes !== undefined; changes = this.changes[0]) {
      this.content = yield* this.content.edited(changes);
      this.changes.shift();
    }
    this.recognise();
    return yield* scanBlocks(this.content, this.scanner);
  }

  /** Finds out which delimiter divides the text now; only its start tells. */
  private recognise(): void {
    const sample = this.content.slice(0, sampleLength + 1);
    if (sample === this.sample) return;
    this.sample = sample;
    const delimiter = recogniseDelimiter(sample);
    if (delimiter === this.scanner.delimiter) return;
    this.scanner = new BlockScanner(delimiter);
    // Blocks remember how they read with the other one.
    this.content = BlockText.of(this.content.whole, this.content.blockLength);
  }

  private begin(examination: Examination): Examination {
    this.blocks.follow(examination.sheet, examination.rules, examination.prefixed);
    return (this.examination = examination);
  }

  private pendingIn({ rules }: Examination): CheckReport['pending'] {
    const { states } = this.blocks;
    if (states.some(({ values }) => values === undefined)) return 'rows';
    return rules.asksPlans && states.some(({ areNumbersDue }) => areNumbersDue) ? 'numbers' : undefined;
  }

  /**
   * Reads what the column says, when all of its numbers were looked at.
   * @returns whether that has changed, so that all are to be looked at again
   */
  private readsColumn(): boolean {
    const now = prefixedCodes({ numbers: this.numbers.byCode, ...this.blocks.prefixes() });
    if (now.size === this.prefixed.size && [...now].every((code) => this.prefixed.has(code))) return false;
    this.prefixed = now;
    return true;
  }

  private *lookAtValues(examination: Examination): Generator<Pause, void> {
    const due = this.blocks.states.filter(({ values }) => values === undefined);
    let untold = due.length > fewBlocks ? recordsAtFirst : Infinity;
    for (const block of due) {
      examination.lookAtValues(block);
      untold -= examination.recordCount(block);
      yield untold > 0 ? undefined : 'report';
      if (untold <= 0) untold = Infinity;
    }
  }

  private *lookAtNumbers(examination: Examination): Generator<Pause, void> {
    const due = this.blocks.states.filter(({ areNumbersDue }) => areNumbersDue);
    if (due.length > fewBlocks) yield 'report';
    yield* this.forgetLeft();
    const most = due.reduce((sum, block) => sum + examination.recordCount(block), 0);
    yield* this.numbers.duplicates.reserve(most);
    // The plans of the countries are read with the first numbers, which takes some ms.
    if (due.length > fewBlocks) yield;
    for (const block of due) {
      examination.lookAtNumbers(block);
      yield;
    }
  }

  /** Takes away the numbers of blocks that are no more. */
  private *forgetLeft(): Generator<undefined, void> {
    const left = [...this.numbers.duplicates.holders].filter((block: BlockState) => !this.blocks.has(block));
    for (const block of left) {
      this.numbers.set(block, noKeys);
      yield;
    }
  }
}

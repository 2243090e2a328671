import { BlockScanner } from '../../csv/blockScanner';
import { BlockText } from '../../csv/blockText';
import type { TextChange } from '../../csv/editBlocks';
import { scanBlocks } from '../../csv/scan';
import type { CheckOptions, CheckReport } from '../check';
import { prefixedCodes } from '../columnCounts';
import type { OffsetRange } from '../../csv/range';
import type { Said } from '../header';
import type { Graded } from '../tally';
import { recogniseDelimiter, sampleLength } from '../recogniseDelimiter';
import { ContactSheet } from '../sheet';
import { BlockList } from './blockList';
import { contextOf, keepsNumbers, keepsValues, type Context } from './context';
import { Examination, Numbers } from './examination';
import { noKeys } from './look';
import { Reporter } from './report';
import { noneUnchanged } from './seen';

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
 * A check of a text that is being edited: after an edit it looks only at what has changed, and finds what `check`
 * would find in the whole text.
 *
 * Changes are taken in at once and worked on later, in slices: {@link work}.
 */
export class LiveCheck {
  private content: BlockText;
  private scanner: BlockScanner;
  /** The text in which the delimiter was recognised. */
  private recognised: BlockText;
  private readonly changes: (readonly TextChange[])[] = [];
  private sheet: ContactSheet | undefined;
  private readonly blocks = new BlockList();
  private readonly reporter = new Reporter(this.blocks);
  private numbers = new Numbers();
  /** What the column of numbers says of them: see `RuleNeeds`. */
  private prefixed: ReadonlySet<string> = new Set();
  private context: Context | undefined;
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
    this.recognised = this.content;
    this.scanner = new BlockScanner(recogniseDelimiter(text));
  }

  /**
   * Takes changes of the text in, each of which applies to what the one before it left; the changes of one event of an
   * editor, in its order, at once.
   */
  edit(changes: readonly TextChange[]): void {
    this.changes.push(changes);
  }

  /** Gives other options, under which as little as possible is looked at again. */
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
    const examination = this.begin(yield* this.read());
    this.examination = examination;
    yield* this.lookAtValues(examination);
    if (!examination.rules.asksPlans) return;
    yield* this.lookAtNumbers(examination);
    if (this.readsColumn()) yield* this.lookAtNumbers((this.examination = this.examinationOf(examination)));
  }

  /**
   * What is found so far, in the text that was read last; once {@link work} has come to its end, what `check` finds in
   * the whole text. `undefined` before any text was read.
   */
  report(): CheckReport | undefined {
    return this.examination && this.reporter.report(this.examination);
  }

  /**
   * What {@link work} has found in records and starts in a range of the text, also beyond what {@link report} shows: at
   * most `most` findings, the most severe first. None when the text has changed since.
   */
  near(range: OffsetRange, most: number): readonly Graded[] {
    const { examination } = this;
    if (examination === undefined || this.changes.length > 0) return [];
    return this.reporter.near(range, most, examination);
  }

  private *read(): Generator<undefined, ContactSheet> {
    for (let changes = this.changes[0]; changes !== undefined; changes = this.changes[0]) {
      this.content = yield* this.content.edited(changes);
      this.changes.shift();
    }
    const { delimiter } = this.scanner;
    const before = this.sheet?.table.delimiter === delimiter ? this.sheet.table : undefined;
    const { said } = this.options;
    const sheet = new ContactSheet(yield* scanBlocks(this.content, this.scanner, before), this.sheet, said);
    const recognised = this.delimiterOf(sheet);
    if (recognised === delimiter) return sheet;
    this.scanner = new BlockScanner(recognised);
    // Blocks remember how they read with the other one.
    this.content = this.recognised = BlockText.of(this.content.whole, this.content.blockLength);
    return new ContactSheet(yield* scanBlocks(this.content, this.scanner), undefined, said);
  }

  /** What `recogniseDelimiter` says of the whole text. */
  private delimiterOf(sheet: ContactSheet): string {
    const { delimiter } = this.scanner;
    const isAsBefore = startsAlike(this.content, this.recognised);
    this.recognised = this.content;
    if (isAsBefore) return delimiter;
    const isContactHeader = sheet.recognised.some((meaning) => meaning !== undefined);
    // Then it would not look further.
    if (delimiter === ',' && isContactHeader && sheet.headerRange.end < sampleLength) return ',';
    return recogniseDelimiter(this.content.slice(0, sampleLength + 1));
  }

  private begin(sheet: ContactSheet): Examination {
    this.sheet = sheet;
    this.blocks.follow(sheet.table);
    const before = this.context;
    const context = contextOf(sheet, this.options, before);
    this.context = context;
    if (!keepsValues(context, before)) this.blocks.forget('values');
    if (!keepsNumbers(context, before)) {
      this.blocks.forget('numbers');
      this.numbers = new Numbers();
    }
    return this.examinationOf({ sheet, options: this.options, rules: context.rules });
  }

  private examinationOf({ sheet, options, rules }: Pick<Examination, 'sheet' | 'options' | 'rules'>) {
    return new Examination(sheet, options, rules, this.numbers, this.prefixed);
  }

  /**
   * Reads what the column says, when all of its numbers were looked at.
   * @returns whether that has changed, so that some are to be looked at again
   */
  private readsColumn(): boolean {
    const { begins, possible } = this.blocks;
    const before = this.prefixed;
    const now = prefixedCodes({ numbers: this.numbers.byCode, begins, possible });
    const others = new Set([...before, ...now].filter((code) => before.has(code) !== now.has(code)));
    if (others.size === 0) return false;
    this.prefixed = now;
    this.blocks.readAgain(others);
    return true;
  }

  private *lookAtValues(examination: Examination): Generator<Pause, void> {
    const due = this.blocks.due('values');
    let untold = due.length > fewBlocks ? recordsAtFirst : Infinity;
    for (const block of due) {
      examination.lookAtValues(block);
      this.blocks.done(block, 'values');
      untold -= examination.recordCount(block);
      yield untold > 0 ? undefined : 'report';
      if (untold <= 0) untold = Infinity;
    }
  }

  private *lookAtNumbers(examination: Examination): Generator<Pause, void> {
    const due = this.blocks.due('numbers');
    if (due.length > fewBlocks) yield 'report';
    yield* this.forgetLeft();
    const most = due.reduce((sum, block) => sum + examination.recordCount(block), 0);
    yield* this.numbers.holders.reserve(most);
    // The plans of the countries are read with the first numbers, which takes some ms.
    if (due.length > fewBlocks) yield;
    for (const block of due) {
      const touched = examination.lookAtNumbers(block);
      this.blocks.done(block, 'numbers');
      for (const other of touched) if (other !== block) this.blocks.update(other);
      yield;
    }
  }

  private *forgetLeft(): Generator<undefined, void> {
    for (let block = this.blocks.takeLeft(); block !== undefined; block = this.blocks.takeLeft()) {
      const touched = this.numbers.set(block, noKeys, noneUnchanged);
      for (const other of touched) this.blocks.update(other);
      yield;
    }
  }
}

/** Whether what a delimiter is recognised by is made of the same blocks. */
function startsAlike(a: BlockText, b: BlockText): boolean {
  for (let index = 0; a.blockStart(index) <= sampleLength; index++) {
    if (a.blocks[index] !== b.blocks[index]) return false;
    if (a.blocks[index] === undefined) return true;
  }
  return true;
}

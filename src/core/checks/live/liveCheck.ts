import { BlockText } from '../../csv/blockText';
import type { TextChange } from '../../csv/editBlocks';
import { scanBlocks } from '../../csv/scan';
import type { CheckOptions, CheckReport } from '../check';
import { recogniseDelimiter, sampleLength } from '../recogniseDelimiter';
import { ContactSheet } from '../sheet';
import { BlockList } from './blockList';
import { contextOf, keepsNumbers, keepsValues, type Context } from './context';
import { Examination, Numbers } from './examination';
import { noKeys } from './numberHolders';
import { Reporter } from './report';
import { noneUnchanged } from './seen';

/** So many records are looked at before the first findings are told. */
const recordsAtFirst = 1000;
/** So many blocks are looked at without telling what is found so far. */
const fewBlocks = 8;

/**
 * A check of a text that is being edited: after an edit it looks only at what has changed, and finds what `check`
 * would find in the whole text.
 *
 * Changes are taken in at once and worked on later, in slices: {@link work}.
 */
export class LiveCheck {
  private content: BlockText;
  private delimiter: string;
  /** The text in which the delimiter was recognised. */
  private recognised: BlockText;
  private readonly changes: (readonly TextChange[])[] = [];
  private sheet: ContactSheet | undefined;
  private readonly blocks = new BlockList();
  private readonly reporter = new Reporter(this.blocks);
  private numbers = new Numbers();
  private context: Context | undefined;

  /**
   * @param text the whole text, in which the offsets of the first {@link edit} are
   * @param blockLength for tests, which want many blocks of few rows
   */
  constructor(
    text: string,
    private options: CheckOptions,
    blockLength?: number,
  ) {
    this.content = BlockText.of(text, blockLength);
    this.recognised = this.content;
    this.delimiter = recogniseDelimiter(text);
  }

  /**
   * Takes changes of the text in, each of which applies to what the one before it left; the changes of one event of an
   * editor, in its order, at once.
   */
  edit(changes: readonly TextChange[]): void {
    this.changes.push(changes);
  }

  /** Gives other options, under which as little as possible is looked at again. */
  set(options: CheckOptions): void {
    this.options = options;
  }

  /**
   * Does what changes and options have left to do. Each `next` does a little, mostly some tenths of a millisecond, and
   * gives a report where it is worth showing: of the first rows, and of all but phone numbers. After a small edit there
   * is none but the last.
   *
   * It may be given up at any pause, for a new one, which goes on where it was; then it must not be continued.
   */
  *work(): Generator<CheckReport | undefined, CheckReport> {
    const examination = this.begin(yield* this.read());
    yield* this.lookAtValues(examination);
    yield* this.lookAtNumbers(examination);
    return this.reporter.report(examination);
  }

  private *read(): Generator<undefined, ContactSheet> {
    for (let changes = this.changes[0]; changes !== undefined; changes = this.changes[0]) {
      this.content = yield* this.content.edited(changes);
      this.changes.shift();
    }
    const before = this.sheet?.table.delimiter === this.delimiter ? this.sheet.table : undefined;
    const sheet = new ContactSheet(yield* scanBlocks(this.content, this.delimiter, before), this.sheet);
    const delimiter = this.delimiterOf(sheet);
    if (delimiter === this.delimiter) return sheet;
    this.delimiter = delimiter;
    // Blocks remember how they read with the other one.
    this.content = this.recognised = BlockText.of(this.content.whole, this.content.blockLength);
    return new ContactSheet(yield* scanBlocks(this.content, delimiter));
  }

  /** What `recogniseDelimiter` says of the whole text. */
  private delimiterOf(sheet: ContactSheet): string {
    if (startsAlike(this.content, this.recognised)) return this.delimiter;
    this.recognised = this.content;
    const isContactHeader = sheet.recognised.some((meaning) => meaning !== undefined);
    // Then it would not look further.
    if (this.delimiter === ',' && isContactHeader && sheet.headerRange.end < sampleLength) return ',';
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
    return new Examination(sheet, this.options, context.rules, this.numbers);
  }

  private *lookAtValues(examination: Examination): Generator<CheckReport | undefined, void> {
    const due = this.blocks.due('values');
    let untold = due.length > fewBlocks ? recordsAtFirst : Infinity;
    for (const block of due) {
      examination.lookAtValues(block);
      this.blocks.update(block);
      untold -= examination.recordCount(block);
      yield untold > 0 ? undefined : this.reporter.report(examination, 'rows');
      if (untold <= 0) untold = Infinity;
    }
  }

  private *lookAtNumbers(examination: Examination): Generator<CheckReport | undefined, void> {
    if (!examination.rules.asksPlans) return;
    const due = this.blocks.due('numbers');
    if (due.length > fewBlocks) yield this.reporter.report(examination, 'numbers');
    yield* this.forgetLeft();
    const most = due.reduce((sum, block) => sum + examination.recordCount(block) + block.keys.length, 0);
    yield* this.numbers.holders.reserve(most);
    for (const block of due) {
      for (const touched of examination.lookAtNumbers(block)) this.blocks.update(touched);
      this.blocks.update(block);
      yield;
    }
  }

  private *forgetLeft(): Generator<undefined, void> {
    for (let block = this.blocks.takeLeft(); block !== undefined; block = this.blocks.takeLeft()) {
      const touched = this.numbers.holders.set(block, noKeys, noneUnchanged);
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

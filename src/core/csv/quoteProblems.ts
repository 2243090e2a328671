import type { BlockText } from './blockText';
import type { OffsetRange } from './range';
import type { Reading } from './reading';
import { countUpTo, Runs } from './runs';

/** A quote that a CSV reader would refuse. */
export interface QuoteProblem {
  /**
   * `unclosed`: the text ends inside a quoted field. `stray`: a quote inside an unquoted field, or a closing quote
   * with more text behind it.
   */
  readonly kind: 'unclosed' | 'stray';
  /** Unclosed: from the opening quote to the end of its line. Stray: the one quote. */
  readonly range: OffsetRange;
}

/** The quotes of a table that a reader would refuse: mostly none. */
export class QuoteProblems {
  private readonly strays: Runs;

  /** @param open where the field starts in which the text ends inside a quote; `undefined` when it does not */
  constructor(
    private readonly content: BlockText,
    private readonly readings: readonly Reading[],
    private readonly open: number | undefined,
  ) {
    this.strays = new Runs(readings.map(({ strays }) => strays.length));
  }

  get areNone(): boolean {
    return this.strays.total === 0 && this.open === undefined;
  }

  /** Those that lie in a range of the text, in order. */
  in({ start, end }: OffsetRange): readonly QuoteProblem[] {
    const { open } = this;
    const problems: QuoteProblem[] = [];
    for (let index = this.straysBefore(start); index < this.strays.total; index++) {
      const at = this.stray(index);
      if (at >= end) break;
      problems.push({ kind: 'stray', range: { start: at, end: at + 1 } });
    }
    if (open !== undefined && open >= start && open < end) {
      problems.push({ kind: 'unclosed', range: { start: open, end: this.lineEnd(open) } });
    }
    return problems;
  }

  /** Whether the field in that range has one. */
  isIn(start: number, end: number): boolean {
    if (this.open === start) return true;
    if (this.strays.total === 0) return false;
    const next = this.straysBefore(start);
    return next < this.strays.total && this.stray(next) < end;
  }

  private straysBefore(offset: number): number {
    const block = this.content.blockAt(offset);
    const base = this.content.blockStart(block);
    const inBlock = countUpTo(this.readings[block]?.strays ?? [], offset - base - 1);
    return this.strays.start(block) + inBlock;
  }

  private stray(index: number): number {
    const block = this.strays.find(index);
    const inBlock = this.readings[block]?.strays[index - this.strays.start(block)] ?? 0;
    return this.content.blockStart(block) + inBlock;
  }

  /** Where the line ends that an offset is on. A CR alone ends one too: the text of a file on disk may have some. */
  private lineEnd(at: number): number {
    const feed = this.content.indexOf('\n', at, this.content.length);
    const end = feed < 0 ? this.content.length : feed;
    const carriage = this.content.indexOf('\r', at, end);
    return carriage < 0 ? end : carriage;
  }
}

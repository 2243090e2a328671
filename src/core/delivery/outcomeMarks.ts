import { countsOf } from './outcomeActions';
import { outcomes, type MarkedOutcome } from './run/outcome';

const marked: readonly MarkedOutcome[] = [...outcomes, 'otherName'];

/** A row of a file and what became of it, by lines from 0; rows fill their lines. */
export interface MarkedRow {
  readonly first: number;
  readonly last: number;
  /** Length of its last line, in UTF-16 units. */
  readonly lastLength: number;
  readonly outcome: MarkedOutcome;
  /** Which import told so, among those that were asked. */
  readonly told: number;
  /** The row's place in that import. */
  readonly place: number;
}

/** Lines that lie one behind the other and whose rows have one outcome. */
export interface OutcomeRun {
  readonly outcome: MarkedOutcome;
  readonly first: number;
  readonly last: number;
}

/** An edit: what is replaced, in the text before it, from 0. */
export interface LineEdit {
  readonly start: LinePlace;
  readonly end: LinePlace;
  readonly text: string;
}

/** A place in a text, both from 0. */
export interface LinePlace {
  readonly line: number;
  readonly character: number;
}

/** The worst first: of several in one place that one is shown. */
export const worstFirst: readonly MarkedOutcome[] = [
  'refused',
  'unknown',
  'notReturned',
  'otherName',
  'absent',
  'notSent',
  'present',
  'created',
];

/**
 * What became of a file's rows, as marks beside them. They follow edits: a mark moves with its row, and goes when the row
 * is edited. In typed arrays, since every keystroke goes through all of them.
 */
export class OutcomeMarks {
  private length: number;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly lastLength: Int32Array;
  private readonly outcome: Uint8Array;
  private readonly told: Uint8Array;
  private readonly place: Uint32Array;

  /** @param rows in the file's order */
  constructor(rows: readonly MarkedRow[]) {
    const length = (this.length = rows.length);
    this.first = new Int32Array(length);
    this.last = new Int32Array(length);
    this.lastLength = new Int32Array(length);
    this.outcome = new Uint8Array(length);
    this.told = new Uint8Array(length);
    this.place = new Uint32Array(length);
    // Each column by `from` takes twenty times as long.
    for (const [index, row] of rows.entries()) {
      this.first[index] = row.first;
      this.last[index] = row.last;
      this.lastLength[index] = row.lastLength;
      this.outcome[index] = marked.indexOf(row.outcome);
      this.told[index] = row.told;
      this.place[index] = row.place;
    }
  }

  /** How many rows are marked. */
  get size(): number {
    return this.length;
  }

  /** How many rows have each outcome; `otherName` is none of those that are `present` here. */
  get counts(): Readonly<Record<MarkedOutcome, number>> {
    const counts = { ...countsOf([]), otherName: 0 };
    for (let index = 0; index < this.length; index++) counts[this.outcomeOf(index)]++;
    return counts;
  }

  /** What is known of the row on a line. */
  at(line: number): MarkedRow | undefined {
    let [from, to] = [0, this.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.last[middle] ?? 0) < line) from = middle + 1;
      else to = middle;
    }
    return from < this.length && (this.first[from] ?? 0) <= line ? this.rowAt(from) : undefined;
  }

  /** All rows that are marked, in the file's order. */
  *rows(): Generator<MarkedRow> {
    for (let index = 0; index < this.length; index++) yield this.rowAt(index);
  }

  /** The rows with these outcomes, as few runs as there are, in the file's order. */
  runs(wanted: ReadonlySet<MarkedOutcome>): readonly OutcomeRun[] {
    const runs: { outcome: MarkedOutcome; first: number; last: number }[] = [];
    for (let index = 0; index < this.length; index++) {
      const outcome = this.outcomeOf(index);
      if (!wanted.has(outcome)) continue;
      const [first = 0, last = 0] = [this.first[index], this.last[index]];
      const run = runs.at(-1);
      if (run?.outcome === outcome && run.last + 1 === first) run.last = last;
      else runs.push({ outcome, first, last });
    }
    return runs;
  }

  /**
   * Follows edits that were made at once.
   * @param edits in any order, none over another
   * @returns whether rows lost their marks
   */
  follow(edits: readonly LineEdit[]): boolean {
    const ordered = [...edits].sort(
      (a, b) => a.start.line - b.start.line || a.start.character - b.start.character,
    );
    const before = this.length;
    this.length = 0;
    let [shift, next] = [0, 0];
    for (let index = 0; index < before; index++) {
      const [first = 0, last = 0, lastLength = 0] = [
        this.first[index],
        this.last[index],
        this.lastLength[index],
      ];
      let edit = ordered[next];
      while (edit && isAbove(edit, first)) {
        shift += addedLines(edit);
        edit = ordered[++next];
      }
      if (edit && !isBehind(edit, last, lastLength)) continue;
      this.keep(index, shift);
    }
    return this.length < before;
  }

  /** Moves a row to the end of those that are kept. */
  private keep(index: number, shift: number): void {
    const to = this.length++;
    this.first[to] = (this.first[index] ?? 0) + shift;
    this.last[to] = (this.last[index] ?? 0) + shift;
    for (const column of [this.lastLength, this.outcome, this.told, this.place])
      column[to] = column[index] ?? 0;
  }

  private rowAt(index: number): MarkedRow {
    const of = (column: Int32Array | Uint8Array | Uint32Array) => column[index] ?? 0;
    return {
      first: of(this.first),
      last: of(this.last),
      lastLength: of(this.lastLength),
      outcome: this.outcomeOf(index),
      told: of(this.told),
      place: of(this.place),
    };
  }

  private outcomeOf(index: number): MarkedOutcome {
    return marked[this.outcome[index] ?? -1] ?? 'notSent';
  }
}

/**
 * As few marks as an overview of the whole file has room for: the runs themselves, or for each stretch of lines the worst
 * of those in it.
 * @param runs in the file's order
 */
export function overviewOf(
  runs: readonly OutcomeRun[],
  lineCount: number,
  most = 2_000,
): readonly OutcomeRun[] {
  if (runs.length <= most) return runs;
  const linesEach = Math.ceil(lineCount / most);
  const worst: (number | undefined)[] = [];
  for (const { outcome, first, last } of runs) {
    const rank = worstFirst.indexOf(outcome);
    for (let mark = Math.floor(first / linesEach); mark <= Math.floor(last / linesEach); mark++)
      worst[mark] = Math.min(rank, worst[mark] ?? rank);
  }
  const marks: { outcome: MarkedOutcome; first: number; last: number }[] = [];
  for (const [mark, rank] of worst.entries()) {
    const outcome = worstFirst[rank ?? -1];
    if (outcome === undefined) continue;
    const [first, last] = [mark * linesEach, Math.min(lineCount, (mark + 1) * linesEach) - 1];
    const before = marks.at(-1);
    if (before?.outcome === outcome && before.last + 1 === first) before.last = last;
    else marks.push({ outcome, first, last });
  }
  return marks;
}

function addedLines({ start, end, text }: LineEdit): number {
  return text.split('\n').length - 1 - (end.line - start.line);
}

/** Behind the row, or a new line right at its end. */
function isBehind({ start, text }: LineEdit, last: number, lastLength: number): boolean {
  if (start.line !== last) return start.line > last;
  return start.character > lastLength || (start.character === lastLength && /^\r?\n/.test(text));
}

/** On lines above, so that the row still begins a line. */
function isAbove({ start, end, text }: LineEdit, first: number): boolean {
  if (end.line !== first || end.character > 0) return end.line < first;
  return text === '' ? start.character === 0 : text.endsWith('\n');
}

import type { OffsetRange } from './range';

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

/** Where the records and fields of a text are, as `scan` found them. See {@link CsvTable} for the layout. */
export interface TableLayout {
  readonly fieldStarts: Uint32Array;
  readonly firstFields: Uint32Array;
  readonly recordEnds: Uint32Array;
  readonly quoteProblems: readonly QuoteProblem[];
}

/**
 * The records of a CSV text and the exact place of every field. Values are cut out of the text when asked for.
 *
 * Per field only its start is kept: it ends one delimiter before the next one starts, or where its record ends. That
 * is four bytes a field, so a million contacts take 32 MB beside their text.
 */
export class CsvTable {
  constructor(
    readonly text: string,
    /** What divides its cells, one UTF-16 code unit. */
    readonly delimiter: string,
    private readonly layout: TableLayout,
  ) {}

  /** Records in the text, header and blank lines included; a line break at the very end begins no record. */
  get recordCount(): number {
    return this.layout.recordEnds.length;
  }

  /** Quotes that a reader would refuse, in order. */
  get quoteProblems(): readonly QuoteProblem[] {
    return this.layout.quoteProblems;
  }

  fieldCount(record: number): number {
    return this.firstField(record + 1) - this.firstField(record);
  }

  /** The record from its first field to its last, without the line break. */
  recordRange(record: number): OffsetRange {
    return { start: this.fieldStart(this.firstField(record)), end: this.recordEnd(record) };
  }

  /** The field as it stands in the text, its quotes included. */
  fieldRange(record: number, field: number): OffsetRange {
    const index = this.firstField(record) + field;
    const isLast = index + 1 === this.firstField(record + 1);
    return {
      start: this.fieldStart(index),
      end: isLast ? this.recordEnd(record) : this.fieldStart(index + 1) - 1,
    };
  }

  /**
   * The cell that the offset is in; both its ends belong to it, so that a delimiter belongs to the cell before it.
   * `undefined` in a byte order mark, within a line break, and behind the last record.
   */
  cellAt(offset: number): { readonly record: number; readonly field: number } | undefined {
    const { fieldStarts, firstFields } = this.layout;
    const index = lastUpTo(fieldStarts, offset);
    const record = lastUpTo(firstFields, index);
    if (record < 0 || offset > this.recordEnd(record)) return undefined;
    return { record, field: index - this.firstField(record) };
  }

  /** The field's value: unquoted, doubled quotes halved, nothing trimmed. A field with a quote problem comes as it stands. */
  value(record: number, field: number): string {
    const { start, end } = this.fieldRange(record, field);
    if (this.text.charCodeAt(start) !== quote || this.hasQuoteProblem(start, end)) {
      return this.text.slice(start, end);
    }
    return this.text.slice(start + 1, end - 1).replaceAll('""', '"');
  }

  /** A line with nothing on it. Most readers skip it. */
  isBlank(record: number): boolean {
    const { start, end } = this.recordRange(record);
    return start === end;
  }

  /** Whether the field has a quote problem, so that what it holds, or where it ends, cannot be told. */
  hasBrokenQuote(record: number, field: number): boolean {
    if (this.quoteProblems.length === 0) return false;
    const { start, end } = this.fieldRange(record, field);
    return this.hasQuoteProblem(start, end);
  }

  private hasQuoteProblem(start: number, end: number): boolean {
    const { quoteProblems } = this;
    let low = 0;
    let high = quoteProblems.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quoteProblems[middle]?.range.start ?? start) < start) low = middle + 1;
      else high = middle;
    }
    const next = quoteProblems[low];
    return next !== undefined && next.range.start < end;
  }

  private firstField(record: number): number {
    return this.layout.firstFields[record] ?? this.layout.fieldStarts.length;
  }

  private fieldStart(index: number): number {
    return this.layout.fieldStarts[index] ?? this.text.length;
  }

  private recordEnd(record: number): number {
    return this.layout.recordEnds[record] ?? this.text.length;
  }
}

const quote = 0x22;

/** Index of the last number that is not above `most`, in a list that rises; -1 when all are. */
function lastUpTo(numbers: Uint32Array, most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

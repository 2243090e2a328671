import type { BlockText } from './blockText';
import { QuoteProblems, type QuoteProblem } from './quoteProblems';
import type { OffsetRange } from './range';
import type { Reading } from './reading';
import { Runs } from './runs';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const noProblems: readonly QuoteProblem[] = [];

/**
 * The records of a CSV text and the exact place of every field. Values are cut out of the text when asked for. A table
 * never changes: an edit makes another one, which shares all but one block with it, so that whoever holds a table may
 * go on reading it.
 *
 * Per field only its start is kept, and per record its first field: the rest follows from the next one and the text.
 * That is 14 bytes a contact.
 */
export class CsvTable {
  private readonly fields: Runs;
  private readonly records: Runs;
  private readonly quotes: QuoteProblems;

  /**
   * @param delimiter what divides the cells, one UTF-16 code unit
   * @param readings how each block of the text reads, given where the one before it ends
   */
  constructor(
    readonly content: BlockText,
    readonly delimiter: string,
    readonly readings: readonly Reading[],
  ) {
    this.fields = new Runs(readings.map(({ fieldCount }) => fieldCount));
    this.records = new Runs(readings.map(({ recordCount }) => recordCount));
    const open = this.endsInsideQuote ? this.fieldStart(this.fields.total - 1) : undefined;
    this.quotes = new QuoteProblems(content, readings, open);
  }

  /** The whole text as one string. A part of it costs less: see {@link slice}. */
  get text(): string {
    return this.content.whole;
  }

  /** Length of the text in UTF-16 units. */
  get length(): number {
    return this.content.length;
  }

  /** A part of the text. */
  slice(start: number, end: number): string {
    return this.content.slice(start, end);
  }

  /** Where a character stands next, from `start` and before `end`; -1 when it does not. */
  indexOf(character: string, start: number, end: number): number {
    return this.content.indexOf(character, start, end);
  }

  /** Records in the text, header and blank lines included; a line break at the very end begins no record. */
  get recordCount(): number {
    return this.records.total;
  }

  /** The block in which the record starts. */
  blockOf(record: number): number {
    return this.records.find(record);
  }

  /** The first record that starts in a block, or behind it, if it has none. */
  firstRecord(block: number): number {
    return this.records.start(block);
  }

  /** Whether the text ends inside a quoted field, which then is its last one. */
  get endsInsideQuote(): boolean {
    return this.readings.at(-1)?.endsInside ?? false;
  }

  /** Quotes that a reader would refuse, in order. */
  get quoteProblems(): readonly QuoteProblem[] {
    return this.quotes.in({ start: 0, end: Infinity });
  }

  /** Whether there is one of {@link quoteProblems}. */
  get hasQuoteProblems(): boolean {
    return !this.quotes.areNone;
  }

  /** Those of {@link quoteProblems} that lie in the record. */
  quoteProblemsOf(record: number): readonly QuoteProblem[] {
    return this.quotes.areNone ? noProblems : this.quotes.in(this.recordRange(record));
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
    return { start: this.fieldStart(index), end: this.fieldEnd(record, index) };
  }

  /**
   * The cell that the offset is in; both its ends belong to it, so that a delimiter belongs to the cell before it.
   * `undefined` in a byte order mark, within a line break, and behind the last record.
   */
  cellAt(offset: number): { readonly record: number; readonly field: number } | undefined {
    const block = this.content.blockAt(offset);
    const inBlock = this.readings[block]?.fieldsUpTo(offset - this.content.blockStart(block)) ?? 0;
    const index = this.fields.start(block) + inBlock - 1;
    if (index < 0) return undefined;
    const home = this.fields.find(index);
    const records = this.readings[home]?.recordsUpTo(index - this.fields.start(home)) ?? 0;
    const record = this.records.start(home) + records - 1;
    return offset > this.recordEnd(record) ? undefined : { record, field: index - this.firstField(record) };
  }

  /** The field's value: unquoted, doubled quotes halved, nothing trimmed. A field with a quote problem comes as it stands. */
  value(record: number, field: number): string {
    const index = this.firstField(record) + field;
    const start = this.fieldStart(index);
    const end = this.fieldEnd(record, index);
    const raw = this.content.slice(start, end);
    if (raw.charCodeAt(0) !== quote || this.quotes.isIn(start, end)) return raw;
    return raw.slice(1, -1).replaceAll('""', '"');
  }

  /** A line with nothing on it. Most readers skip it. */
  isBlank(record: number): boolean {
    const { start, end } = this.recordRange(record);
    return start === end;
  }

  /** Whether the field has a quote problem, so that what it holds, or where it ends, cannot be told. */
  hasBrokenQuote(record: number, field: number): boolean {
    if (this.quotes.areNone) return false;
    const { start, end } = this.fieldRange(record, field);
    return this.quotes.isIn(start, end);
  }

  private firstField(record: number): number {
    if (record >= this.records.total) return this.fields.total;
    const block = this.records.find(record);
    const inBlock = this.readings[block]?.firstField(record - this.records.start(block)) ?? 0;
    return this.fields.start(block) + inBlock;
  }

  private fieldStart(index: number): number {
    const block = this.fields.find(index);
    const inBlock = this.readings[block]?.fieldStart(index - this.fields.start(block)) ?? 0;
    return this.content.blockStart(block) + inBlock;
  }

  /** Where a record's field ends: before the delimiter that comes before the next one, or where the record does. */
  private fieldEnd(record: number, index: number): number {
    const next = this.firstField(record + 1);
    return index + 1 < next ? this.fieldStart(index + 1) - 1 : this.recordEnd(record);
  }

  private recordEnd(record: number): number {
    const isLast = record + 1 === this.recordCount;
    if (isLast && this.endsInsideQuote) return this.length;
    const next = isLast ? this.length : this.fieldStart(this.firstField(record + 1));
    return this.withoutLineBreak(next, this.fieldStart(this.firstField(record)));
  }

  /** The offset before the line break that ends at an offset, if one does; not before `start`. */
  private withoutLineBreak(end: number, start: number): number {
    if (end === start || this.content.unitAt(end - 1) !== lineFeed) return end;
    return end - 2 >= start && this.content.unitAt(end - 2) === carriageReturn ? end - 2 : end - 1;
  }
}

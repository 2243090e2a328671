import type { BrokenQuotes } from '../../checks';
import type { CsvFile } from '../upload';
import type { ImportRow } from './outcome';

/** How the checks read a CSV, as far as another reader must be told or must find the same. */
export interface CheckedReading {
  /** The values of the header record, in order. */
  readonly headerCells: readonly string[];
  /** What separates the cells; a comma unless given. */
  readonly delimiter?: string;
  /** Header cells whose quotes are broken: possible only where the user has turned those rules off. */
  readonly brokenHeader?: BrokenQuotes;
}

/** What is sent of a file. */
export interface ImportContent extends CheckedReading {
  /** File name without its folder. */
  readonly name: string;
  /** The header record as CSV text, without a byte order mark before it and a line break behind it. */
  readonly header: string;
  /** The line break behind the header, and behind each row that has none of its own. */
  readonly newline: string;
  /** The rows in order, in groups of any size. Read once. */
  readonly rows: Iterable<readonly ImportRow[]> | AsyncIterable<readonly ImportRow[]>;
  /** The CSV exactly as the user sees it, to be sent so when all of its rows are, and it fits into one request. */
  readonly whole?: WholeText;
}

/** A CSV's text, and which rows it holds: it is never sent in place of fewer, for it would take those along. */
export interface WholeText {
  readonly text: string;
  /** For each row: its place among the records of the text, of which the header is 0 and blank lines count. */
  readonly records: readonly number[];
}

/** The most that goes into one request. Shrinks when the stream finds a request too large. */
export interface BatchLimits {
  rows: number;
  /** Of the CSV, without the form around it. */
  readonly bytes: number;
}

/** The largest CSV of one request, in bytes: servers' upload limits begin at 1 MB (nginx), the form included. */
export const largestBatchBytes = 900_000;

/** Rows of one request, and the request. */
export interface Batch {
  readonly rows: readonly ImportRow[];
  readonly file: CsvFile;
  readonly content: CheckedReading;
  /**
   * Where the file is the text as the user sees it, blank rows included: for each row, its place among the records. Else
   * the file is the header and the rows, one behind the other.
   */
  readonly records?: readonly number[];
}

/** The request that holds these rows: a valid CSV with the header, UTF-8 without a byte order mark. */
export function batchOf(content: ImportContent, rows: readonly ImportRow[]): Batch {
  const { name, header, newline } = content;
  const bytes = encoded([{ record: header }, ...rows], newline);
  return { rows, file: { name, bytes, rows: rows.length }, content };
}

/** Written one by one: made one text first they take up to four times as long, and twice the memory. */
function encoded(lines: readonly Line[], newline: string): Buffer {
  const bytes = Buffer.allocUnsafe(lines.reduce((sum, line) => sum + sizeOf(line, newline), 0));
  let at = 0;
  for (const line of lines) {
    at += bytes.write(line.record, at);
    at += bytes.write(line.newline ?? newline, at);
  }
  return bytes;
}

type Line = Pick<ImportRow, 'record' | 'newline'>;

/** In bytes, with the line break: the line's own, or else the file's. */
function sizeOf({ record, newline }: Line, usual: string): number {
  return Buffer.byteLength(record) + Buffer.byteLength(newline ?? usual);
}

/** Decides, row by row, which go into one request. */
class BatchSizer {
  private rows = 0;
  private bytes: number;
  private readonly empty: number;
  private readonly newline: string;

  constructor({ header, newline }: Pick<ImportContent, 'header' | 'newline'>) {
    this.newline = newline;
    this.empty = sizeOf({ record: header }, newline);
    this.bytes = this.empty;
  }

  /** Takes a row in; true when it begins another request, because it finds no room in this one. */
  begins(row: ImportRow, limits: BatchLimits): boolean {
    const size = sizeOf(row, this.newline);
    const begins = this.rows > 0 && (this.rows >= limits.rows || this.bytes + size > limits.bytes);
    this.rows = begins ? 1 : this.rows + 1;
    this.bytes = begins ? this.empty + size : this.bytes + size;
    return begins;
  }
}

/**
 * Cuts rows into requests that are within the limits, as they are when each request is made up; a row that alone is
 * larger goes by itself. Holds the rows of one request at a time. A list that fits into one is sent as the user sees it.
 */
export async function* batchesOf(content: ImportContent, limits: BatchLimits): AsyncGenerator<Batch> {
  const room = new BatchSizer(content);
  let rows: ImportRow[] = [];
  let isFirst = true;
  for await (const group of content.rows) {
    for (const row of group) {
      if (room.begins(row, limits)) {
        yield batchOf(content, rows);
        isFirst = false;
        rows = [];
      }
      rows.push(row);
    }
  }
  if (rows.length === 0) return;
  const batch = batchOf(content, rows);
  const { whole } = content;
  if (!isFirst || whole?.records.length !== rows.length) {
    yield batch;
    return;
  }
  const bytes = Buffer.from(withoutMark(whole.text));
  yield bytes.byteLength <= limits.bytes
    ? { ...batch, file: { ...batch.file, bytes }, records: whole.records }
    : batch;
}

/** How many requests {@link batchesOf} makes of the rows, and how many rows there are. */
export async function countBatches(
  content: ImportContent,
  limits: BatchLimits,
): Promise<{ readonly rows: number; readonly requests: number }> {
  const room = new BatchSizer(content);
  let [rows, requests] = [0, 0];
  for await (const group of content.rows) {
    for (const row of group) {
      if (room.begins(row, limits) || rows === 0) requests++;
      rows++;
    }
  }
  return { rows, requests };
}

/** VS Code takes a byte order mark off when it opens a file; a second one would become a part of the first column's name. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

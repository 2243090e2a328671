import type { CsvFile } from '../upload';
import type { ImportRow } from './outcome';

/** What is sent of a file. */
export interface ImportContent {
  /** File name without its folder. */
  readonly name: string;
  /** The header record as CSV text, without a line break. */
  readonly header: string;
  /** What stands between records: the file's own line break. */
  readonly newline: string;
  /** The rows in order, in groups of any size. Read once. */
  readonly rows: Iterable<readonly ImportRow[]> | AsyncIterable<readonly ImportRow[]>;
  /** The CSV exactly as the user sees it, to be sent so when all of it fits into one request. */
  readonly whole?: string;
}

/** The most that goes into one request. Shrinks when the stream finds a request too large. */
export interface BatchLimits {
  rows: number;
  /** Of the CSV, without the form around it. */
  readonly bytes: number;
}

/** The largest CSV of one request, in bytes: servers' upload limits begin at 1 MB (nginx), the form included. */
export const largestBatchBytes = 900_000;

/** Rows of one request. */
export interface Batch {
  readonly rows: readonly ImportRow[];
  readonly file: CsvFile;
}

/** The request that holds these rows: a valid CSV with the header, UTF-8 without a byte order mark. */
export function batchOf({ name, header, newline }: ImportContent, rows: readonly ImportRow[]): Batch {
  const lines = [withoutBom(header), ...rows.map(({ record }) => record)];
  return { rows, file: { name, bytes: encoded(lines, newline), rows: rows.length } };
}

/** Written one by one: made one text first they take up to four times as long, and twice the memory. */
function encoded(lines: readonly string[], newline: string): Buffer {
  const length = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  const bytes = Buffer.allocUnsafe(length + lines.length * Buffer.byteLength(newline));
  let at = 0;
  for (const line of lines) {
    at += bytes.write(line, at);
    at += bytes.write(newline, at);
  }
  return bytes;
}

/** Decides, row by row, which go into one request. */
class BatchSizer {
  private rows = 0;
  private bytes: number;
  private readonly empty: number;
  private readonly perRow: number;

  constructor({ header, newline }: Pick<ImportContent, 'header' | 'newline'>) {
    this.perRow = Buffer.byteLength(newline);
    this.empty = Buffer.byteLength(withoutBom(header)) + this.perRow;
    this.bytes = this.empty;
  }

  /** Takes a row in; true when it begins another request, because it finds no room in this one. */
  begins({ record }: ImportRow, limits: BatchLimits): boolean {
    const size = Buffer.byteLength(record) + this.perRow;
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
export async function* batchesOf(outgoing: ImportContent, limits: BatchLimits): AsyncGenerator<Batch> {
  const room = new BatchSizer(outgoing);
  let rows: ImportRow[] = [];
  let isFirst = true;
  for await (const group of outgoing.rows) {
    for (const row of group) {
      if (room.begins(row, limits)) {
        yield batchOf(outgoing, rows);
        isFirst = false;
        rows = [];
      }
      rows.push(row);
    }
  }
  if (rows.length === 0) return;
  const batch = batchOf(outgoing, rows);
  if (!isFirst || outgoing.whole === undefined) {
    yield batch;
    return;
  }
  const bytes = Buffer.from(withoutBom(outgoing.whole));
  yield bytes.byteLength <= limits.bytes ? { rows, file: { ...batch.file, bytes } } : batch;
}

/** How many requests {@link batchesOf} makes of the rows, and how many rows there are. */
export async function countBatches(
  outgoing: ImportContent,
  limits: BatchLimits,
): Promise<{ readonly rows: number; readonly requests: number }> {
  const room = new BatchSizer(outgoing);
  let [rows, requests] = [0, 0];
  for await (const group of outgoing.rows) {
    for (const row of group) {
      if (room.begins(row, limits) || rows === 0) requests++;
      rows++;
    }
  }
  return { rows, requests };
}

/** VS Code takes a byte order mark off when it opens a file; a second one would become a part of the first column's name. */
function withoutBom(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

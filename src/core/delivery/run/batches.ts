import type { CsvFile } from '../upload';
import type { OutgoingRow } from './outcome';

/** What is sent of a file. */
export interface Outgoing {
  /** File name without its folder. */
  readonly name: string;
  /** The header record as CSV text, without a line break. */
  readonly header: string;
  /** What stands between records: the file's own line break. */
  readonly newline: string;
  /** The rows in order, in groups of any size. Read once. */
  readonly rows: Iterable<readonly OutgoingRow[]> | AsyncIterable<readonly OutgoingRow[]>;
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
  readonly rows: readonly OutgoingRow[];
  readonly file: CsvFile;
}

/** The request that holds these rows: a valid CSV with the header, UTF-8 without a byte order mark. */
export function batchOf({ name, header, newline }: Outgoing, rows: readonly OutgoingRow[]): Batch {
  const lines = [withoutBom(header), ...rows.map(({ record }) => record), ''];
  return { rows, file: { name, bytes: Buffer.from(lines.join(newline)) } };
}

/**
 * Cuts rows into requests that are within the limits, as they are when each request is made up; a row that alone is
 * larger goes by itself. Holds the rows of one request at a time. A list that fits into one is sent as the user sees it.
 */
export async function* batchesOf(outgoing: Outgoing, limits: BatchLimits): AsyncGenerator<Batch> {
  const { header, newline, whole } = outgoing;
  const perRow = Buffer.byteLength(newline);
  const empty = Buffer.byteLength(withoutBom(header)) + perRow;
  let [rows, bytes]: [OutgoingRow[], number] = [[], empty];
  let isFirst = true;
  for await (const group of outgoing.rows) {
    for (const row of group) {
      const size = Buffer.byteLength(row.record) + perRow;
      if (rows.length > 0 && (rows.length >= limits.rows || bytes + size > limits.bytes)) {
        yield batchOf(outgoing, rows);
        isFirst = false;
        [rows, bytes] = [[], empty];
      }
      rows.push(row);
      bytes += size;
    }
  }
  if (rows.length === 0) return;
  const batch = batchOf(outgoing, rows);
  if (!isFirst || whole === undefined) {
    yield batch;
    return;
  }
  const file = { ...batch.file, bytes: Buffer.from(withoutBom(whole)) };
  yield file.bytes.byteLength <= limits.bytes ? { rows, file } : batch;
}

/** VS Code takes a byte order mark off when it opens a file; a second one would become a part of the first column's name. */
function withoutBom(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

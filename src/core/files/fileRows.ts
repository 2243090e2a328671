import { CsvError } from 'csv-parse';
import { csvRecords } from './csvRecords';
import type { FileReading } from './utf8File';
import { FileError } from './fileProblem';
import { RowReader, type FileRow } from './rowReader';

/** Rows that follow each other in a file. */
export interface FileRows {
  /** The file's header as CSV text, without a column `reason` and without a line break. */
  readonly header: string;
  /** In the order of the file; none in a file that has no rows, or blank ones alone. */
  readonly rows: readonly FileRow[];
}

/**
 * Reads the rows of a contact CSV, its cells divided by commas, from a file of any size, holding a small piece of it at
 * a time. Blank lines and rows in which nothing is seen are left out. An empty file gives nothing, any other one its
 * header at least.
 *
 * @throws DiskError with any reason; the rows before the record that csv-parse refuses are given first
 */
export async function* readFileRows(path: string, reading: FileReading = {}): AsyncGenerator<FileRows, void> {
  let reader: RowReader | undefined;
  try {
    for await (const records of csvRecords(path, reading)) {
      const header = reader === undefined ? records.shift() : undefined;
      if (header !== undefined) reader = new RowReader(header);
      if (reader === undefined) continue;
      const rows = reader.rows(records);
      if (header !== undefined || rows.length > 0) yield { header: reader.header, rows };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileError({ reason: 'csv', code: error.code, line: reader?.nextLine ?? 1 });
  }
}

import { finished } from 'node:stream/promises';
import { Parser } from 'csv-parse';
import { readUtf8File, type FileReading } from './utf8File';

/** No record of a contact list is that long, in bytes: a quote was opened and never closed. */
const longestRecord = 0x100_0000;

/**
 * So much is parsed at a time. What comes of more than some 20 kB survives V8's first collections of young objects, which
 * leads it to make all further rows old ones: reading then takes twice as long, and three times the memory.
 */
const batchBytes = 0x1000;

/**
 * Reads the records of a CSV with commas from disk by csv-parse, strictly but for the number of their cells; values stay
 * exactly as they are, and a blank line is a record of one empty cell.
 *
 * @returns the records that are complete with each small piece of the file
 * @throws CsvError where csv-parse refuses a record, and DiskError as `openDiskCsv` does; all records before are given first
 */
export async function* csvRecords(path: string, reading: FileReading): AsyncGenerator<string[][], void> {
  const parser = new BatchParser({
    bom: true,
    // Left to itself it settles on the first kind of line break that it meets.
    record_delimiter: ['\r\n', '\n'],
    // A ragged row is for the checks to find, and a blank line is one.
    relax_column_count: true,
    max_record_size: longestRecord,
  });
  // Errors are asked for; without a listener one would end the process.
  parser.on('error', () => undefined);
  for await (const bytes of readUtf8File(path, reading)) {
    for (let at = 0; at < bytes.length; at += batchBytes) {
      parser.write(bytes.subarray(at, at + batchBytes));
      yield parser.nextBatch();
      if (parser.errored) throw parser.errored;
    }
  }
  await finished(parser.end(), { readable: false });
  yield parser.nextBatch();
}

/**
 * csv-parse with its records taken where it would queue them as a stream. Queue and events for single records take a
 * tenth of its time, an async iterator as much as the parsing itself, and so does the context that `on_record` gets.
 */
class BatchParser extends Parser {
  private batch: string[][] = [];

  override push(record: string[] | null): boolean {
    if (record === null) return super.push(null);
    this.batch.push(record);
    return true;
  }

  /** The records since the last call. */
  nextBatch(): string[][] {
    const { batch } = this;
    this.batch = [];
    return batch;
  }
}

import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';

import { type ContactColumn, contactColumns } from '../core/contact';
import { csvFormatIncorrect } from './errors';

/** One row of the file: every column is there, values as written. */
export type ContactRow = Readonly<Record<ContactColumn, string>>;

/**
 * Reads a contact CSV: UTF-8, commas, a header with the six column names spelled exactly, in any order; other columns
 * are ignored, blank lines skipped. What the values are is not looked at.
 *
 * Throws 400 for what is no such CSV. The stream is consumed to its end in any case.
 */
export async function readContactRows(file: Readable): Promise<ContactRow[]> {
  const parser = file.pipe(
    parse({
      // Whether the API takes a BOM is unknown. Excel writes one in every "CSV UTF-8" and the checks do not object to it,
      // so refusing it here would only teach users to fear a file that is fine everywhere else.
      bom: true,
      // Left to itself the parser settles on the first kind of line end it meets; files pasted together hold both.
      record_delimiter: ['\r\n', '\n'],
      skip_empty_lines: true,
    }),
  );
  // pipe() does not pass errors on: a form that ends within the file would leave the parser waiting.
  file.once('error', () => parser.destroy(csvFormatIncorrect()));
  try {
    return await collect(parser);
  } catch (error) {
    throw error instanceof CsvError ? csvFormatIncorrect() : error;
  } finally {
    // First apart, then on: the parser's end would otherwise unpipe later and pause the file again.
    file.unpipe(parser);
    file.resume();
  }
}

async function collect(records: AsyncIterable<readonly string[]>): Promise<ContactRow[]> {
  const rows: ContactRow[] = [];
  let toRow: ((record: readonly string[]) => ContactRow) | undefined;
  for await (const record of records) {
    if (toRow) rows.push(toRow(record));
    else toRow = rowReader(record);
  }
  if (!toRow) throw csvFormatIncorrect();
  return rows;
}

/** Where the header puts the six columns; a missing one, or one that is there twice, is a format that cannot be read. */
function rowReader(header: readonly string[]): (record: readonly string[]) => ContactRow {
  if (contactColumns.some((column) => header.filter((name) => name === column).length !== 1)) {
    throw csvFormatIncorrect();
  }
  const value = (record: readonly string[], column: ContactColumn) => record[header.indexOf(column)] ?? '';
  return (record) => ({
    firstName: value(record, 'firstName'),
    lastName: value(record, 'lastName'),
    salutation: value(record, 'salutation'),
    cellPhoneNumber: value(record, 'cellPhoneNumber'),
    cellPhoneCountryCode: value(record, 'cellPhoneCountryCode'),
    cellPhoneExtension: value(record, 'cellPhoneExtension'),
  });
}

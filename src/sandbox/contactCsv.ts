import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';

import { contactColumns } from '../core/contact/columns';
import type { ContactColumn } from '../core/contact/columns';
import { csvFormatIncorrect, validationErrors } from './errors';

/** One row of the file: every column is there, values as written. */
export type ContactRow = Readonly<Record<ContactColumn, string>>;

/** So many problems are named in an answer; the others are counted. */
const namedProblems = 20;

/**
 * Reads a contact CSV: UTF-8, commas, a header with the six column names spelled exactly, in any order; other columns
 * are ignored, blank lines skipped. All six values are "string, required" on the API page, so an empty one is refused, as
 * is a number without a digit. The file counts as a whole: one bad row refuses it.
 *
 * Throws 400 for what is no such CSV and 412, naming rows (the header is row 1), for missing values or no rows at all.
 * The stream is consumed to its end in any case.
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
  const problems: string[] = [];
  let toRow: ((record: readonly string[]) => ContactRow) | undefined;
  for await (const record of records) {
    if (!toRow) {
      toRow = rowReader(record);
      continue;
    }
    const row = toRow(record);
    rows.push(row);
    problems.push(...problemsOf(row).map((problem) => `row ${rows.length + 1}: ${problem}`));
  }
  if (!toRow) throw csvFormatIncorrect();
  if (rows.length === 0) throw validationErrors('the file has no rows');
  if (problems.length > 0) throw validationErrors(summary(problems));
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

function problemsOf(row: ContactRow): string[] {
  const problems = contactColumns
    .filter((column) => row[column].trim() === '')
    .map((column) => `${column} is required`);
  // Without a digit there is no number, and two such rows would pass for one contact.
  if (row.cellPhoneNumber.trim() !== '' && !/\d/.test(row.cellPhoneNumber)) {
    problems.push('cellPhoneNumber is not a number');
  }
  return problems;
}

function summary(problems: readonly string[]): string {
  const named = problems.slice(0, namedProblems).join('; ');
  const more = problems.length - namedProblems;
  return more > 0 ? `${named}; and ${more} more` : named;
}

import { contactColumns } from '../core/contact';
import type { ContactRow } from './contactCsv';
import { validationErrors } from './errors';

/** So many problems are named in an answer; the others are counted. */
const namedProblems = 20;

/** What is wrong with the rows of one file, in the words of the answer that refuses it. */
export class RowProblems {
  readonly #named: string[] = [];
  #count = 0;

  /** @param index the row's place among the file's rows, from 0; the answer counts the header as row 1 */
  add(index: number, problem: string): void {
    if (this.#count < namedProblems) this.#named.push(`row ${index + 2}: ${problem}`);
    this.#count += 1;
  }

  /** Throws 412 with the problems, if there is one. */
  refuse(): void {
    if (this.#count === 0) return;
    const named = this.#named.join('; ');
    const more = this.#count - this.#named.length;
    throw validationErrors(more > 0 ? `${named}; and ${more} more` : named);
  }
}

/**
 * All six values are "string, required" on the API page, so a file with an empty one is refused, as is a number without
 * a digit, or no rows at all. The file counts as a whole: one bad row refuses it. Throws 412, naming rows.
 */
export function requireValues(rows: readonly ContactRow[]): void {
  if (rows.length === 0) throw validationErrors('the file has no rows');
  const problems = new RowProblems();
  for (const [index, row] of rows.entries()) {
    for (const column of contactColumns) {
      if (row[column].trim() === '') problems.add(index, `${column} is required`);
    }
    // Without a digit there is no number, and two such rows would pass for one contact.
    if (row.cellPhoneNumber.trim() !== '' && !/\d/.test(row.cellPhoneNumber)) {
      problems.add(index, 'cellPhoneNumber is not a number');
    }
  }
  problems.refuse();
}

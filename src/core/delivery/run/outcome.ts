import type { BrokenQuotes } from '../../checks';
import type { Contact, ContactValues } from '../../contact';
import type { Failure } from '../failure';
import type { Mismatch } from './mismatch';

/**
 * Every outcome a row can have; none is ever guessed upward.
 *
 * | outcome | known |
 * |---|---|
 * | `created` | the contact stood in the import's own answer, with the row's number, and nothing shows that it is older |
 * | `notReturned` | sent and answered, but not among the contacts of the answer |
 * | `refused` | the stream said that it does not take it |
 * | `unknown` | sent, and no answer tells what became of it: the contact may exist |
 * | `present` | a contact with its number is on the stream, whoever made it: found there, or shown in an answer as older |
 * | `absent` | unknown before; its number was not on the stream, not at a second, later look either |
 * | `notSent` | held back, cancelled, or the request certainly came to nothing |
 */
export const outcomes = [
  'created',
  'notReturned',
  'refused',
  'unknown',
  'present',
  'absent',
  'notSent',
] as const;
export type Outcome = (typeof outcomes)[number];

/** An outcome as it is marked and told: of those that are `present`, the ones under another name apart, which need a look. */
export type MarkedOutcome = Outcome | 'otherName';

/**
 * What else is worth knowing of a row.
 *
 * | kind | of outcome | what is known |
 * |---|---|---|
 * | `storedAs` | `created` | the stream stored another name than was sent; `text` is that name |
 * | `otherName` | `present` | the contact with the number has a name that contradicts the row's: it may be another person's |
 * | `deleted` | any but `created`, `present` | a deleted contact has the number |
 * | `status` | `unknown` | the contact has a status that is documented nowhere; `text` is that word |
 * | `createdAt` | `unknown` | when the contact was created cannot be read; `text` is what the stream wrote |
 * | `repeatedId` | `unknown` | the answer has two contacts with one id that differ, one of them with its number |
 * | `batch` | `refused` | its whole request was refused; rows before the one at fault may have been stored |
 * | `leftOut` | `notSent` | another import, begun at `at` (ISO 8601), created or found a contact with its number |
 *
 * A ledger has no word of the stream: of an import that is resumed the note is known, and its `text` is not.
 */
export type RowNote =
  | { readonly kind: 'storedAs' | 'status' | 'createdAt'; readonly text?: string }
  | { readonly kind: 'otherName' | 'deleted' | 'repeatedId' | 'batch' }
  | {
      readonly kind: 'leftOut';
      readonly is: 'created' | 'present';
      readonly at?: string;
      /** Whether that contact has another name. */
      readonly isOtherName?: true;
    };

/** What became of a row, with what the stream told about it. */
export type RowResult = { readonly note?: RowNote } & (
  | { readonly outcome: 'created' | 'present'; readonly contact: Contact }
  /** `words`: the stream's own, untrusted and perhaps personal; see `Failure.serverWords`. */
  | { readonly outcome: 'refused'; readonly words?: string }
  | { readonly outcome: 'notReturned' | 'unknown' | 'absent' | 'notSent' }
);

/** A row on its way to a stream. */
export interface ImportRow {
  /** Its place among the rows of the import, from 0. */
  readonly index: number;
  /** 1-based line of the user's file on which it starts. */
  readonly line: number;
  readonly values: ContactValues;
  /** Every value of the row in the order of the header, as the checks read them: what an independent reader must find in the request. */
  readonly cells: readonly string[];
  /** Cells whose quotes are broken, so that readers differ in what they hold; absent in nearly all rows. */
  readonly broken?: BrokenQuotes;
  /** The row as CSV text, without a line break: the bytes that are sent. */
  readonly record: string;
  /** The row as it stands in the user's file, where that is not {@link record}. */
  readonly inFile?: string;
  /**
   * Why the file does not tell it as it was sent: it was `edited` since, and only its number is what it was, or the file
   * does not have it as it was any more, and nothing is known but what became of it.
   */
  readonly since?: 'edited' | 'gone';
  /** What it is in the file now, where it is looked for as it was sent: this leaves, if it is sent again. */
  readonly now?: ImportRow;
  /** The line break that follows it, where that is not the one of the import's content. */
  readonly newline?: string;
}

/**
 * Why an import came to its end. `failed`: nothing more would work, or the stream cannot be asked what it did.
 * `misread`: the next request did not hold what was checked, and did not leave; its rows stay what they were.
 */
export type ImportEnd =
  | { readonly why: 'done' }
  | { readonly why: 'cancelled' }
  | { readonly why: 'failed'; readonly failure: Failure }
  | { readonly why: 'misread'; readonly mismatch: Mismatch };

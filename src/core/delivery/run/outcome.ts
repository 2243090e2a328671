import type { Contact, ContactValues } from '../../contact/contact';
import type { Failure } from '../failure';

/**
 * Every outcome a row can have; none is ever guessed upward.
 *
 * | outcome | known |
 * |---|---|
 * | `created` | the contact stood in the import's own answer |
 * | `notReturned` | sent and answered, but not among the contacts of the answer |
 * | `refused` | the stream said that it does not take it |
 * | `unknown` | sent, and no answer tells what became of it: the contact may exist |
 * | `present` | unknown or refused before; its number was then found on the stream, whoever made that contact |
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

/** What became of a row, with what the stream told about it. */
export type RowResult =
  | { readonly outcome: 'created' | 'present'; readonly contact: Contact }
  /** `words`: the stream's own, untrusted and perhaps personal; see `Failure.serverWords`. */
  | { readonly outcome: 'refused'; readonly words?: string }
  | { readonly outcome: 'notReturned' | 'unknown' | 'absent' | 'notSent' };

/** A row on its way to a stream. */
export interface ImportRow {
  /** Its place among the rows of the import, from 0. */
  readonly index: number;
  /** 1-based line of the user's file on which it starts. */
  readonly line: number;
  readonly values: ContactValues;
  /** The row as CSV text, without a line break: the bytes that are sent. */
  readonly record: string;
  /** The line break that follows it, where that is not the one of the import's content. */
  readonly newline?: string;
}

/** Why an import came to its end. `failed`: nothing more would work, or the stream cannot be asked what it did. */
export type ImportEnd =
  | { readonly why: 'done' }
  | { readonly why: 'cancelled' }
  | { readonly why: 'failed'; readonly failure: Failure };

/** Every outcome a row can have. Kept results name them by their places: a new one goes to the end. */
export const rowOutcomes = [
  'created',
  'notReturned',
  'refused',
  'unknown',
  'present',
  'absent',
  'notSent',
  'unmatched',
  'waiting',
] as const;

/**
 * What became of a row, as far as it is known. `unmatched` is a returned contact that no row of the file explains;
 * `waiting` is a row that an import has yet to send.
 */
export type RowOutcome = (typeof rowOutcomes)[number];

/**
 * What else is worth knowing of a row: a created contact has another name than was sent, or one that was there before
 * may be another person's; a deleted contact has the number; a status or a time is not understood; two contacts that
 * differ have one id; a whole request was refused; a row was not sent since another import has brought its contact to the
 * stream, which in `leftOutOther` has another name; the file does not have the row any more, and nothing else is known of
 * it; or a contact was found on the stream for it by the number alone. Kept as outcomes are: a new one goes to the end.
 */
export const rowNotes = [
  'storedAs',
  'otherName',
  'deleted',
  'status',
  'createdAt',
  'batch',
  'leftOut',
  'gone',
  'repeatedId',
  'byNumber',
  'leftOutOther',
] as const;

/** One of {@link rowNotes}. */
export type RowNoteKind = (typeof rowNotes)[number];

/** The values of a row that are sent, and that the stream has of a contact. */
export const sentColumns = [
  'salutation',
  'firstName',
  'lastName',
  'phoneNumber',
  'countryCode',
  'extension',
] as const;

/** What the stream has in place of what was sent. */
export type StoredValues = Readonly<Record<(typeof sentColumns)[number], string>>;

/** One line of the table: a returned contact, or a row of the file that did not come back. */
export interface ResultRow {
  readonly outcome: RowOutcome;
  /** 1-based line of the CSV on which the row started when it was sent; `null` for an unmatched contact. */
  readonly line: number | null;
  /** The row's place in the import, which stays as it is when lines move; `null` for an unmatched contact. */
  readonly place: number | null;
  /** These six as they were sent; of a created row on no line as the stream has them, if that alone is known. */
  readonly salutation: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phoneNumber: string;
  readonly countryCode: string;
  readonly extension: string;
  /** The same six as the stream has them; `null` where no contact, or no more of it than the id, is known. */
  readonly stored: StoredValues | null;
  /** These three as the stream gave them; empty without a contact. */
  readonly status: string;
  readonly id: string;
  /** ISO 8601 as the server gave it, or empty. */
  readonly createdAt: string;
  /** The stream's words about this row, or why it was held back; untrusted text, often empty. */
  readonly message: string;
  /** What {@link note} says, in a sentence of the user's language; empty without one. */
  readonly remark: string;
  readonly note?: RowNoteKind | undefined;
  /** What was found out of the row, in order. `at`: ISO 8601, or empty when that is not known any more. */
  readonly history: readonly (readonly [outcome: RowOutcome, at: string])[];
  /** The contact's remaining fields in the server's order: dotted path and value as text. */
  readonly details: readonly (readonly [path: string, value: string])[];
}

/** The table's columns, in order. */
export const resultColumns = [
  'line',
  'outcome',
  'name',
  'phone',
  'why',
  ...sentColumns,
  'status',
  'id',
  'createdAt',
] as const;

/** One of {@link resultColumns}: a field of every {@link ResultRow}, or made of some. */
export type ResultColumn = (typeof resultColumns)[number];

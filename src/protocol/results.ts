/**
 * The whole conversation between the editor and the results page. The page says `ready`, is given its words and
 * its state with `show`, and may then ask for a line of the CSV to be revealed. Both sides validate what they receive.
 */

/** What became of a row, as far as it is known. `unmatched` is a returned contact that no row of the file explains. */
export type RowOutcome =
  'created' | 'notReturned' | 'refused' | 'unknown' | 'present' | 'absent' | 'notSent' | 'unmatched';

/** One line of the table: a returned contact, or a row of the file that did not come back. */
export interface ResultRow {
  readonly outcome: RowOutcome;
  /** 1-based line of the CSV on which the row started when it was sent; `null` for an unmatched contact. */
  readonly line: number | null;
  readonly salutation: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly fullName: string;
  readonly phoneNumber: string;
  readonly countryCode: string;
  readonly extension: string;
  readonly status: string;
  readonly id: string;
  /** ISO 8601 as the server gave it, or empty. */
  readonly createdAt: string;
  /** The contact's remaining fields in the server's order: dotted path and value as text. */
  readonly details: readonly (readonly [path: string, value: string])[];
}

/** One finished import, as the page shows it and as it is kept for a reload. */
export interface Results {
  readonly streamName: string;
  readonly host: string;
  readonly streamId: string;
  readonly sandbox: boolean;
  /** File name without its folder. */
  readonly fileName: string;
  /** URI of the CSV as a string; the page hands it back unread. */
  readonly fileUri: string;
  /** ISO 8601, when the answer came. */
  readonly at: string;
  readonly rowsSent: number;
  readonly contactsReturned: number;
  readonly rowsNotReturned: number;
  readonly rows: readonly ResultRow[];
}

/** The page's words, already in the user's language. `{0}`, `{1}` are filled in by the page. */
export interface ResultsWords {
  /** BCP 47 tag of the editor's display language, for dates and numbers. */
  readonly language: string;
  readonly sandboxBanner: string;
  /** Header: "Sent", "Stream", "File", and the three counts. */
  readonly sentAt: string;
  readonly stream: string;
  readonly file: string;
  readonly rowsSent: string;
  readonly contactsReturned: string;
  readonly rowsNotReturned: string;
  /** Placeholder and label of the filter box. */
  readonly filter: string;
  /** "{0} of {1} shown". */
  readonly shown: string;
  readonly allRows: string;
  readonly noRows: string;
  readonly noMatch: string;
  readonly clearFilter: string;
  readonly gridLabel: string;
  readonly columns: Readonly<Record<ResultColumn, string>>;
  readonly outcomes: Readonly<Record<RowOutcome, string>>;
  /** What each outcome means in one sentence, for tooltip and details pane. */
  readonly outcomeHelp: Readonly<Record<RowOutcome, string>>;
  readonly details: string;
  readonly detailsEmpty: string;
  readonly closeDetails: string;
  /** "Go to line {0}". */
  readonly goToLine: string;
}

/** The table's columns, in order. */
export const resultColumns = [
  'line',
  'outcome',
  'salutation',
  'firstName',
  'lastName',
  'fullName',
  'phoneNumber',
  'countryCode',
  'extension',
  'status',
  'id',
  'createdAt',
] as const;
export type ResultColumn = (typeof resultColumns)[number];

/** Editor to page. */
export interface ShowMessage {
  readonly type: 'show';
  readonly words: ResultsWords;
  readonly results: Results;
}

/** Page to editor: it is ready to be given its state, or the user asks for a line of the CSV. */
export type PageMessage = { readonly type: 'ready' } | { readonly type: 'goToLine'; readonly line: number };

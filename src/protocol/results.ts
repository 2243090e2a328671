import * as v from 'valibot';

/**
 * The whole conversation between the editor and the results page. The page says `ready` (at every load: VS Code
 * throws a hidden page away), is given its words and its state with `show`, and may then ask for a line of the CSV
 * to be revealed. Both sides validate what they receive with the two `parse…Message` functions below.
 */

/** Every outcome a row can have, in no order that matters. */
export const rowOutcomes = [
  'created',
  'notReturned',
  'refused',
  'unknown',
  'present',
  'absent',
  'notSent',
  'unmatched',
] as const;

/** What became of a row, as far as it is known. `unmatched` is a returned contact that no row of the file explains. */
export type RowOutcome = (typeof rowOutcomes)[number];

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
  /** URI of the CSV as a string, for the editor: a page never names the file that is to be opened. */
  readonly fileUri: string;
  /** ISO 8601, when the answer came. With the stream it tells one import from another. */
  readonly at: string;
  readonly rowsSent: number;
  readonly contactsReturned: number;
  /** How many of `rows` have the outcome `notReturned`. */
  readonly rowsNotReturned: number;
  /** In the order in which the page shows them at first: the file's, then contacts that no row explains. */
  readonly rows: readonly ResultRow[];
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

/** One of {@link resultColumns}: a field of every {@link ResultRow}. */
export type ResultColumn = (typeof resultColumns)[number];

/** The page's words, already in the user's language. `{0}`, `{1}` are filled in by the page. */
export interface ResultsWords {
  /** BCP 47 tag of the editor's display language, for dates, numbers and sorting. */
  readonly language: string;
  /** One sentence; it starts with the word that names the sandbox. */
  readonly sandboxBanner: string;
  /** Header: "Sent", "Stream", "File", and the three counts. */
  readonly sentAt: string;
  readonly stream: string;
  readonly file: string;
  readonly rowsSent: string;
  readonly contactsReturned: string;
  readonly rowsNotReturned: string;
  /** Beside the third count, when it is not 0: "Show Only These". */
  readonly showNotReturned: string;
  /** Placeholder and label of the filter box. */
  readonly filter: string;
  /** Label of the list that picks one outcome: "Outcome". */
  readonly outcomeFilter: string;
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
  /** In the details pane, when the row has no further fields. */
  readonly detailsEmpty: string;
  readonly closeDetails: string;
  /** "Go to line {0}". */
  readonly goToLine: string;
}

/** Editor to page. */
export interface ShowMessage {
  readonly type: 'show';
  readonly words: ResultsWords;
  readonly results: Results;
}

/** Page to editor: it is ready to be given its state, or the user asks for a line of the CSV (1-based). */
export type PageMessage = { readonly type: 'ready' } | { readonly type: 'goToLine'; readonly line: number };

const line = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const textColumns = resultColumns.filter((column) => column !== 'outcome' && column !== 'line');
const outcomes: ReadonlySet<unknown> = new Set(rowOutcomes);

/** By hand, because a schema for each row takes a second for 100,000 rows (measured), and this takes 20 ms. */
function isRow(value: unknown): value is ResultRow {
  if (typeof value !== 'object' || value === null) return false;
  const row: { readonly [key in keyof ResultRow]?: unknown } = value;
  return (
    outcomes.has(row.outcome) &&
    (row.line === null || v.is(line, row.line)) &&
    textColumns.every((column) => typeof row[column] === 'string') &&
    Array.isArray(row.details) &&
    row.details.every(isDetail)
  );
}

function isDetail(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

const resultsSchema: v.GenericSchema<unknown, Results> = v.object({
  ...v.entriesFromList(['streamName', 'host', 'streamId', 'fileName', 'fileUri', 'at'], v.string()),
  sandbox: v.boolean(),
  rowsSent: count,
  contactsReturned: count,
  rowsNotReturned: count,
  rows: v.custom<readonly ResultRow[]>((value) => Array.isArray(value) && value.every(isRow)),
});

const plainWords = [
  'language',
  'sandboxBanner',
  'sentAt',
  'stream',
  'file',
  'rowsSent',
  'contactsReturned',
  'rowsNotReturned',
  'showNotReturned',
  'filter',
  'outcomeFilter',
  'shown',
  'allRows',
  'noRows',
  'noMatch',
  'clearFilter',
  'gridLabel',
  'details',
  'detailsEmpty',
  'closeDetails',
  'goToLine',
] as const;

const wordsSchema: v.GenericSchema<unknown, ResultsWords> = v.object({
  ...v.entriesFromList(plainWords, v.string()),
  columns: v.object(v.entriesFromList(resultColumns, v.string())),
  outcomes: v.object(v.entriesFromList(rowOutcomes, v.string())),
  outcomeHelp: v.object(v.entriesFromList(rowOutcomes, v.string())),
});

const showSchema: v.GenericSchema<unknown, ShowMessage> = v.object({
  type: v.literal('show'),
  words: wordsSchema,
  results: resultsSchema,
});

const pageSchema: v.GenericSchema<unknown, PageMessage> = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('goToLine'), line }),
]);

/** What the page understands of a message from the editor; `undefined` for anything that is no {@link ShowMessage}. */
export const parseShowMessage = (message: unknown): ShowMessage | undefined => parse(showSchema, message);

/** What the editor understands of a message from the page; `undefined` for anything that is no {@link PageMessage}. */
export const parsePageMessage = (message: unknown): PageMessage | undefined => parse(pageSchema, message);

/** Results that were kept for a reload, read back from their file; `undefined` when they are not whole. */
export const parseResults = (stored: unknown): Results | undefined => parse(resultsSchema, stored);

function parse<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const result = v.safeParse(schema, value, { abortEarly: true });
  return result.success ? result.output : undefined;
}

import * as v from 'valibot';
import { pageProtocol, type PageState } from './page';
import { count, line, parse, type Schema } from './parse';

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

/**
 * What else is worth knowing of a row: a created contact has another name than was sent, or one that was there before
 * may be another person's; a deleted contact has the number; a status or a time is not understood; a whole request was refused.
 */
export const rowNotes = ['storedAs', 'otherName', 'deleted', 'status', 'createdAt', 'batch'] as const;

/** One of {@link rowNotes}. */
export type RowNoteKind = (typeof rowNotes)[number];

/** What can be done next with an import, most pressing first. */
export const resultActions = ['resume', 'findRefused', 'saveRest'] as const;

/** One of {@link resultActions}. */
export type ResultAction = (typeof resultActions)[number];

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
  /** These six as they were sent; those of an unmatched contact as the stream has them. */
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
  readonly note?: RowNoteKind;
  /** What was found out of the row, in order. `at`: ISO 8601, or empty when that is not known any more. */
  readonly history: readonly (readonly [outcome: RowOutcome, at: string])[];
  /** The contact's remaining fields in the server's order: dotted path and value as text. */
  readonly details: readonly (readonly [path: string, value: string])[];
}

/** One import as far as it came, as the page shows it and as it is kept for a reload. */
export interface Results extends PageState {
  /** Names the import in the ledger; with `at` it tells one state of an import from another. */
  readonly importId: string;
  readonly streamName: string;
  readonly host: string;
  readonly streamId: string;
  readonly sandbox: boolean;
  /** ISO 8601, when the last answer came. */
  readonly at: string;
  /** How many rows of the file belong to this import, those held back included. */
  readonly rowCount: number;
  /** How many of each; every outcome is there, `unmatched` counts returned contacts that no row explains. */
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** Why the import ended before every row was sent, one or two whole sentences in the user's language; empty when it ran through. */
  readonly notice: string;
  /** What is offered on the page, in this order; the first is the one that is advised. */
  readonly actions: readonly ResultAction[];
  /**
   * Listed rows, in the order in which the page shows them at first: the file's, then contacts that no row explains.
   * A very long file lists only those that need a look, see `rowsNotListed`.
   */
  readonly rows: readonly ResultRow[];
  /** Rows that are counted above but not listed. */
  readonly rowsNotListed: number;
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

const texts = [...sentColumns, 'status', 'id', 'createdAt', 'message', 'remark'] as const;
const outcomes: ReadonlySet<unknown> = new Set(rowOutcomes);
const notes: ReadonlySet<unknown> = new Set([...rowNotes, undefined]);

/** By hand, because a schema for each row takes a second for 100,000 rows (measured), and this takes 20 ms. */
function isRow(value: unknown): value is ResultRow {
  if (typeof value !== 'object' || value === null) return false;
  const row: { readonly [key in keyof ResultRow]?: unknown } = value;
  return (
    outcomes.has(row.outcome) &&
    notes.has(row.note) &&
    (row.line === null || v.is(line, row.line)) &&
    (row.place === null || v.is(count, row.place)) &&
    texts.every((field) => typeof row[field] === 'string') &&
    isStored(row.stored) &&
    Array.isArray(row.history) &&
    row.history.every(isEvent) &&
    Array.isArray(row.details) &&
    row.details.every(isDetail)
  );
}

function isStored(value: unknown): boolean {
  if (typeof value !== 'object') return false;
  if (value === null) return true;
  const stored: { readonly [key in keyof StoredValues]?: unknown } = value;
  return sentColumns.every((column) => typeof stored[column] === 'string');
}

function isEvent(value: unknown): boolean {
  return isDetail(value) && outcomes.has((value as readonly unknown[])[0]);
}

function isDetail(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}

/** The rows come through as they are, uncopied. */
const resultsSchema: Schema<Results> = v.object({
  ...v.entriesFromList(
    ['importId', 'streamName', 'host', 'streamId', 'fileName', 'fileUri', 'at', 'notice'],
    v.string(),
  ),
  sandbox: v.boolean(),
  rowCount: count,
  counts: v.object(v.entriesFromList(rowOutcomes, count)),
  actions: v.array(v.picklist(resultActions)),
  rows: v.custom<readonly ResultRow[]>((value) => Array.isArray(value) && value.every(isRow)),
  rowsNotListed: count,
});

const requestSchema = v.object({ type: v.literal('act'), action: v.picklist(resultActions) });

/** What the results page may ask for besides what any page may: that something is done with the import. */
export type ResultsRequest = Readonly<v.InferOutput<typeof requestSchema>>;

/** The page of {@link Results}. */
export const resultsProtocol = pageProtocol<Results, ResultsRequest>(resultsSchema, requestSchema);

/** Names a state of an import, for what a page keeps of itself over a reload. See {@link importShown}. */
export const stateName = ({ importId, at }: Pick<Results, 'importId' | 'at'>): string => `${importId} ${at}`;

/** The import that a page showed, by what it kept: an object whose `of` is a {@link stateName}. */
export function importShown(kept: unknown): string | undefined {
  return parse(v.object({ of: v.string() }), kept)?.of.split(' ')[0];
}

/** Results that were kept for a reload, read back from their file; `undefined` when they are not whole, or of an older shape. */
export const parseResults = (stored: unknown): Results | undefined => parse(resultsSchema, stored);

import * as v from 'valibot';
import { pageProtocol, type PageState } from './page';
import { count, parse, type Schema } from './parse';
import {
  ordersSchema,
  requestSchema,
  resultActions,
  type ResultAction,
  type ResultsOrder,
  type ResultsRequest,
} from './resultRequests';
import { rowOutcomes, type RowOutcome } from './resultRow';
import type { EncodedPage } from './encodedPage';
import { rowsOnPage } from './rowPage';

export * from './resultRequests';
export * from './resultRow';

/** One import as far as it came, as the page shows it and as it is kept for a reload. */
export interface Results extends PageState {
  /** Names the import in the ledger; with `changedAt` it tells one state of an import from another. */
  readonly importId: string;
  readonly streamName: string;
  readonly host: string;
  readonly streamId: string;
  readonly sandbox: boolean;
  /** ISO 8601, when the import began. */
  readonly at: string;
  /** ISO 8601, when the last answer came. What was kept by an older version has none: `at` tells that then. */
  readonly changedAt?: string | undefined;
  /** How many rows of the file belong to this import, those held back included. */
  readonly rowCount: number;
  /** How many of each; every outcome is there, `unmatched` counts returned contacts that no row explains. */
  readonly counts: Readonly<Record<RowOutcome, number>>;
  /** What the import is doing, a phrase in the user's language, as long as it goes on; empty when it is over. */
  readonly running: string;
  /** Why the import ended before every row was sent, one or two whole sentences in the user's language; empty when it ran through. */
  readonly notice: string;
  /** What is offered on the page, in this order; the first is the one that is advised. */
  readonly actions: readonly ResultAction[];
  /**
   * Listed rows, in the order in which the page shows them at first: the file's, then contacts that no row explains.
   * A very long file lists only those that need a look, see `rowsNotListed`. Told to the page apart, a page at a time.
   */
  readonly rows: readonly EncodedPage[];
  /** Rows that are counted above but not listed. */
  readonly rowsNotListed: number;
}

const resultsSchema: Schema<Results> = v.object({
  ...v.entriesFromList(
    ['importId', 'streamName', 'host', 'streamId', 'fileName', 'fileUri', 'at', 'running', 'notice'],
    v.string(),
  ),
  changedAt: v.optional(v.string()),
  sandbox: v.boolean(),
  rowCount: count,
  counts: v.object(v.entriesFromList(rowOutcomes, count)),
  actions: v.array(v.picklist(resultActions)),
  // They come after the rest, a page at a time.
  rows: v.pipe(v.custom<readonly EncodedPage[]>(Array.isArray), v.maxLength(0)),
  rowsNotListed: count,
});

/** Rows that are new, or in place of those that had the number, from 0. */
export interface NumberedPage {
  readonly number: number;
  readonly rows: EncodedPage;
}

const rowCount = v.pipe(count, v.maxValue(rowsOnPage));

/**
 * The page of {@link Results}. Its parts are its rows: at first all of them, in order, then those that have changed. A
 * state of the import that is shown already says what else is new of it.
 */
export const resultsProtocol = pageProtocol<Results, ResultsRequest, NumberedPage, ResultsOrder>(
  resultsSchema,
  requestSchema,
  v.object({ number: count, rows: v.object({ count: rowCount, bytes: v.instance(Uint8Array) }) }),
  ordersSchema,
);

/** How many rows are listed. */
export function listedRows({
  rowCount,
  counts,
  rowsNotListed,
}: Pick<Results, 'rowCount' | 'counts' | 'rowsNotListed'>): number {
  return rowCount + counts.unmatched - rowsNotListed;
}

/** ISO 8601, when the last answer came. */
export const changeTime = ({ at, changedAt }: Pick<Results, 'at' | 'changedAt'>): string => changedAt ?? at;

/** Names a state of an import, for what a page keeps of itself over a reload. See {@link importShown}. */
export const stateName = (results: Pick<Results, 'importId' | 'at' | 'changedAt'>): string =>
  `${results.importId} ${changeTime(results)}`;

/** The import that a page showed, by what it kept: an object whose `of` is a {@link stateName}. */
export function importShown(kept: unknown): string | undefined {
  return parse(v.object({ of: v.string() }), kept)?.of.split(' ')[0];
}

/** All but the rows of results that were kept for a reload, read back from their file; `undefined` when they are of an older shape. */
export const parseResults = (stored: unknown): Results | undefined => parse(resultsSchema, stored);

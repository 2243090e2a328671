import type { Contact, NumberPlans } from '../../contact';
import type { ImportAnswer } from '../contactAnswer';
import type { ContactPage } from '../contactPage';
import type { PageRequest } from '../endpoint';
import type { Stream } from '../../stream/stream';
import type { Answer } from '../failure';
import type { CsvFile } from '../upload';
import type { BatchLimits } from './batches';
import type { ImportRow, RowResult } from './outcome';
import type { ImportPast, RequestTime } from './past';
import type { RequestQueue } from './requestQueue';

/** The calls to the stream that an import makes; `StreamClient` has them. */
export interface ContactCalls {
  /** @param mayLeave asked before each piece of the request leaves; false ends the connection */
  importContacts(file: CsvFile, signal: AbortSignal, mayLeave?: () => boolean): Promise<Answer<ImportAnswer>>;
  listContacts(page: PageRequest, signal: AbortSignal): Promise<Answer<ContactPage>>;
}

/** Where it is written down what happens to rows, before and after it does. */
export interface ImportJournal {
  /**
   * These rows leave now. Until {@link settled} says otherwise, what becomes of them is unknown. Resolves when this, and
   * all that was settled before, is on the disk.
   */
  sending(rows: readonly ImportRow[]): Promise<void>;
  /**
   * Resolves when it is written, so that it outlives this process.
   * @param time when the request was made that brought this out, if one did: needed of rows whose contacts may exist
   */
  settled(rows: readonly ImportRow[], results: readonly RowResult[], time?: RequestTime): Promise<void>;
  /**
   * A look at all of the stream's contacts, which began then (ms since 1970), did not find these rows. Resolves as
   * {@link settled} does.
   */
  missed(rows: readonly ImportRow[], began: number): Promise<void>;
}

/** How long an import waits, in ms, and how often it tries. */
export interface RetryPolicy {
  /** Tries of one request in all, where the stream said that there were too many. */
  readonly rateLimitTries: number;
  /** The pause before the next of those, where the stream named none: the minute that is counted. */
  readonly rateLimitMs: number;
  /** Tries of one request in all, where there was no connection. */
  readonly connectionTries: number;
  /** The pause before the second of those; it doubles each time. */
  readonly connectionMs: number;
  /**
   * From the end of a request that got no certain answer to the last look for its rows, at least: a stream may still be
   * at work on them.
   */
  readonly settleMs: number;
  /** Between two looks, at least: rows that still appear one after the other are not to be taken for all that will. */
  readonly betweenLooksMs: number;
  /** For how long rows are waited for at most. */
  readonly mostSettleMs: number;
}

/** What a person would have the patience for. */
export const defaultRetryPolicy: RetryPolicy = {
  rateLimitTries: 5,
  rateLimitMs: 60_000,
  connectionTries: 4,
  connectionMs: 2_000,
  // Gateways give up after one minute or two, and what stands behind them may take two from then on.
  settleMs: 125_000,
  betweenLooksMs: 60_000,
  mostSettleMs: 600_000,
};

/**
 * How long to wait for a stream. The sandbox is on this machine, and has stored a request in the moment in which that has
 * arrived: what is not there shortly after will not be, and nobody need wait for two minutes to see it.
 */
export function policyFor({ sandbox }: Pick<Stream, 'sandbox'>): RetryPolicy {
  return sandbox ? { ...defaultRetryPolicy, settleMs: 3_000, betweenLooksMs: 1_000 } : defaultRetryPolicy;
}

/** What an import is doing, for whoever watches. */
export type Activity =
  | { readonly kind: 'sending'; readonly rows: number }
  /** Waiting before the next request: the pace, the stream's wish, or a connection that may come back. */
  | { readonly kind: 'pacing'; readonly ms: number; readonly perMinute: number }
  | { readonly kind: 'waiting'; readonly why: 'rateLimit' | 'connection'; readonly ms: number }
  /** Waiting for the next look. */
  | { readonly kind: 'settling'; readonly ms: number }
  /** Reading the stream's contacts: how many of how many, if the stream tells. */
  | { readonly kind: 'reading'; readonly contacts: number; readonly total?: number };

/** How the user ends an import. */
export interface Control {
  /** Nothing further is begun; what is on its way comes to its end. */
  readonly stop: AbortSignal;
  /** What is on its way is given up. */
  readonly giveUp: AbortSignal;
  /** Rows that may be on the stream are no longer looked for; they stay unknown, and the rest goes on. */
  readonly skip?: AbortSignal | undefined;
}

/** Ids of contacts. */
export interface KnownIds {
  has(id: string): boolean;
  readonly isEmpty: boolean;
}

/** What an import works with. */
export interface ImportParts {
  readonly calls: ContactCalls;
  readonly queue: RequestQueue;
  readonly journal: ImportJournal;
  /**
   * Whether it is certain, without waiting for anything, that no other window can have taken over the stream since
   * `journal.sending` let rows leave.
   */
  readonly mayLeave: () => boolean;
  readonly control: Control;
  readonly retryPolicy: RetryPolicy;
  readonly limits: BatchLimits;
  /** By what numbers are compared. */
  readonly plans: NumberPlans;
  /** What was written down of the import before. Without it nothing is known of rows that left earlier. */
  readonly past?: ImportPast | undefined;
  /** Ids of contacts that earlier imports created on the stream. Asked for once, before anything leaves. */
  readonly knownIds: () => Promise<KnownIds>;
  /** Takes what became of a row, as often as more is known of it; the first time before the next request leaves. */
  readonly settle: (row: ImportRow, result: RowResult) => void;
  /** Takes how many contacts an answer held, and those of them that no row explains. */
  readonly answered: (contacts: number, unmatched: readonly Contact[]) => void;
  readonly watch: (activity: Activity) => void;
  /**
   * Asks before the first look that takes long, see `LookConsent`. False: the rows stay unknown, and the rest goes on. Without it nobody is asked.
   */
  readonly confirmLook?: ((look: LongLook) => Promise<boolean>) | undefined;
}

/** A look at all of a stream's contacts that takes its time. */
export interface LongLook {
  /** How many rows are looked for. */
  readonly rows: number;
  /** How many requests that takes, and how long at the pace that this window has now, in ms. */
  readonly reads: number;
  readonly ms: number;
}

export const notSent: RowResult = { outcome: 'notSent' };
export const unknown: RowResult = { outcome: 'unknown' };

import type { NumberPlans } from '../../contact/compare';
import type { Contact } from '../../contact/contact';
import type { ContactPage, ImportAnswer } from '../contactAnswer';
import type { PageRequest } from '../endpoint';
import type { Answer } from '../failure';
import type { CsvFile } from '../upload';
import type { BatchLimits } from './batches';
import type { RequestQueue } from './requestQueue';
import type { ImportRow, RowResult } from './outcome';

/** The calls to the stream that an import makes; `StreamClient` has them. */
export interface ContactCalls {
  importContacts(file: CsvFile, signal: AbortSignal): Promise<Answer<ImportAnswer>>;
  listContacts(page: PageRequest, signal: AbortSignal): Promise<Answer<ContactPage>>;
}

/** Where it is written down what happens to rows, before and after it does. */
export interface ImportJournal {
  /**
   * These rows leave now. Until {@link settled} says otherwise, what becomes of them is unknown. Resolves when this, and
   * all that was settled before, is on the disk.
   */
  sending(rows: readonly ImportRow[]): Promise<void>;
  /** Resolves when it is written, so that it outlives this process. */
  settled(rows: readonly ImportRow[], results: readonly RowResult[]): Promise<void>;
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
  /** Between two looks for rows that may have been stored: a stream may still be at work on what it was sent. */
  readonly settleMs: number;
}

/** What a person would have the patience for. */
export const defaultRetryPolicy: RetryPolicy = {
  rateLimitTries: 5,
  rateLimitMs: 60_000,
  connectionTries: 4,
  connectionMs: 2_000,
  settleMs: 10_000,
};

/** What an import is doing, for whoever watches. */
export type Activity =
  | { readonly kind: 'sending'; readonly rows: number }
  /** Waiting before the next request: the pace, the stream's wish, or a connection that may come back. */
  | { readonly kind: 'pacing' }
  | { readonly kind: 'waiting'; readonly why: 'rateLimit' | 'connection'; readonly ms: number }
  /** Waiting for the second look. */
  | { readonly kind: 'settling'; readonly ms: number }
  /** Reading the stream's contacts: how many of how many, if the stream tells. */
  | { readonly kind: 'reading'; readonly contacts: number; readonly total?: number };

/** How the user ends an import. */
export interface Control {
  /** Nothing further is begun; what is on its way comes to its end. */
  readonly stop: AbortSignal;
  /** What is on its way is given up. */
  readonly giveUp: AbortSignal;
}

/** What an import works with. */
export interface ImportParts {
  readonly calls: ContactCalls;
  readonly queue: RequestQueue;
  readonly journal: ImportJournal;
  readonly control: Control;
  readonly retryPolicy: RetryPolicy;
  readonly limits: BatchLimits;
  readonly plans: NumberPlans;
  /** Tells ids of contacts that earlier imports created on the stream. Asked for when the first answer is there. */
  readonly knownIds: () => Promise<(id: string) => boolean>;
  /** Takes what became of a row, as often as more is known of it; the first time before the next request leaves. */
  readonly settle: (row: ImportRow, result: RowResult) => void;
  /** Takes how many contacts an answer held, and those of them that no row explains. */
  readonly answered: (contacts: number, unmatched: readonly Contact[]) => void;
  readonly watch: (activity: Activity) => void;
}

export const notSent: RowResult = { outcome: 'notSent' };
export const unknown: RowResult = { outcome: 'unknown' };

import type { ExtractKind } from './extract';

/** Where ledgers are kept: one text for each import, which only grows. */
export interface LedgerStore {
  /** Ids of the imports that have one. */
  list(): Promise<readonly string[]>;
  /**
   * Its lines that were written to their end, whatever has become of them since. What a writer died over is none of them:
   * nothing had left by it. Empty when there is none.
   */
  lines(id: string): AsyncIterable<string>;
  /** Its last line that is whole; `undefined` when there is none, or when it is too long to be worth it. */
  lastLine(id: string): Promise<string | undefined>;
  /** When it was last written to or kept alive, in ms since 1970; `undefined` when there is none. */
  touchedAt(id: string): Promise<number | undefined>;
  /** Opens it for appending; makes it if need be. */
  open(id: string): Promise<LedgerFile>;
  /** Deletes it, and what was kept beside it. */
  delete(id: string): Promise<void>;
  /** Tells its state at this moment from every other one; `undefined` when there is none. */
  stamp(id: string): Promise<string | undefined>;
  /** The bytes that were kept beside it last, whatever has become of them; `undefined` when there are none. */
  extract(id: string, kind: ExtractKind): Promise<Buffer | undefined>;
  /** Keeps bytes beside it, given in pieces, all of them or none, instead of those before. */
  keepExtract(id: string, kind: ExtractKind, pieces: readonly Buffer[]): Promise<void>;
  /** What was kept of all of them last, whatever has become of it; `undefined` when nothing was. */
  summaries(): Promise<string | undefined>;
  /** Keeps that instead of what was kept before. */
  keepSummaries(text: string): Promise<void>;
  /** From when on it holds all ledgers there were, in ms since 1970, if any were deleted for their age, or on demand. */
  since(): Promise<number | undefined>;
  /** Keeps that: to be done before ledgers are deleted. */
  keepSince(time: number): Promise<void>;
}

/** How long a line that was written may not be on the disk yet, in ms. */
export const syncWithinMs = 100;

/** A ledger that is being written. */
export interface LedgerFile {
  /**
   * Resolves when the line, which holds no line break, is written: it outlives this process, and the machine too with the
   * next line that is appended, or {@link syncWithinMs} later.
   */
  write(line: string): Promise<void>;
  /** As {@link write}, but resolves when the line, and every line before it, is on the disk, and throws if one is not. */
  append(line: string): Promise<void>;
  /** Shows other processes that somebody is at work on it. */
  touch(): Promise<void>;
  close(): Promise<void>;
}

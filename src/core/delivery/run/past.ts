import type { ImportRow } from './outcome';

/** When a request was made, by this machine's clock, in ms since 1970. */
export interface RequestTime {
  /** Absent when that is not known any more. */
  readonly startedAt?: number;
  /** When its answer was there, or no hope of one any more. */
  readonly endedAt: number;
}

/** What is known of a row that has left, and of which no answer told for certain what became of it. */
export interface RowPast {
  /** The request with which it left last: one object for all of its rows. */
  readonly request: RequestTime;
  /** When the last complete look at the stream began that did not find it; ms since 1970. */
  readonly missedAt?: number;
}

/** What was written down of an import before; `ImportRecord` has it. */
export interface ImportPast {
  /** What is known of the row at a place; `undefined` when it never left, or is settled for good. */
  pastAt(index: number): RowPast | undefined;
  /** Ids of contacts that the import got back as created; the last {@link mostControls} are enough. */
  readonly created: readonly string[];
}

/** Rows that have left before, and of which no answer tells for certain what became of them. */
export interface RowsToLookFor {
  /** Those that left last with the import itself, whose ledger tells of it. */
  readonly own: readonly ImportRow[];
  /** Those that left last with another import, with what that knows of them. */
  readonly elsewhere: ReadonlyMap<ImportRow, RowPast>;
}

/**
 * The past of an import with that of rows which other imports have sent.
 * @param own what the import itself knows, which of those rows is nothing, or older
 */
export function withPastOf(rows: ReadonlyMap<ImportRow, RowPast>, own?: ImportPast): ImportPast {
  const byPlace = new Map(Array.from(rows, ([{ index }, past]) => [index, past]));
  return {
    pastAt: (index) => byPlace.get(index) ?? own?.pastAt(index),
    created: own?.created ?? [],
  };
}

/** How many created contacts a list must have to count as whole: the latest, which a list that lags lacks. */
export const mostControls = 1_000;

/** Rows that left together and whose contacts may exist. */
export interface OpenRequest {
  readonly rows: readonly ImportRow[];
  readonly time: RequestTime;
  /** The last complete look at the stream before: when it began, in ms since 1970, and whom it did not find. */
  readonly look?: { readonly began: number; readonly missing: ReadonlySet<ImportRow> };
}

/**
 * Rows by the requests with which they left.
 * @param otherwise the time of the request of rows whose past is not known
 */
export function requestsOf(
  rows: readonly ImportRow[],
  past: Pick<ImportPast, 'pastAt'> | undefined,
  otherwise: RequestTime,
): readonly OpenRequest[] {
  const byRequest = new Map<RequestTime, { row: ImportRow; missedAt: number | undefined }[]>();
  for (const row of rows) {
    const { request, missedAt } = past?.pastAt(row.index) ?? { request: otherwise };
    const known = byRequest.get(request);
    if (known) known.push({ row, missedAt });
    else byRequest.set(request, [{ row, missedAt }]);
  }
  return Array.from(byRequest, ([time, entries]) => {
    const own = entries.map(({ row }) => row);
    const began = entries.reduce((latest, { missedAt = 0 }) => Math.max(latest, missedAt), 0);
    if (began === 0) return { rows: own, time };
    // What an earlier look missed and the last one did not was found.
    const missing = entries.filter(({ missedAt }) => missedAt === began).map(({ row }) => row);
    return { rows: own, time, look: { began, missing: new Set(missing) } };
  });
}

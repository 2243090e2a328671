import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure } from '../failure';
import type { ContactPage } from '../contactAnswer';
import type { PageRequest } from '../endpoint';
import type { Answer } from '../failure';
import { isEndOf } from './retry';
import { NumberLookUp } from './numberLookUp';
import type { ImportRow, RowResult } from './outcome';
import type { Activity } from './ports';
import { readContacts } from './readContacts';

/** What a look at the stream's contacts showed of some rows. */
export interface StreamLookUp {
  /** For each row, in order: `present`; `absent`, if the whole list was read; `undefined` where that is not known. */
  readonly results: readonly (RowResult | undefined)[];
  /** How many contacts the stream has, if it tells. */
  readonly total?: number;
  /** Why the list could not be read to its end, unless that is the user's wish. */
  readonly failure?: Failure;
}

/** What looking needs. */
export interface LookPorts {
  /** Reads a page; `undefined` when the user was faster. */
  readonly read: (page: PageRequest) => Promise<Answer<ContactPage> | undefined>;
  readonly stop: AbortSignal;
  readonly watch: (activity: Activity) => void;
}

/** Looks for the rows' numbers on the stream, once. */
export async function lookOnce(
  rows: readonly ImportRow[],
  { read, watch }: LookPorts,
): Promise<StreamLookUp> {
  const numbers = new NumberLookUp(rows);
  const reading = await readContacts(read, (contacts, soFar, total) => {
    watch({ kind: 'reading', contacts: soFar, ...(total !== undefined && { total }) });
    numbers.see(contacts);
    return numbers.foundAll;
  });
  const results = rows.map((row): RowResult | undefined => {
    const contact = numbers.found.get(row);
    if (contact) return { outcome: 'present', contact };
    return reading.complete ? { outcome: 'absent' } : undefined;
  });
  if (reading.complete) return { results, ...(reading.total !== undefined && { total: reading.total }) };
  return { results, ...(reading.failure && { failure: reading.failure }) };
}

/**
 * Looks for rows that may have been stored. What is not there counts as absent only if it is not there at a second
 * look, `settleMs` later, either: a stream that gave no answer may still be at work.
 */
export async function lookTwice(
  rows: readonly ImportRow[],
  settleMs: number,
  ports: LookPorts,
): Promise<StreamLookUp> {
  const first = await lookOnce(rows, ports);
  const missing = rows.filter((_, index) => first.results[index]?.outcome === 'absent');
  if (missing.length === 0) return first;
  ports.watch({ kind: 'settling', ms: settleMs });
  const second = (await pause(settleMs, ports.stop)) ? await lookOnce(missing, ports) : undefined;
  const later = new Map(missing.map((row, index) => [row, second?.results[index]]));
  const results = rows.map((row, index) => (later.has(row) ? later.get(row) : first.results[index]));
  return { ...second, results };
}

/** @returns false when the signal ended it */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch (error) {
    if (isEndOf(signal, error)) return false;
    throw error;
  }
}

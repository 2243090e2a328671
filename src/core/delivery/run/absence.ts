import { setTimeout as sleep } from 'node:timers/promises';
import type { Contact } from '../../contact';
import type { Failure } from '../failure';
import { lookOnce, type LookPorts, type StreamLookUp } from './lookUp';
import type { ImportRow } from './outcome';
import type { OpenRequest } from './past';
import type { RetryPolicy } from './ports';
import { unreadable } from './readContacts';
import { isEndOf } from './retry';

/** What is known of rows that may have been stored. Those in neither are as unknown as before. */
export interface Findings {
  readonly present: ReadonlyMap<ImportRow, Contact>;
  /** Rows that were proven not to be there. */
  readonly absent: ReadonlySet<ImportRow>;
  /** Why the list could not be read, unless that is the user's wish. */
  readonly failure?: Failure;
}

/** What finding out needs beside looking. */
export interface AbsencePorts extends LookPorts {
  readonly policy: Pick<RetryPolicy, 'settleMs' | 'betweenLooksMs' | 'mostSettleMs'>;
  /** Ends the waiting. */
  readonly stop: AbortSignal;
  /** Takes each look, to write down what it showed before the next one. */
  readonly looked: (look: StreamLookUp) => Promise<void>;
}

/** How many looks may fail to see all of the list: one while the stream is still at work, and one more. */
const mostVainLooks = 2;

/**
 * Finds out which rows of some requests are on the stream. One that is not there now may appear later, for a stream that
 * gave no answer may still be at work; so its absence must be proven, see {@link Watched}. That takes several looks, and
 * as much waiting as there is patience for: what is not proven by then stays unknown.
 */
export async function findOut(requests: readonly OpenRequest[], ports: AbsencePorts): Promise<Findings> {
  const begun = Date.now();
  const watched = requests.map((request) => new Watched(request, ports.policy, begun));
  const present = new Map<ImportRow, Contact>();
  let failure: Failure | undefined;
  // Where all were missed before, and the time for it has not come, a look now would prove nothing.
  const first = watched.map((one) => one.nextLook(present));
  if (
    requests.every(({ look }) => look) &&
    !(await pauseUntil(Math.max(...first.map((at = 0) => at)), ports))
  )
    return { present, absent: new Set() };
  for (let vain = 0; ;) {
    const look = await lookOnce(requests, ports);
    for (const [row, contact] of look.found) if (!present.has(row)) present.set(row, contact);
    await ports.looked(look);
    for (const one of watched) one.see(look);
    failure = look.failure;
    if (look.missing === undefined && (failure !== unreadable || ++vain === mostVainLooks)) break;
    const nextLooks = watched.flatMap((one) => one.nextLook(present) ?? []);
    if (nextLooks.length === 0 || !(await pauseUntil(Math.max(...nextLooks), ports))) break;
  }
  const absent = new Set(watched.flatMap((one) => one.absent(present)));
  return { present, absent, ...(failure && { failure }) };
}

/**
 * A request whose rows are looked for. A row is absent if it is missing in a look that began late enough after the
 * request's end (`settleMs`, or twice as long as the request took), and looks for some time before (`betweenLooksMs`)
 * missed the very same rows of the request: while they still appear, more of them may.
 */
class Watched {
  private missing: ReadonlySet<ImportRow> | undefined;
  /** Since when every look has missed the same. */
  private missedSince: number;
  private isProven = false;
  private readonly due: number;
  private readonly latest: number;

  constructor(
    private readonly request: OpenRequest,
    private readonly policy: AbsencePorts['policy'],
    begun: number,
  ) {
    const { time, look } = request;
    const { startedAt, endedAt } = time;
    const { settleMs, mostSettleMs } = policy;
    const twice = startedAt === undefined ? mostSettleMs : 2 * (endedAt - startedAt);
    this.due = endedAt + Math.max(settleMs, twice);
    this.latest = Math.max(endedAt, begun) + mostSettleMs;
    this.missing = look?.missing;
    this.missedSince = look?.began ?? 0;
  }

  /** Takes in the next look. */
  see({ began, missing }: StreamLookUp): void {
    this.isProven = false;
    if (missing === undefined) return;
    const own = new Set(this.request.rows.filter((row) => missing.has(row)));
    if (!isSame(own, this.missing)) [this.missing, this.missedSince] = [own, began];
    this.isProven = began >= this.due && began - this.missedSince >= this.policy.betweenLooksMs;
  }

  /** When another look would prove more, in ms since 1970; `undefined` if none would, or there is no patience for it. */
  nextLook(present: ReadonlyMap<ImportRow, Contact>): number | undefined {
    const isOpen = this.missing?.size !== 0 && this.request.rows.some((row) => !present.has(row));
    const at = Math.max(this.due, this.missedSince + this.policy.betweenLooksMs);
    return isOpen && !this.isProven && at <= this.latest ? at : undefined;
  }

  absent(present: ReadonlyMap<ImportRow, Contact>): readonly ImportRow[] {
    return this.isProven ? [...(this.missing ?? [])].filter((row) => !present.has(row)) : [];
  }
}

function isSame(one: ReadonlySet<ImportRow>, other: ReadonlySet<ImportRow> | undefined): boolean {
  return one.size === other?.size && [...one].every((row) => other.has(row));
}

/** @returns false when the signal ended it */
async function pauseUntil(moment: number, { stop, watch }: AbsencePorts): Promise<boolean> {
  const left = () => Math.max(0, moment - Date.now());
  let ms = left();
  if (ms > 0) watch({ kind: 'settling', ms });
  try {
    // Node.js may wake a millisecond before the clock has come so far: that look would prove nothing.
    do await sleep(ms, undefined, { signal: stop });
    while ((ms = left()) > 0);
    return true;
  } catch (error) {
    if (isEndOf(stop, error)) return false;
    throw error;
  }
}

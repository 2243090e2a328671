import type { Outcome } from '../run/outcome';
import type { RequestTime, RowPast } from '../run/past';

/** Outcomes of rows that may be on the stream all the same. */
const openAfterSending: ReadonlySet<Outcome> = new Set(['unknown', 'absent', 'notReturned', 'refused']);

/** What a ledger tells of the requests with which rows left, as far as their outcome is still open. */
export class PastRequests {
  /** By place: which of {@link pasts} is the row's, counted from 1; 0 for none. A `Map` stands still when it grows. */
  private readonly pastOf: Uint32Array;
  private readonly pasts: RowPast[] = [];
  /** Requests that are over, of which it is not known since when. */
  private readonly endless: { endedAt: number }[] = [];
  /** The request that is on its way. */
  private pending: { readonly places: readonly number[]; readonly startedAt: number | undefined } | undefined;

  /** @param rows how many places there are */
  constructor(rows: number) {
    this.pastOf = new Uint32Array(rows);
  }

  /** These rows leave. */
  send(places: readonly number[], at: string | undefined): void {
    this.pending = { places, startedAt: timeOf(at) };
    for (const place of places) this.pastOf[place] = 0;
  }

  /** That became of rows. `at`: when the request was over that brought it out; `ms`: how long it took. */
  settle(places: readonly number[], outcomes: readonly Outcome[], at?: string, ms?: number): void {
    this.pending = undefined;
    const endedAt = timeOf(at);
    let past: number | undefined;
    for (const [index, place] of places.entries()) {
      const outcome = outcomes[index] ?? 'unknown';
      if (!openAfterSending.has(outcome)) this.pastOf[place] = 0;
      // What a look brought out has left with the request it left with.
      else if (endedAt !== undefined || this.pastOf[place] === 0) {
        past ??= this.keep({ request: this.requestThat(endedAt, ms) });
        this.pastOf[place] = past;
      }
    }
  }

  /** These rows may have left with requests of which nothing is known. */
  leaveOpen(places: readonly number[]): void {
    const past = this.keep({ request: this.requestThat(undefined, undefined) });
    for (const place of places) this.pastOf[place] = past;
  }

  /** A look that began then did not find these rows. */
  miss(places: readonly number[], at: string): void {
    const missedAt = timeOf(at);
    if (missedAt === undefined) return;
    const missed = new Map<RowPast, number>();
    for (const place of places) {
      const known = this.at(place);
      if (known === undefined) continue;
      const past = missed.get(known) ?? this.keep({ ...known, missedAt });
      missed.set(known, past);
      this.pastOf[place] = past;
    }
  }

  /** Whoever was at work on it has stopped, then at the latest. */
  stop(at: number): void {
    if (Number.isNaN(at)) return;
    for (const request of this.endless) request.endedAt = at;
    this.endless.length = 0;
    if (this.pending === undefined) return;
    const { places, startedAt } = this.pending;
    this.pending = undefined;
    const past = this.keep({ request: { endedAt: at, ...(startedAt !== undefined && { startedAt }) } });
    for (const place of places) this.pastOf[place] = past;
  }

  at(place: number): RowPast | undefined {
    return this.pasts[(this.pastOf[place] ?? 0) - 1];
  }

  private keep(past: RowPast): number {
    return this.pasts.push(past);
  }

  private requestThat(endedAt: number | undefined, ms: number | undefined): RequestTime {
    if (endedAt !== undefined) return { ...(ms !== undefined && { startedAt: endedAt - ms }), endedAt };
    const request = { endedAt: Infinity };
    this.endless.push(request);
    return request;
  }
}

function timeOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}

import type { Outcome } from '../run/outcome';
import { mostControls, type ImportPast, type RowPast } from '../run/past';
import {
  decodeOutcomes,
  decodePlaces,
  hashLength,
  namesPlacesBeyond,
  type Entry,
  type ImportEntry,
  type ToldOutcome,
} from './entries';
import { PlacedIds } from './placedIds';
import { PastRequests } from './pastRequests';

/** Outcomes after which something can still be done for a row: send it, again, or ask for it. */
export const openOutcomes: readonly Outcome[] = ['notSent', 'unknown', 'absent', 'refused'];

/** An import as its ledger tells it. */
export class ImportRecord implements ImportPast {
  /** By place: what is known of each row. */
  readonly outcomes: Outcome[];
  /** By place: ids of contacts that the import created. */
  readonly ids: PlacedIds;
  /** Whether it came to an end; if not, and no process is at work on it, it was killed. */
  ended = false;
  /** Whether the user wants to hear nothing more of what is left of it. */
  forgotten = false;
  /** The process that was at work on it last. */
  pid: number;
  /** Those that came last, twice {@link mostControls} at the most. */
  private readonly latest: string[] = [];
  /** Of all rows, one behind the other; zeros where a row is not written down. A million texts would take ten times as long. */
  private readonly hashes: Buffer;
  private readonly requests = new PastRequests();
  /** By place: 1 for a row that, if refused, was so by itself. */
  private readonly alone: Uint8Array;
  /** How many lines were taken in, and by place: the last of them that told of the row. */
  private lines = 0;
  private readonly toldBy: Uint32Array;
  /** How many had been when the last one that is lost came: what they told may have changed with it. */
  private doubtedFrom: number | undefined;
  /** Whether rows have left of which the ledger does not tell which they are: it is damaged. */
  isDamaged = false;

  constructor(readonly begun: ImportEntry) {
    this.outcomes = Array<Outcome>(begun.rows).fill('notSent');
    this.ids = new PlacedIds(begun.rows);
    this.hashes = Buffer.alloc(begun.rows * hashLength);
    this.alone = new Uint8Array(begun.rows);
    this.toldBy = new Uint32Array(begun.rows);
    this.pid = begun.pid;
  }

  /** Takes in what happened next. */
  add(entry: Entry): void {
    this.lines++;
    switch (entry.t) {
      case 'run':
        return;
      case 'rows':
        if (entry.from + entry.hashes.length / hashLength > this.begun.rows) this.isDamaged = true;
        if (entry.from < this.begun.rows) {
          const whole = entry.hashes.length - (entry.hashes.length % hashLength);
          this.hashes.write(entry.hashes, entry.from * hashLength, whole, 'latin1');
        }
        return;
      case 'send': {
        const places = this.placesOf(entry.rows);
        for (const place of places) {
          this.outcomes[place] = 'unknown';
          this.toldBy[place] = this.lines;
        }
        this.requests.send(places, entry.at);
        return;
      }
      case 'out': {
        const places = this.placesOf(entry.rows);
        const told = decodeOutcomes(entry.outcomes, places.length);
        const found = told.map((outcome) => (outcome === 'refusedAlone' ? 'refused' : outcome));
        const ids = entry.ids.values();
        this.requests.settle(places, found, entry.at, entry.ms);
        for (const [index, place] of places.entries()) {
          const outcome = found[index] ?? 'unknown';
          this.outcomes[place] = outcome;
          this.toldBy[place] = this.lines;
          // Ledgers of before had one word for both, but a request of one row has refused it by itself.
          this.alone[place] = Number(told[index] === 'refusedAlone' || places.length === 1);
          const id = outcome === 'created' ? ids.next().value : undefined;
          if (id === undefined) continue;
          this.ids.set(place, id);
          this.latest.push(id);
        }
        if (this.latest.length > 2 * mostControls) this.latest.splice(0, this.latest.length - mostControls);
        return;
      }
      case 'missed':
        this.requests.miss(decodePlaces(entry.rows, this.begun.rows), entry.at);
        return;
      case 'resume':
        this.requests.stop(Date.parse(entry.seen ?? entry.at));
        this.pid = entry.pid;
        this.ended = this.forgotten = false;
        return;
      case 'forget':
        this.forgotten = true;
        return;
      case 'end':
        this.requests.stop(Date.parse(entry.at));
        this.ended = true;
    }
  }

  /** A line of the ledger is lost: rows may have left by it, or gone on, or been told of. */
  doubt(): void {
    this.doubtedFrom = this.lines;
    this.ended = false;
  }

  /** All of the ledger was read: rows that may have left since they were last told of are unknown. */
  settleDoubt(): void {
    if (this.doubtedFrom === undefined) return;
    const places: number[] = [];
    for (const [place, outcome] of this.outcomes.entries())
      if (openOutcomes.includes(outcome) && (this.toldBy[place] ?? 0) <= this.doubtedFrom) places.push(place);
    for (const place of places) this.outcomes[place] = 'unknown';
    this.requests.leaveOpen(places);
    if (!places.every((place) => this.isNamed(place))) this.isDamaged = true;
  }

  /** All of the ledger was read. `seen`: the last sign of life in it, in ms since 1970: nothing is on its way since. */
  close(seen: number): void {
    this.requests.stop(seen);
  }

  /** What is known of the row at a place, and, if it was refused, how. */
  toldAt(place: number): ToldOutcome {
    const outcome = this.outcomes[place] ?? 'notSent';
    return outcome === 'refused' && this.alone[place] === 1 ? 'refusedAlone' : outcome;
  }

  pastAt(index: number): RowPast | undefined {
    return this.requests.at(index);
  }

  get created(): readonly string[] {
    return this.latest.slice(-mostControls);
  }

  /** The places of rows that leave or have left, which are named before they do. */
  private placesOf(text: string): readonly number[] {
    const places = decodePlaces(text, this.begun.rows);
    if (!places.every((place) => this.isNamed(place)) || namesPlacesBeyond(text, this.begun.rows))
      this.isDamaged = true;
    return places;
  }

  private isNamed(place: number): boolean {
    return Boolean(this.hashes[place * hashLength]);
  }

  /** The hash of the row at a place; empty when it was not written down, since the import did not come so far. */
  hashAt(place: number): string {
    const at = place * hashLength;
    return this.hashes[at] ? this.hashes.toString('latin1', at, at + hashLength) : '';
  }

  /** Writes the hash of the row at a place into bytes. @returns where it ends there; `at` when there is none */
  writeHash(place: number, bytes: Buffer, at: number): number {
    const start = place * hashLength;
    return this.hashes[start] ? at + this.hashes.copy(bytes, at, start, start + hashLength) : at;
  }

  /** Hashes of the rows that have one of these outcomes, as far as they were written down. */
  hashesOf(...wanted: readonly Outcome[]): ReadonlySet<string> {
    const hashes = new Set<string>();
    for (const [place, outcome] of this.outcomes.entries())
      if (wanted.includes(outcome)) hashes.add(this.hashAt(place));
    hashes.delete('');
    return hashes;
  }

  /** How many rows have each of these outcomes. */
  count(...wanted: readonly Outcome[]): number {
    let count = 0;
    for (const outcome of this.outcomes) if (wanted.includes(outcome)) count++;
    return count;
  }
}

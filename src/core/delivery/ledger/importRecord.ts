import { countsOf, type ToldCounts } from '../outcomeActions';
import type { MarkedOutcome, Outcome, RowNote } from '../run/outcome';
import { mostControls, type ImportPast, type RowPast } from '../run/past';
import { hashLength, type Entry, type ImportEntry } from './entries';
import {
  decodeNotes,
  decodeOutcomes,
  decodePlaces,
  namesPlacesBeyond,
  toldNotes,
  toldOutcomes,
  type EarlierOutcome,
  type ToldNote,
  type ToldOutcome,
} from './rowCodes';
import { pauseIfDue } from '../../files/slices';
import { HashSet, type Hashes } from './hashSet';
import { PlacedIds } from './placedIds';
import { PastRequests } from './pastRequests';

/** Outcomes after which something can still be done for a row: send it, again, or ask for it. */
export const openOutcomes: readonly Outcome[] = ['notSent', 'unknown', 'absent', 'refused'];

/** So many places are looked at between two pauses: a fraction of a millisecond. */
const placesAtOnce = 250;

/** Among the notes of {@link ImportRecord}. */
const otherName = toldNotes.indexOf('otherName') + 1;

/**
 * An import as its ledger tells it. What it holds of each row lies in typed arrays: a million objects or texts would be
 * gone through by V8 again and again, at a standstill.
 */
export class ImportRecord implements ImportPast {
  /** How many rows have each outcome. */
  readonly counts: Record<Outcome, number>;
  /** By place: ids of contacts that the import created. */
  readonly ids: PlacedIds;
  /** Whether it came to an end; if not, and no process is at work on it, it was killed. */
  ended = false;
  /** Whether the user wants to hear nothing more of what is left of it. */
  forgotten = false;
  /** The process that was at work on it last. */
  pid: number;
  /** Where the file is, as far as that is known. */
  fileUri: string;
  /** Whether rows have left of which the ledger does not tell which they are: it is damaged. */
  isDamaged = false;
  /** By place: which of {@link toldOutcomes} is known of the row. */
  private readonly told: Uint8Array;
  /** By place: which of {@link toldNotes} the row has, counted from 1; 0 for none. */
  private readonly notes: Uint8Array;
  /** Those that came last, twice {@link mostControls} at the most. */
  private readonly latest: string[] = [];
  /** Of all rows, one behind the other; zeros where a row is not written down. */
  private readonly hashes: Buffer;
  private readonly requests: PastRequests;
  /** How many lines were taken in, and by place: the last of them that told of the row. */
  private lines = 0;
  private readonly toldBy: Uint32Array;
  /** By number of the line: when that was, in ms since 1970, where it says so. */
  private readonly times = new Map<number, number>();
  /** How many had been when the last one that is lost came: what they told may have changed with it. */
  private doubtedFrom: number | undefined;

  constructor(readonly begun: ImportEntry) {
    const { rows, pid } = begun;
    this.counts = { ...countsOf([]), notSent: rows };
    this.told = new Uint8Array(rows).fill(toldOutcomes.indexOf('notSent'));
    this.notes = new Uint8Array(rows);
    this.ids = new PlacedIds(rows);
    this.hashes = Buffer.alloc(rows * hashLength);
    this.toldBy = new Uint32Array(rows);
    this.requests = new PastRequests(rows);
    this.pid = pid;
    this.fileUri = begun.file.uri;
  }

  /** Takes in what happened next. */
  add(entry: Entry): void {
    this.lines++;
    const at = entry.t === 'out' ? Date.parse(entry.at ?? '') : NaN;
    if (!Number.isNaN(at)) this.times.set(this.lines, at);
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
        for (const place of places) this.tell(place, 'unknown');
        this.requests.send(places, entry.at);
        return;
      }
      case 'out': {
        const places = this.placesOf(entry.rows);
        const told = decodeOutcomes(entry.outcomes, places.length);
        const notes = decodeNotes(entry.notes ?? '', places.length);
        const ids = entry.ids.values();
        for (const [index, place] of places.entries()) {
          const outcome = told[index] ?? 'unknown';
          this.tell(place, outcome, notes[index]);
          const id = outcome === 'created' ? ids.next().value : undefined;
          if (id === undefined) continue;
          this.ids.set(place, id);
          this.latest.push(id);
        }
        this.requests.settle(places, told.map(outcomeTold), entry.at, entry.ms);
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
      case 'file':
        this.fileUri = entry.uri;
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
    for (let place = 0; place < this.begun.rows; place++)
      if (openOutcomes.includes(this.outcomeAt(place)) && (this.toldBy[place] ?? 0) <= this.doubtedFrom)
        places.push(place);
    for (const place of places) this.tell(place, 'unknown');
    this.requests.leaveOpen(places);
    if (!places.every((place) => this.isNamed(place))) this.isDamaged = true;
  }

  /** All of the ledger was read. `seen`: the last sign of life in it, in ms since 1970: nothing is on its way since. */
  close(seen: number): void {
    this.requests.stop(seen);
  }

  /** What is known of the row at a place. */
  outcomeAt(place: number): Outcome {
    return outcomeTold(this.toldAt(place));
  }

  /** As {@link outcomeAt}, and, if it was refused, how. */
  toldAt(place: number): ToldOutcome {
    return toldOutcomes[this.told[place] ?? -1] ?? 'notSent';
  }

  /** As {@link outcomeAt}. */
  markAt(place: number): MarkedOutcome {
    const outcome = this.outcomeAt(place);
    return outcome === 'present' && this.notes[place] === otherName ? 'otherName' : outcome;
  }

  /** As {@link toldAt}, those under another name apart. */
  earlierAt(place: number): EarlierOutcome {
    return this.markAt(place) === 'otherName' ? 'otherName' : this.toldAt(place);
  }

  /** What is told of all rows. */
  get toldCounts(): ToldCounts {
    let otherNames = 0;
    for (const [place, note] of this.notes.entries())
      if (note === otherName && this.outcomeAt(place) === 'present') otherNames++;
    return { ...this.counts, otherNames };
  }

  /** What else was told of the row. */
  noteAt(place: number): RowNote | undefined {
    if (this.toldAt(place) === 'refused') return { kind: 'batch' };
    const kind = toldNotes[(this.notes[place] ?? 0) - 1];
    return kind && { kind };
  }

  /** When what became of the row was found out, in ms since 1970; `undefined` when that was not written down. */
  toldWhen(place: number): number | undefined {
    return this.times.get(this.toldBy[place] ?? 0);
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

  /** Hashes of the rows that have one of these outcomes, as far as they were written down; in slices. */
  async hashesOf(...wanted: readonly Outcome[]): Promise<Hashes> {
    const hashes = new HashSet();
    for (let place = 0; place < this.begun.rows; place++) {
      if (place % placesAtOnce === 0) await pauseIfDue();
      if (wanted.includes(this.outcomeAt(place)) && this.isNamed(place)) hashes.add(this.hashAt(place));
    }
    return hashes;
  }

  /** How many rows have one of these outcomes. */
  count(...wanted: readonly Outcome[]): number {
    return wanted.reduce((sum, outcome) => sum + this.counts[outcome], 0);
  }

  /** Whether rows are refused that were so only with all of their request: which of these were at fault is open. */
  get hasRefusedWhole(): boolean {
    return this.told.includes(toldOutcomes.indexOf('refused'));
  }

  /** Whether certainly no row has ever left, or nothing came of it. */
  get hasNeverLeft(): boolean {
    return !this.isDamaged && this.counts.notSent === this.begun.rows;
  }

  private tell(place: number, outcome: ToldOutcome, note?: ToldNote): void {
    this.counts[this.outcomeAt(place)]--;
    this.counts[outcomeTold(outcome)]++;
    this.told[place] = toldOutcomes.indexOf(outcome);
    this.notes[place] = note === undefined ? 0 : toldNotes.indexOf(note) + 1;
    this.toldBy[place] = this.lines;
  }
}

function outcomeTold(told: ToldOutcome): Outcome {
  return told === 'refusedAlone' ? 'refused' : told;
}

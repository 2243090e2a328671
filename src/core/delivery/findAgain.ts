import { standingOf, type Contact } from '../contact';
import { pauseIfDue } from '../files/slices';
import type { Answer, Failure } from './failure';
import type { ContactPage } from './contactPage';
import type { PageRequest } from './endpoint';
import { numberIn } from './ledger/entries';
import type { Hasher } from './ledger/hasher';
import type { ImportRecord } from './ledger/importRecord';
import type { Activity } from './run/ports';
import type { Controls } from './run/listProof';
import { readContacts, unreadable } from './run/readContacts';

/** So many places are looked at between two pauses: a fraction of a millisecond. */
const placesAtOnce = 1_000;

/**
 * Why no more was found. `declined`: by who was asked before most of the list was read. `notWhole`: the list contradicts
 * itself, ends early, or is another one, so that what was not found may be there. `failed`: it could not be read on.
 */
export type FindingEnd =
  | { readonly why: 'done' | 'declined' | 'cancelled' | 'notWhole' }
  | { readonly why: 'failed'; readonly failure: Failure };

/** What of an import's rows was found on the stream. */
export interface FoundAgain {
  /** By place in the import. */
  readonly contacts: ReadonlyMap<number, Contact>;
  /** Places of rows that are not there: the whole list was read. */
  readonly gone: ReadonlySet<number>;
  readonly end: FindingEnd;
}

/** What is asked before most of a list is read: by then its first page was, which tells how long the list and a page are. */
export interface LongRead {
  /** How many rows are looked for. */
  readonly rows: number;
  /** How many contacts the stream has, and how many more requests these take; `undefined` where it does not tell. */
  readonly contacts: number | undefined;
  readonly reads: number | undefined;
}

/** What finding needs of the stream and of the user. */
export interface FindingPorts {
  /** Reads a page; `undefined` when the user was faster. */
  readonly read: (page: PageRequest) => Promise<Answer<ContactPage> | undefined>;
  /** Aborted when the user has had enough. */
  readonly cancelled: AbortSignal;
  /** Ids of contacts that earlier imports have created on the stream, this one among them. */
  readonly known: Controls['some'];
  readonly confirm: (look: LongRead) => Promise<boolean>;
  readonly watch: (activity: Activity) => void;
  /** Is told how many rows have been found by now. */
  readonly advance: (found: number) => void;
}

/**
 * Which of an import's rows can be found again among the stream's contacts: created ones by the ids of their contacts,
 * others that have left by the hashes of their numbers, which only the key tells with which these were made.
 * @param places those of which no more than the outcome is known
 * @param key that of the hasher in use
 */
export function placesToFind(record: ImportRecord, places: Iterable<number>, key: string): readonly number[] {
  const hasKey = record.begun.key === key;
  return Array.from(places).filter((place) => {
    if (record.outcomeAt(place) === 'notSent') return false;
    return record.ids.get(place) !== undefined || (hasKey && record.hashAt(place) !== '');
  });
}

/**
 * Reads the stream's contacts and finds rows of an import among them, after asking. Nothing is written down.
 * @param places as {@link placesToFind} gives them
 */
export async function findAgain(
  record: ImportRecord,
  places: readonly number[],
  hasher: Pick<Hasher, 'number'>,
  { read: readPage, cancelled, known, confirm, watch, advance }: FindingPorts,
): Promise<FoundAgain> {
  const rows = await SoughtRows.of(record, places, hasher);
  let total: number | undefined;
  let read = 0;
  let hasAgreed = undefined as boolean | undefined;
  // Nobody is to be told what was found who has not said yes.
  const tell = () => {
    if (hasAgreed !== true) return;
    advance(rows.found.size);
    watch({ kind: 'reading', contacts: read, ...(total !== undefined && { total }) });
  };
  const reading = await readContacts({
    read: readPage,
    // Anybody may have deleted what this import created; but a list with nothing of what was ever created is another one.
    controls: { all: new Set(), some: known },
    goOn: async (reads) => {
      hasAgreed = await confirm({ rows: places.length, contacts: total, reads });
      tell();
      return hasAgreed && !rows.foundAll;
    },
    see: (contacts, soFar, all) => {
      [read, total] = [soFar, all];
      rows.see(contacts);
      tell();
      return hasAgreed === true && rows.foundAll;
    },
  });
  const end = ((): FindingEnd => {
    if (hasAgreed === false) return { why: 'declined' };
    if (reading.isWhole || rows.foundAll) return { why: 'done' };
    if (cancelled.aborted) return { why: 'cancelled' };
    if (reading.failure === unreadable) return { why: 'notWhole' };
    return reading.failure ? { why: 'failed', failure: reading.failure } : { why: 'cancelled' };
  })();
  const isGone = (place: number) => end.why === 'done' && !rows.found.has(place);
  return { contacts: hasAgreed === true ? rows.found : new Map(), gone: new Set(places.filter(isGone)), end };
}

/** Rows that are looked for, by what their ledger knows of them. */
class SoughtRows {
  readonly found = new Map<number, Contact>();
  private readonly byId = new Map<string, number>();
  private readonly byNumber = new Map<string, number[]>();

  private constructor(
    private readonly count: number,
    private readonly hasher: Pick<Hasher, 'number'>,
  ) {}

  /** Makes them ready, in slices. */
  static async of(
    record: ImportRecord,
    places: readonly number[],
    hasher: Pick<Hasher, 'number'>,
  ): Promise<SoughtRows> {
    const rows = new SoughtRows(places.length, hasher);
    for (const [index, place] of places.entries()) {
      if (index % placesAtOnce === 0) await pauseIfDue();
      const id = record.ids.get(place);
      if (id === undefined) rows.addNumber(numberIn(record.hashAt(place)), place);
      else rows.byId.set(id, place);
    }
    return rows;
  }

  get foundAll(): boolean {
    return this.found.size === this.count;
  }

  see(contacts: readonly Contact[]): void {
    for (const contact of contacts) {
      const own = this.byId.get(contact.id);
      if (own !== undefined) this.found.set(own, contact);
      // A deleted contact is nobody's any more; but what the import itself created is shown with its status.
      if (this.byNumber.size === 0 || standingOf(contact) !== 'active') continue;
      for (const place of this.byNumber.get(this.hasher.number(contact) ?? '') ?? [])
        if (!this.found.has(place)) this.found.set(place, contact);
    }
  }

  private addNumber(number: string, place: number): void {
    const known = this.byNumber.get(number);
    if (known) known.push(place);
    else this.byNumber.set(number, [place]);
  }
}

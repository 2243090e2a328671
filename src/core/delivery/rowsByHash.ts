import { numberIn } from './ledger/entries';
import type { Hasher } from './ledger/hasher';
import { HashSet, type Hashes } from './ledger/hashSet';
import { HashTable } from './ledger/hashTable';
import type { ImportRecord } from './ledger/importRecord';
import { pauseIfDue } from '../files/slices';
import type { ImportRow } from './run/outcome';
import { inSlices, type ImportSource } from './source/source';

/** Hashes of all rows of a source. */
export async function hashesOf(
  source: Pick<ImportSource, 'groups'>,
  hasher: Pick<Hasher, 'row'>,
): Promise<Hashes> {
  const hashes = new HashSet();
  for await (const rows of inSlices(source.groups()))
    for (const { values } of rows) hashes.add(hasher.row(values));
  return hashes;
}

/** So many places are looked at between two pauses: a fraction of a millisecond. */
const placesAtOnce = 1_000;

/**
 * Finds the rows of an import in a file, which may have changed since: by their hashes, wherever they are now. Of rows
 * that are alike each stands for one of the import's, in order. A row that was edited is found by its number, once all that
 * were not are found.
 */
export class RowsByHash {
  private readonly places: PlaceLists;
  /** By number: the places of rows that were not found by all of their values. */
  private others: PlaceLists | undefined;
  /** Numbers that several of those rows have, and among these, those of rows with different outcomes. */
  private readonly shared = new Set<string>();
  private readonly mixed = new Set<string>();
  /** By place: 0 where the row has been found, 1 where it can be, 2 where its hash was not written down. */
  private readonly left: Uint8Array;
  /** How many rows of the import have not been found yet. */
  missing = 0;

  private constructor(
    private readonly record: ImportRecord,
    private readonly hasher: Pick<Hasher, 'row'>,
  ) {
    this.places = new PlaceLists(record.begun.rows);
    this.left = new Uint8Array(record.begun.rows).fill(2);
  }

  /** Makes one, in slices. */
  static async of(record: ImportRecord, hasher: Pick<Hasher, 'row'>): Promise<RowsByHash> {
    const rows = new RowsByHash(record, hasher);
    for (let place = record.begun.rows - 1; place >= 0; place--) {
      if (place % placesAtOnce === 0) await pauseIfDue();
      const hash = record.hashAt(place);
      if (hash === '') continue;
      rows.missing++;
      rows.left[place] = 1;
      rows.places.push(hash, place);
    }
    return rows;
  }

  /** The row as one of the import, with its place there; `undefined` when it is none of them. Each row once, in order. */
  readonly take = (row: ImportRow): ImportRow | undefined =>
    this.found(row, this.places.take(this.hasher.row(row.values)));

  /** Makes {@link takeEdited} possible, after all that {@link take} finds; in slices. */
  async prepareEdited(): Promise<void> {
    const { record, left } = this;
    const others = new PlaceLists(left.length);
    const oneOf = new HashTable();
    for (let place = left.length - 1; place >= 0; place--) {
      if (place % placesAtOnce === 0) await pauseIfDue();
      if (left[place] !== 1) continue;
      const number = numberIn(record.hashAt(place));
      const told = record.toldAt(place);
      const other = oneOf.get(number);
      if (other === undefined) oneOf.set(number, place);
      else {
        this.shared.add(number);
        if (record.toldAt(other) !== told) this.mixed.add(number);
      }
      if (told !== 'refusedAlone') others.push(number, place);
    }
    this.others = others;
  }

  /**
   * The row as one of the import that had its number and other values; `undefined` when there is none left, or it could as
   * well be another one, with another outcome. One that was refused by itself is not looked for: what was mended is new.
   * To be asked of those that {@link take} did not find.
   */
  readonly takeEdited = (row: ImportRow): ImportRow | undefined => {
    const number = numberIn(this.hasher.row(row.values));
    return this.mixed.has(number) ? undefined : this.found(row, this.others?.take(number));
  };

  /** Whether a row that {@link takeEdited} gives may be another one with the same number and outcome. */
  isShared({ values }: Pick<ImportRow, 'values'>): boolean {
    return this.shared.has(numberIn(this.hasher.row(values)));
  }

  /** Places of rows that were not found, those without a hash too; in slices. */
  async *placesLeft(): AsyncGenerator<number> {
    for (let place = 0; place < this.left.length; place++) {
      if (place % placesAtOnce === 0) await pauseIfDue();
      if (this.left[place] !== 0) yield place;
    }
  }

  private found(row: ImportRow, index: number | undefined): ImportRow | undefined {
    if (index === undefined) return undefined;
    this.missing--;
    this.left[index] = 0;
    return { ...row, index };
  }
}

/** Places under hashes, the one that came last first: of a million without an object for each. */
export class PlaceLists {
  /** The first place, counted from 1; 0 where all have been taken. */
  private readonly first = new HashTable();
  /** By place: the next one under the same hash, counted from 1; 0 behind the last. */
  private readonly next: Uint32Array;

  /** @param places how many there are */
  constructor(places: number) {
    this.next = new Uint32Array(places);
  }

  push(hash: string, place: number): void {
    this.next[place] = this.first.get(hash) ?? 0;
    this.first.set(hash, place + 1);
  }

  take(hash: string): number | undefined {
    const place = (this.first.get(hash) ?? 0) - 1;
    if (place < 0) return undefined;
    this.first.set(hash, this.next[place] ?? 0);
    return place;
  }
}

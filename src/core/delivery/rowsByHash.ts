import { numberIn } from './ledger/entries';
import type { Hasher } from './ledger/hasher';
import { HashSet, type Hashes } from './ledger/hashSet';
import type { ImportRecord } from './ledger/importRecord';
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

/**
 * Finds the rows of an import in a file, which may have changed since: by their hashes, wherever they are now. Of rows
 * that are alike each stands for one of the import's, in order. A row that was edited is found by its number, once all that
 * were not are found.
 */
export class RowsByHash {
  private readonly places = new Map<string, number[]>();
  /** By number: the places of rows that were not found by all of their values. */
  private others: Map<string, number[]> | undefined;
  /** How many rows of the import have not been found yet. */
  missing = 0;

  constructor(
    private readonly record: ImportRecord,
    private readonly hasher: Pick<Hasher, 'row'>,
  ) {
    for (let place = record.begun.rows - 1; place >= 0; place--) {
      const hash = record.hashAt(place);
      if (hash === '') continue;
      this.missing++;
      const known = this.places.get(hash);
      if (known) known.push(place);
      else this.places.set(hash, [place]);
    }
  }

  /** The row as one of the import, with its place there; `undefined` when it is none of them. Each row once, in order. */
  readonly take = (row: ImportRow): ImportRow | undefined => {
    const index = this.places.get(this.hasher.row(row.values))?.pop();
    if (index === undefined) return undefined;
    this.missing--;
    return { ...row, index };
  };

  /**
   * The row as one of the import that had its number and other values; `undefined` when there is none left. One that was
   * refused by itself is not looked for: what was mended is new. To be asked of those that {@link take} did not find, after all.
   */
  readonly takeEdited = (row: ImportRow): ImportRow | undefined => {
    this.others ??= this.byNumber();
    const index = this.others.get(numberIn(this.hasher.row(row.values)))?.shift();
    if (index === undefined) return undefined;
    this.missing--;
    return { ...row, index };
  };

  private byNumber(): Map<string, number[]> {
    const others = new Map<string, number[]>();
    const left = [...this.places.values()].flat().sort((a, b) => a - b);
    for (const place of left) {
      if (this.record.toldAt(place) === 'refusedAlone') continue;
      const number = numberIn(this.record.hashAt(place));
      others.set(number, [...(others.get(number) ?? []), place]);
    }
    return others;
  }
}

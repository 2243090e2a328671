import { isOnStream, type EarlierRow, type EarlierRows } from './earlierRows';
import { numberIn } from './entries';
import { HashTable } from './hashTable';

/** What is told of a row. */
export interface FoundPast {
  readonly told: EarlierRow;
  /** Whether it is told of a row of the same number that had other values, which was edited since. */
  readonly isEdited: boolean;
}

/**
 * Finds what earlier imports tell of the rows of one file, one after the other. A row that is not told of by all of its
 * values takes what is told of one of its number, as long as no row of the file has that one's values, and no row before
 * has taken it: a number may belong to several people.
 */
export class PastFinder {
  /** By number: how many rows have taken what is told of another one. */
  private readonly taken = new HashTable();

  constructor(private readonly earlier: Pick<EarlierRows, 'at' | 'othersOf'>) {}

  /** Of the next row. @param hash as `Hasher.row` makes it */
  next(hash: string): FoundPast | undefined {
    const exact = this.earlier.at(hash);
    if (exact) return { told: exact, isEdited: false };
    const number = numberIn(hash);
    const taken = this.taken.get(number) ?? 0;
    const told = this.earlier.othersOf(hash)[taken];
    if (told === undefined) return undefined;
    this.taken.set(number, taken + 1);
    if (!isOnStream(told)) return { told, isEdited: true };
    // The name that it has now is not the one that was compared.
    const { is, at } = told;
    return { told: { is, ...(at !== undefined && { at }) }, isEdited: true };
  }
}

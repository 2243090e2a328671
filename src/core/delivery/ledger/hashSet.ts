import { HashTable } from './hashTable';

/** Hashes of rows or of their numbers, each once. */
export interface Hashes extends Iterable<string> {
  has(hash: string): boolean;
}

/** Millions of them, taken in without a standstill. */
export class HashSet implements Hashes {
  private readonly table = new HashTable();

  add(hash: string): void {
    this.table.set(hash, 0);
  }

  has(hash: string): boolean {
    return this.table.get(hash) !== undefined;
  }

  [Symbol.iterator](): Generator<string> {
    return this.table.keys();
  }
}

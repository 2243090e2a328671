import { entryBytes, fingerprint } from './extract';

const firstSlots = 2 ** 8;
/** Each fingerprint has its place in one of these, by its first six bits: none of their tables takes long to make. */
const shardCount = 64;
/** Fingerprints that are taken in between two pauses: far less than a millisecond. */
const idsAtOnce = 1_000;

/**
 * Ids of contacts, millions of them, by their fingerprints: 16 bytes each or less, where a text in a `Set` takes a
 * hundred. That two of five million ids are taken for each other is less likely than one in a hundred thousand.
 */
export class IdSet {
  private readonly shards = Array.from({ length: shardCount }, () => new Shard());

  /** Takes in an extract's ids. In steps, for `runInSlices`. */
  *addAll(entries: Buffer): Generator<undefined, undefined> {
    const step = entryBytes.ids;
    for (let at = 0; at < entries.length; at += step) {
      if (at % (idsAtOnce * step) === 0) yield;
      const first = entries.readUInt32LE(at);
      this.shardOf(first)?.add(first, entries.readUInt32LE(at + 4));
    }
  }

  get isEmpty(): boolean {
    return this.shards.every(({ isEmpty }) => isEmpty);
  }

  has(id: string): boolean {
    if (this.isEmpty) return false;
    const [first, second] = fingerprint(id);
    return this.shardOf(first)?.has(first, second) ?? false;
  }

  private shardOf(first: number): Shard | undefined {
    return this.shards[first >>> 26];
  }
}

class Shard {
  /** Open addressing: both halves of a fingerprint in each slot. A full table stays as it is, beside one twice its size. */
  private readonly tables: Uint32Array[] = [];
  private free = 0;

  get isEmpty(): boolean {
    return this.tables.length === 0;
  }

  has(first: number, second: number): boolean {
    return this.tables.some((table) => table[slotOf(table, first, second) + 1] !== 0);
  }

  add(first: number, second: number): void {
    if (this.free === 0) {
      const slots = firstSlots * 2 ** this.tables.length;
      this.tables.push(new Uint32Array(slots * 2));
      this.free = slots * 0.75;
    }
    const table = this.tables.at(-1);
    if (!table) return;
    const slot = slotOf(table, first, second);
    if (table[slot + 1] === 0) this.free--;
    table[slot] = first;
    table[slot + 1] = second;
  }
}

/** Where a fingerprint stands in a table, or would; the second half of an empty slot is 0. */
function slotOf(table: Uint32Array, first: number, second: number): number {
  // Its length is a power of two.
  const mask = table.length - 1;
  let slot = (first << 1) & mask;
  while (table[slot + 1] !== 0 && (table[slot] !== first || table[slot + 1] !== second)) {
    slot = (slot + 2) & mask;
  }
  return slot;
}

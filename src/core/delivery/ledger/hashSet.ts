/** So many maps hold the hashes, each those that begin alike: one of a million would stand still when it grows. */
const shardCount = 64;

/** Hashes of rows or of their numbers, each once. */
export interface Hashes extends Iterable<string> {
  has(hash: string): boolean;
}

/** What is known by hashes of a million rows, taken in without a standstill. */
export class ShardedMap<Value> {
  private readonly shards = Array.from({ length: shardCount }, () => new Map<string, Value>());

  get(hash: string): Value | undefined {
    return this.shardOf(hash)?.get(hash);
  }

  set(hash: string, value: Value): void {
    this.shardOf(hash)?.set(hash, value);
  }

  delete(hash: string): void {
    this.shardOf(hash)?.delete(hash);
  }

  *keys(): Generator<string> {
    for (const shard of this.shards) yield* shard.keys();
  }

  private shardOf(hash: string): Map<string, Value> | undefined {
    return this.shards[hash.charCodeAt(0) % shardCount];
  }
}

/** The same, of which only the hashes are known. */
export class HashSet implements Hashes {
  private readonly map = new ShardedMap<true>();

  add(hash: string): void {
    this.map.set(hash, true);
  }

  has(hash: string): boolean {
    return this.map.get(hash) === true;
  }

  [Symbol.iterator](): Generator<string> {
    return this.map.keys();
  }
}

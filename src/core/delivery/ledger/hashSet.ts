/** So many sets hold the hashes, each those that begin alike: one of a million would stand still when it grows. */
const shardCount = 64;

/** Hashes of rows or of their numbers, each once. */
export interface Hashes extends Iterable<string> {
  has(hash: string): boolean;
}

/** Hashes of a million rows, which are taken in without a standstill. */
export class HashSet implements Hashes {
  private readonly shards = Array.from({ length: shardCount }, () => new Set<string>());

  add(hash: string): void {
    this.shardOf(hash)?.add(hash);
  }

  has(hash: string): boolean {
    return this.shardOf(hash)?.has(hash) ?? false;
  }

  *[Symbol.iterator](): Generator<string> {
    for (const shard of this.shards) yield* shard;
  }

  private shardOf(hash: string): Set<string> | undefined {
    return this.shards[hash.charCodeAt(0) % shardCount];
  }
}

import { hashBytes, halfBytes, hashIn, writeHash } from './hashBytes';

/** So many tables hold the hashes: each grows by itself, in a fraction of a millisecond when there are millions. */
const shardCount = 256;
const firstSlots = 8;
/** A slot: the four words of a hash, and what is known by it, counted from 1; 0 in an empty slot. */
const slotWords = 5;

/** The hash in question. One for all, since making one takes longer than to look it up. */
const key = Buffer.alloc(hashBytes);
const words = new Uint32Array(key.buffer, key.byteOffset, hashBytes / 4);

/**
 * Numbers by hashes of rows, or by halves of them, millions of them: off V8's heap, which would go through that many texts
 * again and again, at a standstill, and without one when it grows.
 */
export class HashTable {
  private readonly shards: (Shard | undefined)[] = Array.from({ length: shardCount });

  get(hash: string): number | undefined {
    return this.shards[readKey(hash) >>> 24]?.get();
  }

  /** @param value below 2³² - 1 */
  set(hash: string, value: number): void {
    (this.shards[readKey(hash) >>> 24] ??= new Shard()).set(value);
  }

  /** How many hashes there are. */
  get size(): number {
    return this.shards.reduce((sum, shard) => sum + (shard?.used ?? 0), 0);
  }

  *keys(): Generator<string> {
    for (const shard of this.shards) if (shard) yield* shard.keys();
  }
}

/** Open addressing; what it is asked for is the hash in question. */
class Shard {
  used = 0;
  private slots = new Uint32Array(firstSlots * slotWords);

  get(): number | undefined {
    const known = this.slots[this.slot() + 4] ?? 0;
    return known === 0 ? undefined : known - 1;
  }

  set(value: number): void {
    let slot = this.slot();
    if (this.slots[slot + 4] === 0) {
      this.used++;
      if (this.used * slotWords > this.slots.length * 0.75) {
        this.grow();
        slot = this.slot();
      }
      this.slots.set(words, slot);
    }
    this.slots[slot + 4] = value + 1;
  }

  *keys(): Generator<string> {
    const { slots } = this;
    const bytes = Buffer.from(slots.buffer);
    for (let slot = 0; slot < slots.length; slot += slotWords)
      if (slots[slot + 4] !== 0) yield hashIn(bytes, slot * 4);
  }

  private grow(): void {
    const [asked, smaller] = [words.slice(), this.slots];
    this.slots = new Uint32Array(smaller.length * 2);
    for (let at = 0; at < smaller.length; at += slotWords) {
      if (smaller[at + 4] === 0) continue;
      words.set(smaller.subarray(at, at + 4));
      this.slots.set(smaller.subarray(at, at + slotWords), this.slot());
    }
    words.set(asked);
  }

  /** Where the hash stands, or would. */
  private slot(): number {
    const { slots } = this;
    const [first, second, third, fourth] = words;
    // How many there are is a power of two.
    const mask = slots.length / slotWords - 1;
    for (let index = mixed() & mask; ; index = (index + 1) & mask) {
      const at = index * slotWords;
      if (slots[at + 4] === 0) return at;
      if (
        slots[at] === first &&
        slots[at + 1] === second &&
        slots[at + 2] === third &&
        slots[at + 3] === fourth
      )
        return at;
    }
  }
}

/** Makes a hash, or a half of one, the one in question. @returns 32 bits of all of it */
function readKey(hash: string): number {
  if (writeHash(hash, key, 0) === halfBytes) key.fill(0, halfBytes);
  return mixed();
}

function mixed(): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = words;
  const sum =
    Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b) ^ (third + Math.imul(fourth, 0xc2b2ae35));
  return (sum ^ (sum >>> 15)) >>> 0;
}

import { hashBytes, halfBytes, hashIn, writeHash } from './hashBytes';

/** So many tables hold the hashes: each grows by itself, in a fraction of a millisecond when there are millions. */
const shardCount = 256;
const firstSlots = 8;
/** At most this part of the slots is in use. */
const mostUsed = 0.75;
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
    const slot = this.slot();
    if (this.slots[slot + 4] !== 0) this.slots[slot + 4] = value + 1;
    else if ((this.used + 1) * slotWords <= this.slots.length * mostUsed) this.put(slot, value + 1);
    else {
      this.grow();
      this.put(this.slot(), value + 1);
    }
  }

  *keys(): Generator<string> {
    const { slots } = this;
    const bytes = Buffer.from(slots.buffer);
    for (let slot = 0; slot < slots.length; slot += slotWords)
      if (slots[slot + 4] !== 0) yield hashIn(bytes, slot * 4);
  }

  private put(slot: number, value: number): void {
    this.used++;
    for (let word = 0; word < 4; word++) this.slots[slot + word] = words[word] ?? 0;
    this.slots[slot + 4] = value;
  }

  private grow(): void {
    const [asked, smaller] = [words.slice(), this.slots];
    this.slots = new Uint32Array(smaller.length * 2);
    this.used = 0;
    for (let at = 0; at < smaller.length; at += slotWords) {
      const value = smaller[at + 4] ?? 0;
      if (value === 0) continue;
      for (let word = 0; word < 4; word++) words[word] = smaller[at + word] ?? 0;
      this.put(this.slot(), value);
    }
    words.set(asked);
  }

  /** Where the hash stands, or would. */
  private slot(): number {
    const { slots } = this;
    // How many there are is a power of two.
    const mask = slots.length / slotWords - 1;
    for (let index = mixed() & mask; ; index = (index + 1) & mask) {
      const at = index * slotWords;
      if (slots[at + 4] === 0 || isAt(slots, at)) return at;
    }
  }
}

function isAt(slots: Uint32Array, at: number): boolean {
  return (
    slots[at] === words[0] &&
    slots[at + 1] === words[1] &&
    slots[at + 2] === words[2] &&
    slots[at + 3] === words[3]
  );
}

/** Makes a hash, or a half of one, the one in question. @returns 32 bits of all of it */
function readKey(hash: string): number {
  if (writeHash(hash, key, 0) === halfBytes) key.fill(0, halfBytes);
  return mixed();
}

function mixed(): number {
  const first = (words[0] ?? 0) ^ Math.imul(words[1] ?? 0, 0x9e3779b1);
  const second = (words[2] ?? 0) + Math.imul(words[3] ?? 0, 0xc2b2ae35);
  const sum = Math.imul(first, 0x85ebca6b) ^ second;
  return (sum ^ (sum >>> 15)) >>> 0;
}

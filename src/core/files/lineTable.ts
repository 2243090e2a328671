/** As many as 8 bits tell apart. */
const partCount = 256;
/** A part that is fuller than this takes more of its slots in use, and how many more. */
const fullest = 0.9;
const growth = 1.25;
const fewestSlots = 64;

/**
 * A line for each of many million numbers: a hash table with open addressing, of 12 bytes a slot, in parts that grow
 * one at a time. The arrays are as long as they may ever have to be, of which the system spends memory only on what is
 * used, the first slots of each part: nothing is thrown away in growing.
 */
export class LineTable {
  /** 0 in a free slot. */
  private readonly keys: Float64Array;
  private readonly lines: Uint32Array;
  /** How many slots of each part are in use, and how many keys are in them. */
  private readonly sizes: Uint32Array;
  private readonly counts = new Uint32Array(partCount);

  private readonly partSlots: number;

  /** @param room about how many keys it must be able to hold */
  constructor(room: number) {
    const partSlots = Math.max(fewestSlots, Math.ceil(room / partCount / fullest));
    this.partSlots = partSlots;
    this.keys = new Float64Array(partSlots * partCount);
    this.lines = new Uint32Array(partSlots * partCount);
    // Different ones, or all parts would grow at the same time.
    this.sizes = Uint32Array.from({ length: partCount }, (_, part) =>
      Math.min(partSlots, fewestSlots * growth ** (part / partCount)),
    );
  }

  /** @param key a whole number from 1 to 2⁵³ */
  get(key: number): number | undefined {
    const slot = this.slotOf(key, hashOf(key));
    return this.keys[slot] === key ? this.lines[slot] : undefined;
  }

  /**
   * Adds a key that is not there.
   * @returns false when there is no room for it
   */
  add(key: number, line: number): boolean {
    const hash = hashOf(key);
    const part = hash & 0xff;
    const count = this.counts[part] ?? 0;
    if (count >= (this.sizes[part] ?? 0) * fullest && !this.grow(part)) return false;
    this.put(key, hash, line);
    this.counts[part] = count + 1;
    return true;
  }

  private put(key: number, hash: number, line: number): void {
    const slot = this.slotOf(key, hash);
    this.keys[slot] = key;
    this.lines[slot] = line;
  }

  /** The slot that has the key, or the free one where it belongs. */
  private slotOf(key: number, hash: number): number {
    const { keys } = this;
    const part = hash & 0xff;
    const start = part * this.partSlots;
    const end = start + (this.sizes[part] ?? 0);
    let slot = start + ((hash >>> 8) % (end - start));
    while (keys[slot] !== 0 && keys[slot] !== key) slot = slot + 1 < end ? slot + 1 : start;
    return slot;
  }

  private grow(part: number): boolean {
    const size = this.sizes[part] ?? 0;
    if (size === this.partSlots) return false;
    const start = part * this.partSlots;
    const keys = this.keys.slice(start, start + size);
    const lines = this.lines.slice(start, start + size);
    this.keys.fill(0, start, start + size);
    this.sizes[part] = Math.min(this.partSlots, Math.ceil(size * growth));
    for (let slot = 0; slot < size; slot++) {
      const key = keys[slot] ?? 0;
      if (key !== 0) this.put(key, hashOf(key), lines[slot] ?? 0);
    }
    return true;
  }
}

/** Spreads numbers that differ little over 32 bits. */
function hashOf(key: number): number {
  let hash = Math.imul(key >>> 0, 0x9e37_79b1) ^ Math.imul(Math.floor(key / 2 ** 32), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2_ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** What a slot holds that was never used, and one whose number is gone; above them, a place. */
const empty = 0;
const gone = 1;
const reserved = 2;
/** At most this part of the slots is in use, and this part of new ones. Fuller tables take longer to search. */
const mostUsed = 0.85;
const usedAtFirst = 0.7;
const fewestSlots = 1024;
const slotsBetweenPauses = 0x1000;

/**
 * Where numbers are, each in one place. An open-addressed hash table of five bytes a slot, which does not hold the
 * numbers but looks them up in their places: a `Map` of a million numbers takes more memory than the list they are of.
 */
export class CompactTable {
  private readonly slots: Uint32Array;
  /** Some bits of each number's hash, so that few places of other numbers are looked up. */
  private readonly hints: Uint8Array;
  private used = 0;
  private numbers = 0;

  /**
   * @param numberAt the number in a place; a place is below 2³² - 2
   * @param room for so many numbers
   */
  constructor(
    private readonly numberAt: (place: number) => number,
    room: number,
  ) {
    const length = Math.max(fewestSlots, Math.ceil(room / usedAtFirst));
    this.slots = new Uint32Array(length);
    this.hints = new Uint8Array(length);
  }

  /** How many numbers it holds. */
  get size(): number {
    return this.numbers;
  }

  /** A table with room for so many further numbers, made with pauses if it is another one: until then this one must stay as it is. */
  *withRoomFor(more: number): Generator<undefined, CompactTable> {
    if (this.used + more <= this.slots.length * mostUsed) return this;
    const larger = new CompactTable(this.numberAt, this.numbers + more);
    for (const [at, slot] of this.slots.entries()) {
      if (slot >= reserved) larger.add(this.numberAt(slot - reserved), slot - reserved);
      if (at % slotsBetweenPauses === 0) yield;
    }
    return larger;
  }

  /** The slot of a number; -1 when it is not here. */
  slotOf(number: number): number {
    const { slots, hints } = this;
    const hash = hashOf(number);
    for (let at = this.home(hash); ; at = at + 1 < slots.length ? at + 1 : 0) {
      const slot = slots[at] ?? empty;
      if (slot === empty) return -1;
      if (slot === gone || hints[at] !== (hash & 0xff)) continue;
      if (this.numberAt(slot - reserved) === number) return at;
    }
  }

  placeIn(slot: number): number {
    return (this.slots[slot] ?? reserved) - reserved;
  }

  remove(slot: number): void {
    this.slots[slot] = gone;
    this.numbers--;
  }

  /** Adds a number that is not here yet, for which there is room. */
  add(number: number, place: number): void {
    const { slots } = this;
    const hash = hashOf(number);
    let at = this.home(hash);
    while ((slots[at] ?? empty) >= reserved) at = at + 1 < slots.length ? at + 1 : 0;
    if (slots[at] === empty) this.used++;
    slots[at] = place + reserved;
    this.hints[at] = hash & 0xff;
    this.numbers++;
  }

  private home(hash: number): number {
    return Math.floor((hash / 2 ** 32) * this.slots.length);
  }
}

/** Spreads a number of up to 53 bits over 32. */
function hashOf(number: number): number {
  let hash = Math.imul((number | 0) ^ Math.imul(Math.floor(number / 2 ** 32), 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return (hash ^ (hash >>> 13)) >>> 0;
}

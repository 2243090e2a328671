/** Bytes that are made room for at a time. */
const blockBytes = 2 ** 20;

/**
 * Ids by place, as bytes: a million texts that live on would be copied by V8 again and again, at a standstill of up to a
 * twentieth of a second each time.
 */
export class PlacedIds implements Iterable<readonly [place: number, id: string]> {
  private readonly blocks: Buffer[] = [];
  private free = 0;
  /** By place: the number of its block from 1, 0 for a place without an id; where the id begins there, and its length. */
  private readonly blockOf: Uint16Array;
  private readonly startOf: Uint32Array;
  private readonly lengthOf: Uint32Array;
  private count = 0;

  /** @param places how many places there are */
  constructor(places: number) {
    this.blockOf = new Uint16Array(places);
    this.startOf = new Uint32Array(places);
    this.lengthOf = new Uint32Array(places);
  }

  /** How many places have one. */
  get size(): number {
    return this.count;
  }

  get(place: number): string | undefined {
    const start = this.startOf[place] ?? 0;
    return this.blocks[(this.blockOf[place] ?? 0) - 1]?.toString(
      'utf8',
      start,
      start + (this.lengthOf[place] ?? 0),
    );
  }

  set(place: number, id: string): void {
    const length = Buffer.byteLength(id);
    if (length > this.free) {
      this.free = Math.max(blockBytes, length);
      this.blocks.push(Buffer.allocUnsafe(this.free));
    }
    const block = this.blocks.at(-1) ?? Buffer.alloc(0);
    if (this.blockOf[place] === 0) this.count++;
    this.blockOf[place] = this.blocks.length;
    this.startOf[place] = block.length - this.free;
    this.lengthOf[place] = length;
    block.write(id, block.length - this.free);
    this.free -= length;
  }

  *[Symbol.iterator](): Generator<readonly [place: number, id: string]> {
    for (let place = 0; place < this.blockOf.length; place++) {
      const id = this.get(place);
      if (id !== undefined) yield [place, id];
    }
  }
}

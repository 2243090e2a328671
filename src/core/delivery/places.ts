/** What is known of some places of a list: a `Map`, or a {@link PlaceMap}. */
export type Places<Value> = Pick<ReadonlyMap<number, Value>, 'get' | 'has' | 'size' | typeof Symbol.iterator>;

/** Some places of a list: a `Set`, or a {@link PlaceSet}. */
export type SomePlaces = Pick<ReadonlySet<number>, 'has' | 'size' | typeof Symbol.iterator>;

/** Places that are kept together, as a power of two. */
const blockBits = 12;

/** A `Map` by place which may be of a million: one of V8's would stand still when it grows. */
export class PlaceMap<Value extends object | number> implements Places<Value> {
  private readonly blocks: (Value | undefined)[][] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  get(place: number): Value | undefined {
    return this.blocks[place >>> blockBits]?.[place & (2 ** blockBits - 1)];
  }

  has(place: number): boolean {
    return this.get(place) !== undefined;
  }

  set(place: number, value: Value): void {
    if (!this.has(place)) this.count++;
    (this.blocks[place >>> blockBits] ??= [])[place & (2 ** blockBits - 1)] = value;
  }

  *[Symbol.iterator](): MapIterator<[number, Value]> {
    for (const [block, values] of this.blocks.entries())
      for (const [index, value] of (values as typeof values | undefined)?.entries() ?? [])
        if (value !== undefined) yield [(block << blockBits) + index, value];
  }
}

/** A `Set` of places, a byte each. */
export class PlaceSet implements SomePlaces {
  private readonly isIn: Uint8Array;
  private count = 0;

  /** @param places how many there are */
  constructor(places: number) {
    this.isIn = new Uint8Array(places);
  }

  get size(): number {
    return this.count;
  }

  has(place: number): boolean {
    return this.isIn[place] === 1;
  }

  add(place: number): void {
    this.count += 1 - (this.isIn[place] ?? 1);
    this.isIn[place] = 1;
  }

  delete(place: number): void {
    this.count -= this.isIn[place] ?? 0;
    this.isIn[place] = 0;
  }

  *[Symbol.iterator](): SetIterator<number> {
    for (let place = this.isIn.indexOf(1); place >= 0; place = this.isIn.indexOf(1, place + 1)) yield place;
  }
}

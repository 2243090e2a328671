/** Ids by place. A `Map` would stand still for a twentieth of a second when it grows beyond half a million of them. */
export class PlacedIds implements Iterable<readonly [place: number, id: string]> {
  private readonly byPlace: (string | undefined)[];
  private count = 0;

  /** @param places how many places there are */
  constructor(places: number) {
    this.byPlace = Array<string | undefined>(places);
  }

  /** How many places have one. */
  get size(): number {
    return this.count;
  }

  get(place: number): string | undefined {
    return this.byPlace[place];
  }

  set(place: number, id: string): void {
    if (this.byPlace[place] === undefined) this.count++;
    this.byPlace[place] = id;
  }

  *[Symbol.iterator](): Generator<readonly [place: number, id: string]> {
    for (const [place, id] of this.byPlace.entries()) if (id !== undefined) yield [place, id];
  }
}

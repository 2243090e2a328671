/** A list of unsigned 32-bit integers that grows: four bytes a number, where an array of numbers takes eight. */
export class GrowingUint32Array {
  private items: Uint32Array;
  private count = 0;

  /** @param expected about how many items will come; only a wrong guess costs a copy. */
  constructor(expected: number) {
    this.items = new Uint32Array(Math.max(16, expected));
  }

  get length(): number {
    return this.count;
  }

  push(item: number): void {
    if (this.count === this.items.length) {
      const larger = new Uint32Array(this.items.length * 2);
      larger.set(this.items);
      this.items = larger;
    }
    this.items[this.count++] = item;
  }

  /** The items pushed so far, without the spare room. */
  finish(): Uint32Array {
    return this.items.slice(0, this.count);
  }
}

/** Which rows are selected, by their indices in the results: sorting leaves it as it is. */
export class Selection {
  readonly #rows = new Set<number>();
  /** Where a range begins: the row that was last selected by itself. */
  #anchor: number | undefined;

  get count(): number {
    return this.#rows.size;
  }

  has(row: number): boolean {
    return this.#rows.has(row);
  }

  /** The selected rows, in any order. */
  [Symbol.iterator](): IterableIterator<number> {
    return this.#rows.values();
  }

  /** Selects a row, or none, in place of all others. */
  only(row: number | undefined): void {
    this.#rows.clear();
    this.#anchor = row;
    if (row !== undefined) this.#rows.add(row);
  }

  /** Selects a row besides, or takes it out. */
  toggle(row: number): void {
    if (!this.#rows.delete(row)) this.#rows.add(row);
    this.#anchor = row;
  }

  /**
   * Selects from the row that was last selected by itself to another one, in place of all others.
   * @param view the rows as they are shown, in this order
   * @param from where the range begins when no such row is shown
   * @param adds keeps what is selected besides
   */
  extend(view: readonly number[], from: number, to: number, adds = false): void {
    const anchor = this.#anchor !== undefined && view.includes(this.#anchor) ? this.#anchor : from;
    const ends = [view.indexOf(anchor), view.indexOf(to)];
    if (!adds) this.#rows.clear();
    this.#anchor = anchor;
    for (let place = Math.min(...ends); place <= Math.max(...ends); place++) this.#add(view[place]);
  }

  /** Selects rows besides. */
  add(rows: Iterable<number>): void {
    for (const row of rows) this.#rows.add(row);
  }

  /** Selects all rows that are shown, and no other. */
  all(view: readonly number[]): void {
    this.#rows.clear();
    this.add(view);
  }

  /** Takes out what is not shown: nothing is to be copied that nobody sees. */
  keepShown(view: readonly number[]): void {
    if (this.#rows.size === 0) return;
    const shown = new Set(view);
    for (const row of this.#rows) if (!shown.has(row)) this.#rows.delete(row);
  }

  /** The selected rows in the order in which they are shown. */
  in(view: readonly number[]): readonly number[] {
    return view.filter((row) => this.#rows.has(row));
  }

  #add(row: number | undefined): void {
    if (row !== undefined) this.#rows.add(row);
  }
}

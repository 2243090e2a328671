import { rowNotes, rowOutcomes, sentColumns, type ResultRow } from './resultRow';
import {
  columnCount,
  hasStoredAt,
  lineAt,
  noteAt,
  outcomeAt,
  placeAt,
  rowsOnPage,
  textColumns,
  textsAt,
  type RowPage,
} from './rowPage';

/** Packs the rows of a page one by one, in any order: none of them need live any longer than that. */
export class RowPacker {
  readonly #numbers = new Map<string, number>();
  readonly #cells: readonly Uint32Array[];
  /** Of all rows as they came: the numbers of their lists, those of details first. By row: where they begin, and end. */
  readonly #lists: number[] = [];
  readonly #starts: Uint32Array;
  readonly #detailEnds: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #isThere: Uint8Array;

  /** @param count rows of the page */
  constructor(readonly count: number) {
    this.#cells = Array.from({ length: columnCount }, () => new Uint32Array(count));
    this.#starts = new Uint32Array(count);
    this.#detailEnds = new Uint32Array(count);
    this.#ends = new Uint32Array(count);
    this.#isThere = new Uint8Array(count);
  }

  has(at: number): boolean {
    return this.#isThere[at] === 1;
  }

  /** @param at the row's place on the page */
  put(at: number, row: ResultRow): void {
    this.#isThere[at] = 1;
    // A packed row makes it anew each time.
    const { stored, details, history, note, line, place } = row;
    this.#set(outcomeAt, at, rowOutcomes.indexOf(row.outcome));
    this.#set(noteAt, at, note === undefined ? 0 : rowNotes.indexOf(note) + 1);
    this.#set(lineAt, at, line ?? 0);
    this.#set(placeAt, at, place === null ? 0 : place + 1);
    this.#set(hasStoredAt, at, Number(stored !== null));
    // Not by entries, which make an object for each cell: kilobytes a row.
    let to = textsAt;
    for (const column of textColumns) this.#set(to++, at, this.#numberOf(row[column]));
    if (stored)
      for (const column of sentColumns) {
        const there = stored[column];
        if (there !== row[column]) this.#set(to, at, this.#numberOf(there) + 1);
        to++;
      }
    const list = this.#lists;
    this.#starts[at] = list.length;
    // Not taken apart, for which each would have an iterator.
    for (const pair of details) list.push(this.#numberOf(pair[0]), this.#numberOf(pair[1]));
    this.#detailEnds[at] = list.length;
    for (const event of history) list.push(rowOutcomes.indexOf(event[0]), this.#numberOf(event[1]));
    this.#ends[at] = list.length;
  }

  /** The rows that have been put; to be called once, when all are there. */
  page(): RowPage {
    const lists = new Uint32Array(this.#lists.length);
    const [detailEnds, historyEnds] = [new Uint32Array(this.count), new Uint32Array(this.count)];
    let end = 0;
    for (let at = 0; at < this.count; at++) {
      const [from = 0, to = 0] = [this.#starts[at], this.#ends[at]];
      detailEnds[at] = end + (this.#detailEnds[at] ?? 0) - from;
      for (let place = from; place < to; place++) lists[end++] = this.#lists[place] ?? 0;
      historyEnds[at] = end;
    }
    const texts = [...this.#numbers.keys()];
    return { count: this.count, texts, cells: this.#cells, lists, detailEnds, historyEnds };
  }

  #set(column: number, at: number, cell: number): void {
    const cells = this.#cells[column];
    if (cells) cells[at] = cell;
  }

  #numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size));
    return number;
  }
}

/** Packs rows, {@link rowsOnPage} at the most. */
export function packRows(rows: readonly ResultRow[]): RowPage {
  const packer = new RowPacker(rows.length);
  for (const [at, row] of rows.entries()) packer.put(at, row);
  return packer.page();
}

/** Packs any number of rows. */
export function packAll(rows: readonly ResultRow[]): readonly RowPage[] {
  const pages: RowPage[] = [];
  for (let from = 0; from < rows.length; from += rowsOnPage)
    pages.push(packRows(rows.slice(from, from + rowsOnPage)));
  return pages;
}

import {
  rowNotes,
  rowOutcomes,
  sentColumns,
  type ResultRow,
  type RowNoteKind,
  type RowOutcome,
  type StoredValues,
} from './resultRow';
import {
  countRows,
  hasStoredAt,
  lineAt,
  numberCells,
  noteAt,
  outcomeAt,
  placeAt,
  rowsOnPage,
  storedAt,
  textColumns,
  textsAt,
  type RowPage,
} from './rowPage';

/** Any rows, packed or not. */
export type RowList = Pick<readonly ResultRow[], 'length' | 'at' | typeof Symbol.iterator>;

/** A field whose value is one cell of a page. */
export type CellField = 'outcome' | 'note' | 'line' | (typeof textColumns)[number];

/** One row of each kind, and by row, which of these it is like. */
export interface Alike {
  readonly examples: readonly ResultRow[];
  readonly exampleOf: Uint32Array;
}

/** The rows of pages, each of which decodes what it is asked for. Pages may come one after the other, and be replaced. */
export class Rows implements RowList {
  #pages: readonly RowPage[];
  #length: number;

  /** @param pages all but the last with {@link rowsOnPage} rows */
  constructor(pages: readonly RowPage[] = []) {
    this.#pages = pages;
    this.#length = countRows(pages);
  }

  get length(): number {
    return this.#length;
  }

  /** All but the last have {@link rowsOnPage} rows. The same object for as long as none of its rows has changed. */
  get pages(): readonly RowPage[] {
    return this.#pages;
  }

  /** Takes the next page, or another one in place of one that is there; any other number is ignored. */
  put(number: number, page: RowPage): void {
    if (number > this.#pages.length) return;
    this.#pages = number === this.#pages.length ? [...this.#pages, page] : this.#pages.with(number, page);
    this.#length = countRows(this.#pages);
  }

  /** Lets go of the pages that so many rows do not need. */
  cut(rows: number): void {
    this.#pages = this.#pages.slice(0, Math.ceil(rows / rowsOnPage));
    this.#length = countRows(this.#pages);
  }

  at(index: number): ResultRow | undefined {
    const page = index < this.length ? this.pages[Math.floor(index / rowsOnPage)] : undefined;
    return page && new PackedRow(page, index % rowsOnPage);
  }

  /** The index of the row at a place of the import; -1 when it is not listed. */
  indexOfPlace(place: number): number {
    let from = 0;
    for (const page of this.pages) {
      const on = numberCells(page).places.indexOf(place + 1);
      if (on >= 0) return from + on;
      from += page.count;
    }
    return -1;
  }

  /** Rows told apart by some fields alone, each page by itself: what rows share has to be looked at once, not for each. */
  alike(fields: readonly CellField[]): Alike {
    const examples: ResultRow[] = [];
    const exampleOf = new Uint32Array(this.length);
    let from = 0;
    for (const page of this.pages) {
      addAlike(page, fields, examples, exampleOf.subarray(from, from + page.count));
      from += page.count;
    }
    return { examples, exampleOf };
  }

  /** The examples of {@link alike}, for as long as they are asked for. */
  *examples(fields: readonly CellField[]): Generator<ResultRow, void> {
    for (const page of this.pages) {
      const examples: ResultRow[] = [];
      addAlike(page, fields, examples, new Uint32Array(page.count));
      yield* examples;
    }
  }

  *[Symbol.iterator](): ArrayIterator<ResultRow> {
    for (const page of this.pages)
      for (let index = 0; index < page.count; index++) yield new PackedRow(page, index);
    return undefined;
  }
}

/** @param exampleOf is filled: places in `examples` of the page's rows */
function addAlike(
  page: RowPage,
  fields: readonly CellField[],
  examples: ResultRow[],
  exampleOf: Uint32Array,
): void {
  const columns = fields.map((field) => page.cells[cellAt(field)] ?? exampleOf);
  // So many values a column has: two of texts beside outcome and note make an exact integer.
  const sizes = columns.map((cells) => cells.reduce((most, cell) => Math.max(most, cell), 0) + 1);
  const known = new Map<number, number>();
  for (let row = 0; row < page.count; row++) {
    let key = 0;
    for (const [at, cells] of columns.entries()) key = key * (sizes[at] ?? 1) + (cells[row] ?? 0);
    let example = known.get(key);
    if (example === undefined) {
      known.set(key, (example = examples.length));
      examples.push(new PackedRow(page, row));
    }
    exampleOf[row] = example;
  }
}

function cellAt(field: CellField): number {
  if (field === 'outcome') return outcomeAt;
  if (field === 'note') return noteAt;
  return field === 'line' ? lineAt : textsAt + textColumns.indexOf(field);
}

class PackedRow implements ResultRow {
  constructor(
    private readonly page: RowPage,
    private readonly index: number,
  ) {}

  get outcome(): RowOutcome {
    return rowOutcomes[this.cell(outcomeAt)] ?? 'unknown';
  }

  get note(): RowNoteKind | undefined {
    return rowNotes[this.cell(noteAt) - 1];
  }

  get line(): number | null {
    return this.cell(lineAt) || null;
  }

  get place(): number | null {
    return this.cell(placeAt) === 0 ? null : this.cell(placeAt) - 1;
  }

  get stored(): StoredValues | null {
    if (this.cell(hasStoredAt) === 0) return null;
    const values = sentColumns.map((column, place) => {
      const number = this.cell(storedAt + place);
      return [column, number === 0 ? this[column] : this.text(number - 1)] as const;
    });
    return Object.fromEntries(values) as StoredValues;
  }

  get details(): ResultRow['details'] {
    const { historyEnds, detailEnds } = this.page;
    return this.pairs(historyEnds[this.index - 1] ?? 0, detailEnds[this.index] ?? 0).map(
      ([path, value]) => [this.text(path), this.text(value)] as const,
    );
  }

  get history(): ResultRow['history'] {
    const { historyEnds, detailEnds } = this.page;
    return this.pairs(detailEnds[this.index] ?? 0, historyEnds[this.index] ?? 0).map(
      ([outcome, at]) => [rowOutcomes[outcome] ?? 'unknown', this.text(at)] as const,
    );
  }

  get salutation(): string {
    return this.text(this.cell(textsAt));
  }
  get firstName(): string {
    return this.text(this.cell(textsAt + 1));
  }
  get lastName(): string {
    return this.text(this.cell(textsAt + 2));
  }
  get phoneNumber(): string {
    return this.text(this.cell(textsAt + 3));
  }
  get countryCode(): string {
    return this.text(this.cell(textsAt + 4));
  }
  get extension(): string {
    return this.text(this.cell(textsAt + 5));
  }
  get status(): string {
    return this.text(this.cell(textsAt + 6));
  }
  get id(): string {
    return this.text(this.cell(textsAt + 7));
  }
  get createdAt(): string {
    return this.text(this.cell(textsAt + 8));
  }
  get message(): string {
    return this.text(this.cell(textsAt + 9));
  }
  get remark(): string {
    return this.text(this.cell(textsAt + 10));
  }

  private cell(column: number): number {
    return this.page.cells[column]?.[this.index] ?? 0;
  }

  private text(number: number): string {
    return this.page.texts[number] ?? '';
  }

  private pairs(from: number, to: number): (readonly [number, number])[] {
    const pairs: (readonly [number, number])[] = [];
    for (let at = from; at < to; at += 2)
      pairs.push([this.page.lists[at] ?? 0, this.page.lists[at + 1] ?? 0]);
    return pairs;
  }
}

import {
  rowNotes,
  rowOutcomes,
  sentColumns,
  type ResultRow,
  type RowNoteKind,
  type RowOutcome,
  type StoredValues,
} from './resultRow';

/**
 * Rows as they travel to the page and are kept: some thousand at once, by columns. Each text is there once, and cells hold
 * its number: of 100,000 contacts most values repeat, and an object for each row takes five times as much.
 */
export interface RowPage {
  readonly count: number;
  readonly texts: readonly string[];
  /**
   * By column, one number a row: the outcome's place among all of them; 1 more than that of the note; the line; 1 more
   * than the place; whether a contact is known; then texts, by their numbers; then what the stream has instead of what
   * was sent, 1 more than its number. 0 for none.
   */
  readonly cells: readonly Uint32Array[];
  /** The contacts' further fields, path and value by turns, and the history's outcome and time; where each row's end. */
  readonly lists: Uint32Array;
  readonly detailEnds: Uint32Array;
  readonly historyEnds: Uint32Array;
}

/** Rows on a page: what is packed, sent or read without a pause. */
export const rowsOnPage = 2_000;

const textColumns = [...sentColumns, 'status', 'id', 'createdAt', 'message', 'remark'] as const;
/** Where each column is among the cells: numbers, then texts, then what the stream has in their place. */
const [outcomeAt, noteAt, lineAt, placeAt, hasStoredAt, textsAt] = [0, 1, 2, 3, 4, 5];
const storedAt = textsAt + textColumns.length;
const columnCount = storedAt + sentColumns.length;

/** Any rows, packed or not. */
export type RowList = Pick<readonly ResultRow[], 'length' | 'at' | typeof Symbol.iterator>;

/** Packs rows, {@link rowsOnPage} at the most. */
export function packRows(rows: readonly ResultRow[]): RowPage {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    let number = numbers.get(text);
    if (number === undefined) numbers.set(text, (number = numbers.size));
    return number;
  };
  const cellsOf = (cell: (row: ResultRow) => number) => Uint32Array.from(rows, cell);
  const cells = [
    cellsOf(({ outcome }) => rowOutcomes.indexOf(outcome)),
    cellsOf(({ note }) => (note === undefined ? 0 : rowNotes.indexOf(note) + 1)),
    cellsOf(({ line }) => line ?? 0),
    cellsOf(({ place }) => (place === null ? 0 : place + 1)),
    cellsOf(({ stored }) => Number(stored !== null)),
    ...textColumns.map((column) => cellsOf((row) => numberOf(row[column]))),
    ...sentColumns.map((column) =>
      cellsOf((row) => {
        const there = row.stored?.[column];
        return there === undefined || there === row[column] ? 0 : numberOf(there) + 1;
      }),
    ),
  ];
  const lists: number[] = [];
  const [detailEnds, historyEnds] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  for (const [index, { details, history }] of rows.entries()) {
    for (const [path, value] of details) lists.push(numberOf(path), numberOf(value));
    detailEnds[index] = lists.length;
    for (const [outcome, at] of history) lists.push(rowOutcomes.indexOf(outcome), numberOf(at));
    historyEnds[index] = lists.length;
  }
  const texts = [...numbers.keys()];
  return { count: rows.length, texts, cells, lists: Uint32Array.from(lists), detailEnds, historyEnds };
}

/** Packs any number of rows. */
export function packAll(rows: readonly ResultRow[]): readonly RowPage[] {
  const pages: RowPage[] = [];
  for (let from = 0; from < rows.length; from += rowsOnPage)
    pages.push(packRows(rows.slice(from, from + rowsOnPage)));
  return pages;
}

/** How many rows some pages have. */
export function countRows(pages: readonly RowPage[]): number {
  return pages.reduce((sum, { count }) => sum + count, 0);
}

/** A row's texts on a page, by column: numbers of {@link RowPage.texts}. Dates are shown in another form than they are kept. */
export function textCells({ cells }: RowPage): {
  readonly plain: readonly Uint32Array[];
  /** One more than the number; 0 where the stream has what was sent. */
  readonly stored: readonly Uint32Array[];
  readonly dates: Uint32Array;
} {
  const texts = cells.slice(textsAt, storedAt);
  const at = textColumns.indexOf('createdAt');
  const dates = texts[at] ?? new Uint32Array(0);
  return { plain: texts.filter((_, place) => place !== at), stored: cells.slice(storedAt), dates };
}

/** A page's outcomes, as places among all of them; lines, 0 for none; 1 more than places, 0 for none. */
export function numberCells({ cells }: RowPage): {
  readonly outcomes: Uint32Array;
  readonly lines: Uint32Array;
  readonly places: Uint32Array;
} {
  const none = new Uint32Array(0);
  return { outcomes: cells[outcomeAt] ?? none, lines: cells[lineAt] ?? none, places: cells[placeAt] ?? none };
}

/** A field whose value is one cell of a page. */
export type CellField = 'outcome' | 'note' | 'line' | (typeof textColumns)[number];

/** One row of each kind, and by row, which of these it is like. */
export interface Alike {
  readonly examples: readonly ResultRow[];
  readonly exampleOf: Uint32Array;
}

/** The rows of pages, each of which decodes what it is asked for. */
export class Rows implements RowList {
  readonly length: number;
  /** All but the last with {@link rowsOnPage} rows. */
  readonly pages: readonly RowPage[];

  /** @param pages all but the last with {@link rowsOnPage} rows */
  constructor(pages: readonly RowPage[]) {
    this.pages = pages;
    this.length = countRows(pages);
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

/** Whether a value is a page whose parts fit each other. Numbers of texts that are not there read as empty. */
export function isRowPage(value: unknown): value is RowPage {
  if (typeof value !== 'object' || value === null) return false;
  const page: { readonly [key in keyof RowPage]?: unknown } = value;
  const { count, texts, cells, lists, detailEnds, historyEnds } = page;
  const isColumn = (column: unknown) => column instanceof Uint32Array && column.length === count;
  return (
    typeof count === 'number' &&
    count <= rowsOnPage &&
    Array.isArray(texts) &&
    texts.every((text) => typeof text === 'string') &&
    Array.isArray(cells) &&
    cells.length === columnCount &&
    cells.every(isColumn) &&
    (cells[outcomeAt] as Uint32Array).every((outcome) => outcome < rowOutcomes.length) &&
    lists instanceof Uint32Array &&
    isColumn(detailEnds) &&
    isColumn(historyEnds)
  );
}

/** A page as JSON has it: numbers in lists. */
export function pageToJson(page: RowPage): unknown {
  const { count, texts, cells, lists, detailEnds, historyEnds } = page;
  const [plain, ...ends] = [lists, detailEnds, historyEnds].map((column) => Array.from(column));
  return { count, texts, cells: cells.map((column) => Array.from(column)), lists: plain, ends };
}

/** The reverse of {@link pageToJson}; `undefined` for anything else. */
export function pageFromJson(value: unknown): RowPage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { count, texts, cells, lists, ends } = value as Readonly<Record<string, unknown>>;
  if (![cells, lists, ends].every(Array.isArray)) return undefined;
  const [detailEnds, historyEnds] = (ends as readonly unknown[]).map(columnOf);
  const page = {
    count,
    texts,
    cells: (cells as readonly unknown[]).map(columnOf),
    lists: columnOf(lists),
    detailEnds,
    historyEnds,
  };
  return isRowPage(page) ? page : undefined;
}

function columnOf(list: unknown): Uint32Array | undefined {
  return Array.isArray(list) && list.every((one) => Number.isSafeInteger(one))
    ? Uint32Array.from(list as readonly number[])
    : undefined;
}

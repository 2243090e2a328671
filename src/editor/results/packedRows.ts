import type { ImportReport, ImportSource, KeptRow, RowResult, SettledRow } from '../../core/delivery/index';
import { pauseIfDue } from '../../core/files/slices';
import { RowPacker } from '../../protocol/packRows';
import { rowOutcomes, type ResultRow, type RowOutcome } from '../../protocol/resultRow';
import { numberCells, rowsOnPage } from '../../protocol/rowPage';
import { EncodedRows, encodePage, type EncodedPage } from '../../protocol/encodedPage';
import type { RowList } from '../../protocol/rows';
import { knownRow } from './knownRows';

/** The rows of an import, and what is known of them by now. */
export interface ImportRows {
  readonly source: Pick<ImportSource, 'groups'>;
  readonly report: Pick<ImportReport, 'at' | 'outcomeAt' | 'rowCount'>;
}

/** How rows are shown. */
export interface RowForm {
  /** The page's row for a row of the file. */
  readonly rowOf: (settled: SettledRow) => ResultRow;
  /** The outcome that is shown of the row at a place. */
  readonly outcomeAt: (index: number) => RowOutcome;
}

const notSent: RowResult = { outcome: 'notSent' };

/** So many rows are made between two looks at the clock. */
const rowsAtOnce = 100;

/** An import's rows by their places, packed, and packed again where something of them has changed. */
export class PackedRows {
  readonly pages: EncodedPage[] = [];
  readonly #rows: ImportRows;
  readonly #form: RowForm;
  /** By place: what was found out of rows and is not packed yet. */
  readonly #settled = new Map<number, SettledRow>();
  readonly #due = new Set<number>();
  /** By place: the outcome that the packed row has, as its place among them all. */
  readonly #shown: Uint8Array;
  #unmatched: readonly ResultRow[] = [];

  constructor(rows: ImportRows, form: RowForm) {
    this.#rows = rows;
    this.#shown = new Uint8Array(rows.report.rowCount);
    this.#form = form;
  }

  /** Whether all rows were read. */
  isRead = false;

  /**
   * Reads all rows from their file, in slices: a row that was never sent is known from there alone.
   * @param known as {@link knownRow} takes them
   */
  async read(known?: RowList): Promise<void> {
    const open = new Map<number, { readonly packer: RowPacker; left: number }>();
    const openPage = (number: number) => {
      const page = open.get(number) ?? {
        packer: new RowPacker(this.#placedOn(number)),
        left: this.#placedOn(number),
      };
      open.set(number, page);
      return page;
    };
    const put = (index: number, row: ResultRow) => {
      const number = Math.floor(index / rowsOnPage);
      const page = openPage(number);
      page.packer.put(index % rowsOnPage, row);
      // Places of rows in a file that was edited may come in any order, and some never.
      if (--page.left > 0) return;
      this.pages[number] = this.#encode(number, page.packer);
      open.delete(number);
    };
    let made = 0;
    for await (const group of this.#rows.source.groups()) {
      for (const row of group) {
        put(row.index, this.#rowOf(row, known));
        if (++made % rowsAtOnce === 0) await pauseIfDue();
      }
    }
    for (let number = 0; number * rowsOnPage < this.#rows.report.rowCount; number++) {
      if (this.pages[number] !== undefined) continue;
      const { packer } = openPage(number);
      for (let on = 0; on < this.#placedOn(number); on++)
        if (!packer.has(on)) put(number * rowsOnPage + on, this.#gone(number * rowsOnPage + on, known));
      await pauseIfDue();
    }
    this.isRead = true;
  }

  /** Of how many rows something was found out that is not packed yet. */
  get unpacked(): number {
    return this.#settled.size;
  }

  /** Something was found out of a row. */
  settle(row: SettledRow): void {
    this.#settled.set(row.row.index, row);
    this.#due.add(Math.floor(row.row.index / rowsOnPage));
  }

  /** Other outcomes may be shown of rows, whatever is known of them. */
  refresh(): void {
    // As long as rows are being read, some pages may not be there yet.
    for (const number of this.pages.keys()) {
      const from = number * rowsOnPage;
      const isOther = (code: number, on: number) => code !== this.#outcomeCode(from + on);
      if (this.#shown.subarray(from, from + rowsOnPage).some(isOther)) this.#due.add(number);
    }
  }

  /** Lists, behind all others, rows of contacts that no row explains. */
  append(unmatched: readonly ResultRow[]): void {
    this.#unmatched = unmatched;
    const { rowCount } = this.#rows.report;
    for (let at = 0; at < unmatched.length; at++) this.#due.add(Math.floor((rowCount + at) / rowsOnPage));
  }

  /** Packs again what has changed, in slices. @returns the numbers of those pages, in order */
  async update(): Promise<readonly number[]> {
    const due = [...this.#due].sort((a, b) => a - b);
    this.#due.clear();
    for (const number of due) this.pages[number] = await this.#packAgain(number);
    return due;
  }

  /** Packs the rows of a page as they are by now. */
  async #packAgain(number: number): Promise<EncodedPage> {
    const before = this.pages[number];
    const known = new EncodedRows(before ? [before] : []);
    const from = number * rowsOnPage + known.length - this.#rows.report.rowCount;
    const added = from < 0 ? [] : this.#unmatched.slice(from, from + rowsOnPage - known.length);
    const count = known.length + added.length;
    const packer = new RowPacker(count);
    for (let on = 0; on < count; on++) {
      if (on % rowsAtOnce === 0) await pauseIfDue();
      const row = on < known.length ? (this.#newer(number, on) ?? known.at(on)) : added[on - known.length];
      if (row) packer.put(on, row);
    }
    return this.#encode(number, packer);
  }

  /** The row at a place of a page, where it has changed; `undefined` where it has not. */
  #newer(number: number, on: number): ResultRow | undefined {
    const index = number * rowsOnPage + on;
    const settled = this.#settled.get(index);
    this.#settled.delete(index);
    if (settled) return this.#form.rowOf(settled);
    // Settled by the ledger, at the end.
    const isOther = on < this.#placedOn(number) && this.#shown[index] !== this.#outcomeCode(index);
    const told = isOther ? this.#rows.report.at(index) : undefined;
    return told && this.#form.rowOf(told);
  }

  #encode(number: number, packer: RowPacker): EncodedPage {
    const page = packer.page();
    const from = number * rowsOnPage;
    const shown = this.#shown.subarray(from, from + rowsOnPage);
    for (const on of shown.keys()) shown[on] = this.#outcomeCode(from + on);
    numberCells(page).outcomes.set(shown);
    return encodePage(page);
  }

  #outcomeCode(index: number): number {
    return rowOutcomes.indexOf(this.#form.outcomeAt(index));
  }

  #placedOn(number: number): number {
    return Math.max(0, Math.min(rowsOnPage, this.#rows.report.rowCount - number * rowsOnPage));
  }

  #rowOf(row: KeptRow, known: RowList | undefined): ResultRow {
    const { report } = this.#rows;
    const before = knownRow(row, report.outcomeAt(row.index), known);
    return before ?? this.#form.rowOf(report.at(row.index) ?? { row, result: notSent, history: [] });
  }

  /** A row that the file no longer has. */
  #gone(index: number, known: RowList | undefined): ResultRow {
    return this.#rowOf({ index, line: 0, values: {} }, known);
  }
}

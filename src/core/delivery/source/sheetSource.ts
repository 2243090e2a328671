import { createHash } from 'node:crypto';
import type { BrokenQuotes, ContactSheet } from '../../checks';
import type { ImportRow } from '../run/outcome';
import type { WholeText } from '../run/batches';
import { recordsAtOnce } from './linesOf';
import type { FileFormat, ImportSource } from './source';

/** Rows made up at a time: they are cut out of the text when they are wanted, so that a long list is never there twice. */
const groupSize = 1_000;

/** Where the records of a sheet come from. */
export interface Origin {
  /** 1-based line of the user's file on which a record starts. */
  readonly lineOf: (record: number) => number;
  /** Whether the sheet is the document itself, not a copy, of which every record is a row: blank values are no blank line. */
  readonly isAsShown: boolean;
  /** The values of a record, the header's 0 included, as the user's file was read: what must leave. */
  readonly cellsOf: (record: number) => readonly string[];
  /** Whether these are all cells that the sheet itself has, so that its values need not be read once more. */
  readonly areOwnCells: boolean;
  /** Which of those have broken quotes; absent for a sheet that has none. */
  readonly brokenOf?: (record: number) => BrokenQuotes | undefined;
  /** The user's file, where the sheet is a copy: how it is written, and the text of the record there. */
  readonly original?: FileFormat & { readonly recordOf: (record: number) => string };
  /** Whether the sheet's very text may be sent, if all of its rows are. It never is with a header that is repeated. */
  readonly mayGoWhole: boolean;
}

/**
 * A row of which nothing else is to be said. No object literal: of these V8 learns from the first ones, which wait for their
 * request, that they live long, and would keep all of a list, and whatever they refer to, until the memory is full of them.
 */
class SheetRow implements ImportRow {
  constructor(
    readonly index: number,
    readonly line: number,
    readonly values: ImportRow['values'],
    readonly cells: readonly string[],
    readonly record: string,
  ) {}
}

/** The rows of a sheet whose text no longer changes. */
export class SheetSource implements ImportSource {
  readonly header: string;
  readonly headerCells: readonly string[];
  readonly delimiter: string;
  readonly brokenHeader?: BrokenQuotes;
  readonly isAsShown: boolean;
  readonly newline: string;
  readonly whole?: WholeText;
  readonly original?: FileFormat;
  private readonly records: readonly number[];
  private readonly inFile?: (record: number) => string;

  private constructor(
    readonly name: string,
    private readonly sheet: ContactSheet,
    private readonly origin: Origin,
    records: readonly number[],
  ) {
    const { text, delimiter } = sheet.table;
    this.header = cut(text, sheet.headerRange);
    this.headerCells = origin.cellsOf(0);
    this.delimiter = delimiter;
    const broken = origin.brokenOf?.(0);
    if (broken) this.brokenHeader = broken;
    if (origin.original) {
      const { recordOf, ...format } = origin.original;
      this.original = format;
      this.inFile = recordOf;
    }
    this.isAsShown = origin.isAsShown;
    this.newline = text.includes('\r\n') ? '\r\n' : '\n';
    this.records = records;
    if (origin.mayGoWhole && !repeatsHeader(sheet)) this.whole = { text, records: this.records };
  }

  /** @param sheet what is sent. In steps, for `finishInSlices`. */
  static *of(name: string, sheet: ContactSheet, origin: Origin): Generator<undefined, SheetSource> {
    return new SheetSource(name, sheet, origin, yield* recordsOf(sheet, origin));
  }

  get rowCount(): number {
    return this.records.length;
  }

  get digest(): Uint8Array {
    return createHash('sha256').update(this.sheet.table.text).digest();
  }

  *groups(): Generator<readonly ImportRow[]> {
    for (let from = 0; from < this.rowCount; from += groupSize) {
      const end = Math.min(this.rowCount, from + groupSize);
      yield Array.from({ length: end - from }, (_, offset) => this.row(from + offset));
    }
  }

  /** The row at a place. */
  row(index: number): ImportRow {
    const record = this.recordAt(index);
    const { sheet, origin } = this;
    const cells = origin.cellsOf(record);
    const row: ImportRow = new SheetRow(
      index,
      origin.lineOf(record),
      origin.areOwnCells ? sheet.valuesIn(cells) : sheet.values(record),
      cells,
      cut(sheet.table.text, sheet.table.recordRange(record)),
    );
    const broken = origin.brokenOf?.(record);
    const inFile = this.inFile?.(record);
    // Few rows have more. With what is absent spread into each, a row takes three times as much memory.
    if (broken === undefined && inFile === undefined) return row;
    return { ...row, ...(broken && { broken }), ...(inFile !== undefined && { inFile }) };
  }

  /** The sheet's record that the row at a place is. */
  recordAt(index: number): number {
    return this.records[index] ?? 0;
  }
}

function* recordsOf(sheet: ContactSheet, { isAsShown }: Origin): Generator<undefined, readonly number[]> {
  const records: number[] = [];
  for (let record = 1; record < sheet.recordCount; record++) {
    if (record % recordsAtOnce === 0) yield;
    if (!isAsShown || sheet.isRow(record)) records.push(record);
  }
  return records;
}

function repeatsHeader(sheet: ContactSheet): boolean {
  for (let record = 1; record < sheet.recordCount; record++) if (sheet.repeatsHeader(record)) return true;
  return false;
}

function cut(text: string, { start, end }: { readonly start: number; readonly end: number }): string {
  return text.slice(start, end);
}

import {
  type ContactColumn,
  contactColumns,
  type ContactValues,
  isBlankText,
  type Recognised,
} from '../contact';
import type { CsvTable, OffsetRange } from '../csv';
import { readHeader, type Header, type Said, type Standing } from './header';
import type { Layout } from './layout';
import { longestPlain } from './plainRow';
import { repeatOf, type Repeat } from './repeatedHeader';

/** The record that names the columns. */
const header = 0;

/** A CSV table read as a contact list: its first record names the columns, every later one in which something is seen is a row. */
export class ContactSheet {
  private readonly header: Header;

  /**
   * @param before the same list before an edit
   * @param said what the user said of the file
   * @param isPart whether `before` is the start of the file, and the table its header and a part of it
   */
  constructor(
    readonly table: CsvTable,
    before?: ContactSheet,
    said?: Said,
    isPart = false,
  ) {
    this.header = readHeader(table, before?.header, said, isPart);
  }

  /** Header cells in order, unquoted. Empty when the text is. */
  get headers(): readonly string[] {
    return this.header.headers;
  }

  /** What each header cell means. */
  get recognised(): readonly (Recognised | undefined)[] {
    return this.header.recognised;
  }

  /** For each column that the header means, by whatever name: its field. The first one, when there are two. */
  get fieldOf(): Readonly<Partial<Record<ContactColumn, number>>> {
    return this.header.fieldOf;
  }

  /** Whether the file is a contact list, by its header or because the user said so: see `isContactHeader`. */
  get isContactList(): boolean {
    return this.header.standing === 'list' || this.header.layout !== undefined;
  }

  /** What keeps a contact list from being read as one: then nothing else is said of it. */
  get layout(): Layout | undefined {
    return this.header.layout;
  }

  get standing(): Standing {
    return this.header.standing;
  }

  /** Whether a name or a phone number is among the columns, by its header or its values, or the user said before what the file is. */
  get mayBeContactList(): boolean {
    return this.header.namesPerson || this.header.said !== undefined;
  }

  /** Whether the first record holds a contact and no names, so that the header is missing. */
  get lacksHeader(): boolean {
    return this.header.isContact;
  }

  /** Number of the table's records; rows are the records from 1 on that are not blank: see {@link isRow}. */
  get recordCount(): number {
    return this.table.recordCount;
  }

  /** Whether a record below the header names the columns again. */
  repeatsHeader(record: number): Repeat | undefined {
    const { start, end } = this.table.recordRange(record);
    if (record === header || end - start > longestPlain) return undefined;
    return repeatOf(this.table.slice(start, end), this.header, () => this.cells(record));
  }

  /** What the text of a record is compared with to tell whether it repeats the header; `undefined` where none can. */
  get headerFold(): string | undefined {
    return this.header.fold;
  }

  /** The fields of this product's own columns, as `importError`, in order. */
  get ownFields(): readonly number[] {
    return this.header.ownFields;
  }

  /** The names of those columns, each once. */
  get ownColumns(): readonly string[] {
    return [...new Set(this.ownFields.map((field) => this.headers[field] ?? ''))];
  }

  /**
   * Whether the record is a row of the list: neither the header, which may stand there again, nor a blank line, nor one
   * whose cells are all blank. A reason counts for nothing, since it is not sent.
   */
  isRow(record: number): boolean {
    if (record === header || this.repeatsHeader(record)) return false;
    const { table, ownFields } = this;
    const count = table.fieldCount(record);
    for (let field = 0; field < count; field++) {
      if (ownFields.includes(field)) continue;
      // A broken quote is seen, and what it swallows may be long.
      if (table.hasBrokenQuote(record, field) || !isBlankText(table.value(record, field))) return true;
    }
    return false;
  }

  /**
   * The row's values, one for each header cell, if it is a plain one; else `undefined`. In a plain row each cell is
   * there, though it may be empty, every character is seen and is what it seems: most rules have nothing to look for.
   */
  plainCells(record: number): readonly string[] | undefined {
    const { table } = this;
    if (record === header) return undefined;
    const { start, end } = table.recordRange(record);
    if (end - start > longestPlain) return undefined;
    const text = table.slice(start, end);
    if (!this.header.plain.test(text)) return undefined;
    const cells = text.split(table.delimiter);
    return repeatOf(text, this.header, () => cells) ? undefined : cells;
  }

  /** The header's range, empty at the start of an empty text. */
  get headerRange(): OffsetRange {
    return this.table.recordCount > 0 ? this.table.recordRange(header) : { start: 0, end: 0 };
  }

  headerCell(field: number): OffsetRange {
    return this.table.fieldRange(header, field);
  }

  /** The field of that column in the record, or `undefined` when the column or, in a short row, the cell is not there. */
  cellOf(record: number, column: ContactColumn): number | undefined {
    const field = this.fieldOf[column];
    return field !== undefined && field < this.table.fieldCount(record) ? field : undefined;
  }

  /** The value in that column, unquoted, or `undefined` when the cell is not there. */
  value(record: number, column: ContactColumn): string | undefined {
    const field = this.cellOf(record, column);
    return field === undefined ? undefined : this.table.value(record, field);
  }

  /** All values of the record, unquoted, whatever their columns are. */
  cells(record: number): string[] {
    const { table } = this;
    return Array.from({ length: table.fieldCount(record) }, (_, field) => table.value(record, field));
  }

  /** The row's values of the columns that are there. */
  values(record: number): ContactValues {
    const values: Partial<Record<ContactColumn, string>> = {};
    for (const column of contactColumns) {
      const value = this.value(record, column);
      if (value !== undefined) values[column] = value;
    }
    return values;
  }

  /** The same of a record whose {@link cells} were read. */
  valuesIn(cells: readonly string[]): ContactValues {
    const values: Partial<Record<ContactColumn, string>> = {};
    for (const column of contactColumns) {
      const field = this.fieldOf[column];
      const value = field === undefined ? undefined : cells[field];
      if (value !== undefined) values[column] = value;
    }
    return values;
  }
}

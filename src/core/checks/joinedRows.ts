import { type ContactColumn, contactColumns, dividesMoreThanWords } from '../contact';
import { type CsvTable, scan } from '../csv';

/** Of a record that quotes have made of many rows, so many UTF-16 units tell. */
const sampled = 0x4000;

/** What of a sheet tells where a row of it ends. */
interface List {
  readonly table: CsvTable;
  readonly headers: readonly string[];
  readonly fieldOf: Readonly<Partial<Record<ContactColumn, number>>>;
}

/**
 * The cells of a record whose quotes join rows, ascending: two quotes that were typed by mistake open a cell in one row and
 * close it in a later one, which is a sound CSV and a contact less. They do where all lines are rows of the list without
 * them, or where a contact's value holds a line break, a delimiter and digits. The lines of an address do not.
 */
export function joinedCells(list: List, record: number): readonly number[] {
  const { table, headers } = list;
  const { start, end } = table.recordRange(record);
  if (record === 0 || headers.length < 2 || !hasBreak(table, start, end)) return [];
  if (table.quoteProblemsOf(record).length > 0) return [];
  const lined = [...Array(table.fieldCount(record)).keys()].filter((field) => {
    const cell = table.fieldRange(record, field);
    return table.slice(cell.start, cell.start + 1) === '"' && hasBreak(table, cell.start, cell.end);
  });
  if (areRows(list, record, lined)) return lined;
  return lined.filter((field) => areRows(list, record, [field]) || holdsRow(list, record, field));
}

/** Of any kind: a file on disk may hold a CR alone, of which an editor makes a line feed. */
function hasBreak(table: CsvTable, start: number, end: number): boolean {
  return table.indexOf('\n', start, end) >= 0 || table.indexOf('\r', start, end) >= 0;
}

/** Whether the quote that opens a broken cell joins its row with later ones. */
export function opensJoinedRows(raw: string): boolean {
  return raw.startsWith('"') && dividesMoreThanWords(raw);
}

/** Whether a record is several rows of the list, each with a number, once cells of it have no quotes. */
function areRows({ table, headers, fieldOf }: List, record: number, unquoted: readonly number[]): boolean {
  const { start, end } = table.recordRange(record);
  // An address in several lines is told of its delimiters: each row needs its own.
  if (!hasDelimiters(table, start, end, 2 * (headers.length - 1))) return false;
  const rows = scan(withoutQuotes(table, record, unquoted).replace(/\r\n?/g, '\n'), table.delimiter);
  // The last one may be cut short.
  const count = end - start > sampled ? rows.recordCount - 1 : rows.recordCount;
  let filled = 0;
  for (let row = 0; row < count; row++) {
    if (rows.isBlank(row)) continue;
    filled++;
    if (rows.fieldCount(row) !== headers.length) return false;
    const number = fieldOf.cellPhoneNumber;
    if (number !== undefined && digitsIn(rows.value(row, number)) < fewestDigits) return false;
  }
  return filled > 1;
}

function hasDelimiters(table: CsvTable, start: number, end: number, least: number): boolean {
  let at = start - 1;
  for (let count = 0; count < least; count++) {
    at = table.indexOf(table.delimiter, at + 1, end);
    if (at < 0) return false;
  }
  return true;
}

/** Of a number. */
const fewestDigits = 4;

function digitsIn(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}

function withoutQuotes(table: CsvTable, record: number, fields: readonly number[]): string {
  const { start, end } = table.recordRange(record);
  const to = Math.min(end, start + sampled);
  const quotes = fields.flatMap((field) => {
    const range = table.fieldRange(record, field);
    return [range.start, range.end - 1];
  });
  let text = '';
  let from = start;
  for (const at of quotes) {
    if (at >= to) break;
    text += table.slice(from, at);
    from = at + 1;
  }
  return text + table.slice(from, to);
}

function holdsRow({ table, fieldOf }: List, record: number, field: number): boolean {
  if (!contactColumns.some((column) => fieldOf[column] === field)) return false;
  const value = table.value(record, field);
  return value.includes(table.delimiter) && /\p{Nd}/u.test(value);
}

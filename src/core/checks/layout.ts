import {
  asciiNumber,
  fullNameFields,
  holdsNumber,
  isBlankText,
  isContactHeader,
  looksLikeSalutation,
  recogniseHeaders,
} from '../contact';
import { type CsvTable, otherQuoteOf, scan, withoutOtherQuotes } from '../csv';
import { otherDelimiters, type Delimiter } from './finding';

/**
 * Why a contact list does not read as one, though its header is there: a thing to be mended before anything else can be
 * said of the file.
 */
export type Layout =
  /**
   * Other lines stand above the header, which is that record, on that line. `sep`: the first of them is a spreadsheet's
   * `sep=;`. `contacts`: rows of the list are among them, and none before that record.
   */
  | {
      readonly kind: 'linesAbove';
      readonly record: number;
      readonly line: number;
      readonly sep?: string;
      readonly contacts?: number;
    }
  /** The rows are separated by another character than the header. */
  | { readonly kind: 'rowDelimiter'; readonly delimiter: ',' | Delimiter }
  /** Each line is one quoted cell. */
  | { readonly kind: 'quotedLines' }
  /** Cells are quoted with another sign than `"`. */
  | { readonly kind: 'otherQuotes'; readonly quote: string };

/** So many lines a report may have above its table; they are looked at with every edit of a file that is no list. */
const mostLinesAbove = 50;
/** And so many rows tell what separates their cells. */
const mostRows = 50;
const majority = 0.8;
/** What lies behind so many UTF-16 units is not looked at. */
const sampled = 0x1_0000;

const sepLine = /^"?sep=(.)"?[;,\t|]*$/i;

/** Whether cells are the header of a contact list, by their names alone. */
export function namesContacts(cells: readonly string[]): boolean {
  return isContactHeader(cells, recogniseHeaders(cells), fullNameFields(cells).length > 0);
}

/** What a spreadsheet's first line says separates the cells; `undefined` when it is no such line. */
export function sepOf(line: string): string | undefined {
  return line.length > 20 ? undefined : sepLine.exec(line)?.[1];
}

/** What such a line at the start of a table says; `undefined` when there is none. */
function sepOfTable(table: CsvTable): string | undefined {
  const { start, end } = table.recordRange(0);
  return end - start > 20 ? undefined : sepOf(table.slice(start, end));
}

/** Whether the first record is such a line. */
export function isSepRecord(table: CsvTable): boolean {
  return table.recordCount > 0 && sepOfTable(table) !== undefined;
}

/** @param isList whether the first record is the header of a contact list */
export function readLayout(table: CsvTable, headers: readonly string[], isList: boolean): Layout | undefined {
  if (table.recordCount === 0) return undefined;
  if (isList)
    return quotedRows(table, headers.length) ?? rowDelimiter(table, headers.length) ?? otherQuotes(headers);
  return quotedLines(table) ?? linesAbove(table);
}

function linesAbove(table: CsvTable): Layout | undefined {
  const record = headerRecord(table) ?? (isSepRecord(table) ? 1 : undefined);
  return record === undefined || record >= table.recordCount ? undefined : linesAboveHeader(table, record);
}

function linesAboveHeader(table: CsvTable, record: number): Layout {
  const sep = sepOfTable(table);
  const above = table.slice(table.recordRange(0).start, table.recordRange(record).start);
  const line = 1 + (above.match(/\r\n|\r|\n/g)?.length ?? 0);
  const contacts = contactsAbove(table, record);
  return {
    ...{ kind: 'linesAbove', record, line },
    ...(sep !== undefined && { sep }),
    ...(contacts !== undefined && { contacts }),
  };
}

/**
 * The first record with more than a title in it, if any above the header may be a contact: a number is in its column, or
 * half as many cells as in the header are filled, and there are more than a title has, or a number is among them, whatever
 * a spreadsheet has made of it.
 */
function contactsAbove(table: CsvTable, header: number): number | undefined {
  const above = Array.from({ length: header }, (_, record) => cellsOf(table, record));
  const names = cellsOf(table, header);
  const fewest = Math.max(2, filledIn(names) / 2);
  const number = recogniseHeaders(names).findIndex((meaning) => meaning?.column === 'cellPhoneNumber');
  const isContact = (cells: readonly string[]) =>
    holdsNumberAt(cells, number) || (filledIn(cells) >= fewest && mayBeContact(cells));
  if (!above.some(isContact)) return undefined;
  return above.findIndex((cells) => filledIn(cells) > 1 || isContact(cells));
}

function holdsNumberAt(cells: readonly string[], field: number): boolean {
  const cell = cells[field] ?? '';
  return hasNumber(cell) && (filledIn(cells) > 1 || holdsNumber([cell]));
}

function mayBeContact(cells: readonly string[]): boolean {
  const isOfRow = (cell: string) => /[\d#]/.test(asciiNumber(cell)) || looksLikeSalutation(cell.trim());
  if (filledIn(cells) > mostInTitle && cells.some(isOfRow)) return true;
  return cells.some(hasNumber);
}

function hasNumber(cell: string): boolean {
  return (asciiNumber(cell).match(/\d/g)?.length ?? 0) >= fewestInNumber;
}

/** "Exported by", "Anna". */
const mostInTitle = 2;
/** A year has fewer, and so has a date; a longer one is no reason to delete a contact. */
const fewestInNumber = 6;

/**
 * The first record that is a contact list's header while those above it have fewer cells that are filled, or are contacts
 * with as many; or a number is in the row below it.
 */
export function headerRecord(table: CsvTable): number | undefined {
  let filledAbove = 0;
  /** How many cells those have that hold a number, as a contact would. */
  const withNumber = new Set<number>();
  const most = Math.min(table.recordCount, mostLinesAbove + 1);
  for (let record = 0; record < most && table.recordRange(record).end <= sampled; record++) {
    if (table.quoteProblemsOf(record).length > 0) return undefined;
    const cells = cellsOf(table, record);
    const filled = filledIn(cells);
    const isBelow = filled > filledAbove || (filled === filledAbove && withNumber.has(cells.length));
    const mayBe = record > 0 && filled > 1 && (isBelow || isAboveNumber(table, record));
    if (mayBe && namesContacts(cells)) return isBelowRows(table, record) ? undefined : record;
    filledAbove = Math.max(filledAbove, filled);
    if (holdsNumber(cells)) withNumber.add(cells.length);
  }
  return undefined;
}

/** Whether the first record names contacts too, whatever the values say of it, and rows are between. */
function isBelowRows(table: CsvTable, record: number): boolean {
  const between = Array.from({ length: record - 1 }, (_, at) => at + 1);
  return between.some((row) => !table.isBlank(row)) && namesContacts(cellsOf(table, 0));
}

/** Whether the row below has as many cells, and one of them is a number. */
function isAboveNumber(table: CsvTable, header: number): boolean {
  let row = header + 1;
  while (row < table.recordCount && table.isBlank(row)) row++;
  if (row >= table.recordCount || table.recordRange(row).end > sampled) return false;
  return table.fieldCount(row) === table.fieldCount(header) && holdsNumber(cellsOf(table, row));
}

function rowDelimiter(table: CsvTable, columns: number): Layout | undefined {
  if (columns < 2) return undefined;
  const shares = new Map<',' | Delimiter, number>();
  let rows = 0;
  for (let record = 1; record < table.recordCount && rows < mostRows; record++) {
    const { start, end } = table.recordRange(record);
    if (end > sampled) break;
    if (start === end) continue;
    const cells = table.fieldCount(record);
    // Nearly always the first row tells that there is nothing to look for.
    if (rows++ === 0 && cells >= columns) return undefined;
    if (quotedLine(table, record) !== undefined) continue;
    for (const delimiter of [',', ...otherDelimiters] as const) {
      if (delimiter === table.delimiter) continue;
      const others = table.slice(start, end).split(delimiter).length;
      if (others < Math.max(2, columns / 2) || others <= cells) continue;
      shares.set(delimiter, (shares.get(delimiter) ?? 0) + 1);
    }
  }
  const [best] = [...shares].sort(([, a], [, b]) => b - a);
  return best && best[1] >= rows * majority ? { kind: 'rowDelimiter', delimiter: best[0] } : undefined;
}

function otherQuotes(headers: readonly string[]): Layout | undefined {
  const quotes = headers.flatMap((header) => otherQuoteOf(header.trim()) ?? []);
  const [quote] = quotes;
  if (quote === undefined || quotes.length * 2 < headers.length) return undefined;
  return namesContacts(headers.map((header) => withoutOtherQuotes(header.trim())))
    ? { kind: 'otherQuotes', quote }
    : undefined;
}

/** Each line in quotes as a whole, perhaps below titles. Contacts above the header are seen once they are cells. */
function quotedLines(table: CsvTable): Layout | undefined {
  const header = quotedHeader(table);
  if (header === undefined) return undefined;
  const above = Array.from({ length: header }, (_, record) => cellsOf(table, record));
  const areTitles = above.every(
    ([text = ''], record) => cellsOfAny(text) < 2 || (record === 0 && isSepRecord(table)),
  );
  return header > 0 && areTitles ? linesAboveHeader(table, header) : { kind: 'quotedLines' };
}

/** The record that is a contact list's header in quotes as a whole, below lines of one cell. */
export function quotedHeader(table: CsvTable): number | undefined {
  const most = Math.min(table.recordCount, mostLinesAbove + 1);
  for (let record = 0; record < most; record++) {
    const { end } = table.recordRange(record);
    if (record === 0 && isSepRecord(table)) continue;
    if (end > sampled || table.hasBrokenQuote(record, 0)) return undefined;
    const line = quotedLine(table, record);
    if (line !== undefined && isHeaderOfAny(line)) return record;
    if (table.fieldCount(record) !== 1) return undefined;
  }
  return undefined;
}

/** Below a header that is none. */
function quotedRows(table: CsvTable, columns: number): Layout | undefined {
  if (columns < 2) return undefined;
  let [rows, quoted] = [0, 0];
  for (let record = 1; record < table.recordCount && rows < mostRows; record++) {
    const { start, end } = table.recordRange(record);
    if (end > sampled) break;
    if (start === end) continue;
    const line = quotedLine(table, record);
    if (line !== undefined && cellsOfAny(line) >= Math.max(2, columns / 2)) quoted++;
    // Nearly always the first row tells.
    else if (rows === 0) return undefined;
    rows++;
  }
  return quoted > 0 && quoted >= rows * majority ? { kind: 'quotedLines' } : undefined;
}

/** What stands in a record that is one quoted cell, with none but empty ones behind it; `undefined` of any other record. */
export function quotedLine(table: CsvTable, record: number): string | undefined {
  const { start } = table.recordRange(record);
  if (table.slice(start, start + 1) !== '"' || table.hasBrokenQuote(record, 0)) return undefined;
  for (let field = table.fieldCount(record) - 1; field > 0; field--) {
    const cell = table.fieldRange(record, field);
    if (table.slice(cell.start, cell.end).trim() !== '') return undefined;
  }
  return table.value(record, 0);
}

/** How many cells a line has by the character that makes most of it. */
export function cellsOfAny(line: string): number {
  const counts = [',', ...otherDelimiters].map((delimiter) =>
    line.includes(delimiter) ? scan(line, delimiter).fieldCount(0) : 1,
  );
  return Math.max(...counts);
}

/** Whether the first record is a contact list's header in quotes as a whole. */
export function isQuotedHeader(table: CsvTable): boolean {
  const line =
    table.recordCount > 0 && table.recordRange(0).end <= sampled ? quotedLine(table, 0) : undefined;
  return line !== undefined && isHeaderOfAny(line);
}

function isHeaderOfAny(line: string): boolean {
  return [',', ...otherDelimiters].some(
    (delimiter) => line.includes(delimiter) && namesContacts(cellsOf(scan(line, delimiter), 0)),
  );
}

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => !isBlankText(cell)).length;
}

/** The cells of a record, unquoted. */
export function cellsOf(table: CsvTable, record: number): string[] {
  const count = record < table.recordCount ? table.fieldCount(record) : 0;
  return Array.from({ length: count }, (_, field) => table.value(record, field));
}

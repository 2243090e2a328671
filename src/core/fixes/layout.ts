import {
  cellsOfAny,
  type ContactSheet,
  joinedCells,
  type Layout,
  misplacedQuotes,
  quotedLine,
} from '../checks';
import { type CsvTable, formulaText, otherQuotesIn, scan, withoutOtherQuotes } from '../csv';
import { lineBreakAfter, rewrite, written, type Cell } from './cells';
import type { TextEdit } from './fix';
import { quotedAsItStands } from './quotes';
import { deleteRow } from './rows';
import { isPause, type Steps } from './steps';
import { convertDelimiter, convertRecord, ownDelimiter } from './wholeText';

/** Takes the lines above the header away, and nothing else. */
export function deleteLinesAbove(table: CsvTable, layout: Layout | undefined): readonly TextEdit[] {
  if (layout?.kind !== 'linesAbove') return [];
  return [
    { range: { start: table.recordRange(0).start, end: table.recordRange(layout.record).start }, text: '' },
  ];
}

/** Moves the header above the contacts that stand above it, and takes nothing away. */
export function moveHeader(table: CsvTable, layout: Layout | undefined): readonly TextEdit[] {
  if (layout?.kind !== 'linesAbove' || layout.contacts === undefined) return [];
  const { record, contacts } = layout;
  const { start } = table.recordRange(contacts);
  const range = table.recordRange(record);
  const text = table.slice(range.start, range.end) + lineBreakAfter(table, contacts);
  return [{ range: { start, end: start }, text }, deleteRow(table, record)];
}

/** Whether no quote is out of place, or joins rows. */
export function areQuotesSound(sheet: ContactSheet): boolean {
  const { table, layout, recordCount } = sheet;
  if (layout?.kind === 'rowDelimiter') return true;
  if (misplacedQuotes(table).length > 0) return false;
  // Most lists have none, and then not every record has to be asked.
  if (table.indexOf('"', 0, table.length) < 0) return true;
  for (let record = 1; record < recordCount; record++)
    if (joinedCells(sheet, record).length > 0) return false;
  return true;
}

/** Moves the header above the contacts that stand above it, and takes the lines above those away. */
export function headerAboveContacts(table: CsvTable, layout: Layout | undefined): readonly TextEdit[] {
  const [insertion, ...others] = moveHeader(table, layout);
  if (insertion === undefined) return [];
  const range = { start: table.recordRange(0).start, end: insertion.range.end };
  return [{ range, text: insertion.text }, ...others];
}

/** Separates the rows as the header is, or as it will be. The header as the rows are, where a quote of these is broken. */
export function* convertRows(
  table: CsvTable,
  layout: Layout | undefined,
  to = table.delimiter,
): Steps<readonly TextEdit[]> {
  if (layout?.kind !== 'rowDelimiter') return [];
  const { end } = table.recordRange(0);
  const start = end + lineBreakAfter(table, 0).length;
  const rows = scan(table.slice(start, table.length), layout.delimiter);
  if (misplacedQuotes(rows).length > 0) return convertHeader(table, layout.delimiter);
  return (yield* convertDelimiter(rows, to, table.fieldCount(0))).map(({ range, text }) => ({
    range: { start: range.start + start, end: range.end + start },
    text,
  }));
}

function convertHeader(table: CsvTable, to: string): readonly TextEdit[] {
  const range = table.recordRange(0);
  const header = convertRecord(scan(table.slice(range.start, range.end), table.delimiter), 0, to);
  return header ? [{ range, text: header.text }] : [];
}

/** Divides all cells by commas, those of the rows too where another character than that of the header divides them. */
export function* convertToCommas({ table, layout }: ContactSheet): Steps<readonly TextEdit[]> {
  if (layout?.kind !== 'rowDelimiter') return yield* convertDelimiter(table, ',', columnsOf(table, layout));
  const rows = yield* convertRows(table, layout, ',');
  const isHeader = rows.some(({ range }) => range.start === table.recordRange(0).start);
  return isHeader ? rows : [...convertHeader(table, ','), ...rows];
}

/** How many cells a record should have. */
function columnsOf(table: CsvTable, layout: Layout | undefined): number {
  const header = layout?.kind === 'linesAbove' ? layout.record : 0;
  return header < table.recordCount ? table.fieldCount(header) : 0;
}

/** Separates a record as the header is; `undefined` where nothing else separates it. */
export function convertRow(table: CsvTable, record: number): readonly TextEdit[] | undefined {
  const range = table.recordRange(record);
  const line = quotedLine(table, record);
  const inLine = line === undefined ? undefined : scan(line, table.delimiter);
  if (inLine?.recordCount === 1 && inLine.fieldCount(0) === table.fieldCount(0)) {
    return [{ range, text: withSoundCells(inLine) }];
  }
  const own = ownDelimiter(table, record, table.fieldCount(0));
  if (own === undefined) return undefined;
  const edit = convertRecord(scan(table.slice(range.start, range.end), own), 0, table.delimiter);
  return edit && [{ range, text: edit.text }];
}

/** A record as it stands, but that a cell which has a quote out of place is quoted; one that is a formula is left. */
function withSoundCells(table: CsvTable): string {
  return Array.from({ length: table.fieldCount(0) }, (_, field) => {
    const { start, end } = table.fieldRange(0, field);
    const raw = table.slice(start, end);
    return table.hasBrokenQuote(0, field) && formulaText(raw) === undefined ? quotedAsItStands(raw) : raw;
  }).join(table.delimiter);
}

/** Makes of each line that is one quoted cell what stands in it, and takes empty cells behind it away. */
export function* unquoteLines(table: CsvTable): Steps<readonly TextEdit[]> {
  const edits: TextEdit[] = [];
  for (let record = 0; record < table.recordCount; record++) {
    if (isPause(record)) yield;
    const text = quotedLine(table, record);
    if (text === undefined) continue;
    // A row that has its first value alone is one.
    if (table.fieldCount(record) > 1 && cellsOfAny(text) < 2) continue;
    edits.push({ range: table.recordRange(record), text });
  }
  return edits;
}

/** Quotes cells as a CSV does, where they have other quotes: in one record, or in all. */
export function* convertQuotes(sheet: ContactSheet, only?: number): Steps<readonly TextEdit[]> {
  const { table, headers } = sheet;
  const edits: TextEdit[] = [];
  const first = only ?? 0;
  const last = only ?? table.recordCount - 1;
  for (let record = first; record <= last; record++) {
    if (isPause(record)) yield;
    for (const span of otherQuotesIn(table, record, headers.length)) {
      const { start } = table.fieldRange(record, span.first);
      const { end } = table.fieldRange(record, span.last);
      const value = span.first === span.last ? table.value(record, span.first) : table.slice(start, end);
      edits.push({ range: { start, end }, text: written(unquoted(value), table.delimiter) });
    }
  }
  return edits;
}

/** Those quotes double the ones within, as `"` does. */
function unquoted(value: string): string {
  const quote = value.trim().charAt(0);
  const inner = withoutOtherQuotes(value.trim());
  return quote === "'" ? inner.replaceAll("''", "'") : inner;
}

/** Leaves the text of a cell that is written as a formula. */
export function keepFormulaText(table: CsvTable, cell: Cell): readonly TextEdit[] | undefined {
  const text = formulaText(cell.raw);
  return text === undefined ? undefined : [rewrite(table, { range: cell.range, raw: '' }, text)];
}

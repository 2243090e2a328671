import type { CsvTable, OffsetRange } from '../csv';
import type { TextEdit } from './fix';

/** A cell of a table, as it stands and as it reads. */
export interface Cell {
  readonly record: number;
  readonly field: number;
  readonly range: OffsetRange;
  /** With its quotes. */
  readonly raw: string;
  /** Unquoted. */
  readonly value: string;
  /** Its quotes are in order: what stands there and what it reads are the same beyond doubt. */
  readonly isSound: boolean;
}

/** The cell of a record, which must have it. */
export function cellOf(table: CsvTable, record: number, field: number): Cell {
  const range = table.fieldRange(record, field);
  const raw = table.slice(range.start, range.end);
  const value = table.value(record, field);
  return { record, field, range, raw, value, isSound: isSound(raw) };
}

/** The cell in which a finding starts; `undefined` for a finding of another text. */
export function cellAt(table: CsvTable, { start }: OffsetRange): Cell | undefined {
  const at = table.cellAt(start);
  return at && cellOf(table, at.record, at.field);
}

/**
 * Gives a cell another value in the quoting that it has: quoted stays quoted, and an unquoted cell gets quotes only if
 * the new value cannot do without.
 */
export function rewrite(
  table: CsvTable,
  { range, raw }: Pick<Cell, 'range' | 'raw'>,
  value: string,
): TextEdit {
  return { range, text: raw.startsWith('"') ? quoted(value) : written(value, table.delimiter) };
}

/** A value as a cell, quoted if a reader would otherwise take it for something else. */
export function written(value: string, delimiter: string): string {
  const needsQuotes = value.includes(delimiter) || /["\r\n]/.test(value);
  return needsQuotes ? quoted(value) : value;
}

export function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/** Whether a raw cell is without a quote, or within two of them and every one between doubled. */
export function isSound(raw: string): boolean {
  if (!raw.includes('"')) return true;
  if (raw.length < 2 || !raw.startsWith('"') || !raw.endsWith('"')) return false;
  return !raw.slice(1, -1).replaceAll('""', '').includes('"');
}

/** Whether the text ends inside a quote: the last cell then holds what are rows to a human reader. */
export function endsInsideQuote(table: CsvTable): boolean {
  return table.endsInsideQuote;
}

/** The line break behind a record, empty at the end of a text without one. */
export function lineBreakAfter(table: CsvTable, record: number): string {
  const { end } = table.recordRange(record);
  const next = record + 1 < table.recordCount ? table.recordRange(record + 1).start : table.length;
  return table.slice(end, next);
}

import { type CsvTable, type OffsetRange, scan } from '../csv';
import { isSound, quoted, rewrite, written, type Cell } from './cells';
import type { TextEdit } from './fix';

/**
 * Closes a quote that was never closed where the cell would end on that line, were it not quoted: before the next
 * delimiter, or at the end of the line.
 *
 * @param range from the opening quote to the end of its line
 */
export function closeQuote(table: CsvTable, range: OffsetRange): readonly TextEdit[] {
  const at = unquotedEnd(table, range);
  return [{ range: { start: at, end: at }, text: '"' }];
}

/**
 * Takes the opening quote away that was never closed. `undefined` when more quotes follow in the cell: they would be
 * stray then.
 */
export function removeOpeningQuote(table: CsvTable, range: OffsetRange): readonly TextEdit[] | undefined {
  if (table.slice(range.start + 1, unquotedEnd(table, range)).includes('"')) return undefined;
  return [{ range: { start: range.start, end: range.start + 1 }, text: '' }];
}

function unquotedEnd(table: CsvTable, { start, end }: OffsetRange): number {
  const delimiter = table.slice(start + 1, end).indexOf(table.delimiter);
  return delimiter < 0 ? end : start + 1 + delimiter;
}

/** Takes every quote out of a broken cell; quoted anew when what is left needs it. */
export function removeQuotes(table: CsvTable, { range, raw }: Cell): readonly TextEdit[] {
  return [{ range, text: written(raw.replaceAll('"', ''), table.delimiter) }];
}

/** Quotes a broken cell so that it reads as it stands. Quotes around the whole of it are taken for the cell's own. */
export function quoteCell({ range, raw }: Cell): readonly TextEdit[] {
  return [{ range, text: quotedAsItStands(raw) }];
}

/** See {@link quoteCell}. */
export function quotedAsItStands(raw: string): string {
  const isWrapped = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
  return isWrapped ? `"${raw.slice(1, -1).replace(/""?/g, '""')}"` : quoted(raw);
}

/**
 * Takes away the quote that opens a broken cell and joins its row with later ones, and the stray one behind which it ends,
 * unless that opens a cell of its line as it should.
 */
export function removeJoiningQuotes(
  table: CsvTable,
  { range: { start: open } }: Cell,
  { start: stray }: OffsetRange,
): readonly TextEdit[] {
  const feed = table.indexOf('\n', stray, table.length);
  const text = table.slice(stray, feed < 0 ? table.length : feed).replace(/\r$/, '');
  const line = scan(text, table.delimiter);
  const isOpening = [table.delimiter, '\n'].includes(table.slice(stray - 1, stray));
  const mayStay = isOpening && line.quoteProblems.length === 0;
  return [open, ...(mayStay ? [] : [stray])].map((at) => ({ range: { start: at, end: at + 1 }, text: '' }));
}

/** Takes the quotes away from around cells, which are sound. */
export function unquoteCells(
  table: CsvTable,
  record: number,
  fields: readonly number[],
): readonly TextEdit[] {
  return fields.flatMap((field) => {
    const { start, end } = table.fieldRange(record, field);
    return [start, end - 1].map((at) => ({ range: { start: at, end: at + 1 }, text: '' }));
  });
}

/**
 * Takes blanks from around a quoted cell, which made its quotes stray ones; and its delimiters ones that divide it, where
 * the record has more cells than it should have. `undefined` when that is not the trouble.
 *
 * @param expected how many cells the record should have
 */
export function unpadQuotes(
  table: CsvTable,
  { record, field, range, raw }: Cell,
  expected: number,
): readonly TextEdit[] | undefined {
  if (!raw.trimStart().startsWith('"')) return undefined;
  const surplus = Math.max(0, table.fieldCount(record) - expected);
  for (let last = field; last <= Math.min(field + surplus, table.fieldCount(record) - 1); last++) {
    const { end } = table.fieldRange(record, last);
    const bare = table.slice(range.start, end).trim();
    if (!isSound(bare)) continue;
    const value = bare.slice(1, -1).replaceAll('""', '"');
    return [rewrite(table, { range: { start: range.start, end }, raw: bare }, value)];
  }
  return undefined;
}

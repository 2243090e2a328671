import type { ContactSheet } from '../checks';
import { foldHeader, isBlankText, recogniseHeaders } from '../contact';
import { lineBreakAfter } from './cells';
import type { TextEdit } from './fix';
import { deleteRow } from './rows';
import { isPause, type Steps } from './steps';

/**
 * Puts the cells below a header that is repeated in another order, up to the next one, into the order of the first header,
 * and takes the repeated one away. `undefined` where not every column is in both, or a quote is broken.
 */
export function alignRows(
  sheet: ContactSheet,
  repeat: number,
): (() => Steps<readonly TextEdit[]>) | undefined {
  const order = orderOf(sheet, repeat);
  if (order === undefined || hasBrokenRow(sheet, repeat)) return undefined;
  return () => alignBelow(sheet, repeat, order);
}

/** Whether a quote is broken between the repeated header and the next one. */
function hasBrokenRow(sheet: ContactSheet, repeat: number): boolean {
  const { table } = sheet;
  if (!table.hasQuoteProblems) return false;
  for (let record = repeat + 1; record < table.recordCount && !sheet.repeatsHeader(record); record++) {
    if (table.quoteProblemsOf(record).length > 0) return true;
  }
  return false;
}

function* alignBelow(
  sheet: ContactSheet,
  repeat: number,
  order: readonly number[],
): Steps<readonly TextEdit[]> {
  const { table } = sheet;
  let end = repeat + 1;
  let text = '';
  for (; end < table.recordCount && !sheet.repeatsHeader(end); end++) {
    if (isPause(end)) yield;
    const { start: from, end: to } = table.recordRange(end);
    text += table.isBlank(end) ? table.slice(from, to) : aligned(sheet, end, order);
    text += lineBreakAfter(table, end);
  }
  if (end === repeat + 1) return [deleteRow(table, repeat)];
  const last = lineBreakAfter(table, end - 1).length;
  const range = { start: table.recordRange(repeat).start, end: table.recordRange(end - 1).end };
  return [{ range, text: text.slice(0, text.length - last) }];
}

/** For each cell of the header its place in the repeated one. */
function orderOf(sheet: ContactSheet, repeat: number): readonly number[] | undefined {
  const { recognised } = sheet;
  const headers = upToLastName(sheet.headers);
  const names = upToLastName(sheet.cells(repeat));
  if (names.length !== headers.length) return undefined;
  const meanings = recogniseHeaders(names);
  const order = headers.map((header, field) => {
    const column = recognised[field]?.column;
    return column === undefined
      ? names.findIndex((name, place) => !meanings[place] && foldHeader(name) === foldHeader(header))
      : meanings.findIndex((meaning) => meaning?.column === column);
  });
  return order.includes(-1) || new Set(order).size < order.length ? undefined : order;
}

/** Without the cells at the end that name nothing, as spreadsheets leave them. */
function upToLastName(cells: readonly string[]): readonly string[] {
  return cells.slice(0, 1 + cells.findLastIndex((cell) => !isBlankText(cell)));
}

/** The cells of a row in that order, as they stand; what it has more of stays at its end, what it lacks is empty. */
function aligned({ table }: ContactSheet, record: number, order: readonly number[]): string {
  const raw = (field: number) => {
    if (field >= table.fieldCount(record)) return '';
    const { start, end } = table.fieldRange(record, field);
    return table.slice(start, end);
  };
  const surplus = Math.max(0, table.fieldCount(record) - order.length);
  const places = [...order, ...Array.from({ length: surplus }, (_, more) => order.length + more)];
  return places.map(raw).join(table.delimiter);
}

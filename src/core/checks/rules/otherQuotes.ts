import { hasOtherQuotes, otherQuotesIn } from '../../csv';
import type { RecordRule } from '../rule';

/**
 * Cells in quotes that are none in a CSV, `'Asha'` or `“Asha”`: they would be stored, and a delimiter between them
 * divides the cell. Once for a file that is quoted so from its header on, else once for each row.
 */
export const otherQuotes: RecordRule = {
  code: 'csv.otherQuotes',
  sparesPlain: true,
  checkRecord(sheet, record, report, isRow) {
    const { table, layout } = sheet;
    const code = 'csv.otherQuotes';
    if (layout?.kind === 'otherQuotes') {
      if (record === 0) report({ code, range: sheet.headerRange, quote: layout.quote, of: 'file' });
      return;
    }
    if (!isRow || table.hasBrokenQuote(record, table.fieldCount(record) - 1)) return;
    const { start: from, end: to } = table.recordRange(record);
    if (!hasOtherQuotes(table.slice(from, to))) return;
    const spans = otherQuotesIn(table, record, sheet.headers.length);
    const [first, last] = [spans[0], spans.at(-1)];
    if (first === undefined || last === undefined) return;
    const { start } = table.fieldRange(record, first.first);
    const { end } = table.fieldRange(record, last.last);
    const quote = table.value(record, first.first).trim().charAt(0);
    const isDivided = spans.some((span) => span.last > span.first);
    report({ code, range: { start, end }, quote, of: isDivided ? 'delimiters' : 'cells' });
  },
};

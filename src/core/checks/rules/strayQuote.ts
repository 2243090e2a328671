import { opensJoinedRows } from '../joinedRows';
import { cellAround, isFormula } from '../misplacedQuotes';
import type { RecordRule } from '../rule';

/**
 * A quote where none may stand: inside an unquoted cell, or closing a cell that goes on. One for each cell, up to one that
 * joins rows.
 */
export const strayQuote: RecordRule = {
  code: 'csv.strayQuote',
  sparesPlain: true,
  checkRecord(sheet, record, report) {
    const { table } = sheet;
    if (table.quoteProblemsOf(record).length > 0 && sheet.repeatsHeader(record)) return;
    for (const { kind, range } of table.quoteProblemsOf(record)) {
      if (kind !== 'stray' || isFormula(table, range.start)) continue;
      report({ code: 'csv.strayQuote', range });
      // What joins rows makes other quotes stray ones.
      if (opensJoinedRows(cellAround(table, range.start))) return;
    }
  },
};

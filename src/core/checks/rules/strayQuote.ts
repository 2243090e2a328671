import type { RecordRule } from '../rule';

/** A quote where none may stand: inside an unquoted cell, or closing a cell that goes on. One for each cell. */
export const strayQuote: RecordRule = {
  code: 'csv.strayQuote',
  sparesPlain: true,
  checkRecord({ table }, record, report) {
    for (const { kind, range } of table.quoteProblemsOf(record)) {
      if (kind === 'stray') report({ code: 'csv.strayQuote', range });
    }
  },
};

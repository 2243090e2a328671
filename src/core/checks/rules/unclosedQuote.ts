import type { RecordRule } from '../rule';

/** A quote that opens a cell and is never closed: everything behind it is swallowed by that one cell. */
export const unclosedQuote: RecordRule = {
  code: 'csv.unclosedQuote',
  sparesPlain: true,
  checkRecord({ table }, record, report) {
    for (const { kind, range } of table.quoteProblemsOf(record)) {
      if (kind === 'unclosed') report({ code: 'csv.unclosedQuote', range });
    }
  },
};

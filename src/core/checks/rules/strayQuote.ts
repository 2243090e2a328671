import type { Rule } from '../rule';

/** A quote where none may stand: inside an unquoted cell, or closing a cell that goes on. One for each cell. */
export const strayQuote: Rule = {
  code: 'csv.strayQuote',
  begin({ table }, report) {
    for (const { kind, range } of table.quoteProblems) {
      if (kind === 'stray') report({ code: 'csv.strayQuote', range });
    }
    return undefined;
  },
};

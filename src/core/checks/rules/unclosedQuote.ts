import type { Rule } from '../rule';

/** A quote that opens a cell and is never closed: everything behind it is swallowed by that one cell. */
export const unclosedQuote: Rule = {
  code: 'csv.unclosedQuote',
  begin({ table }, report) {
    for (const { kind, range } of table.quoteProblems) {
      if (kind === 'unclosed') report({ code: 'csv.unclosedQuote', range });
    }
    return undefined;
  },
};

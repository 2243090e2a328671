import type { Rule } from '../rule';

/** A header with no row below it, blank ones left out: there is nothing to send. */
export const noRows: Rule = {
  code: 'csv.noRows',
  begin(sheet, report) {
    for (let record = 1; record < sheet.recordCount; record++) {
      if (sheet.isRow(record)) return undefined;
    }
    report({ code: 'csv.noRows', range: sheet.headerRange });
    return undefined;
  },
};

import type { SheetRule } from '../rule';

/** A header with no row below it, blank ones left out: there is nothing to send. */
export const noRows: SheetRule = {
  code: 'csv.noRows',
  checkSheet(sheet, report, rows) {
    if (rows === 0) report({ code: 'csv.noRows', range: sheet.headerRange });
  },
};

import { otherDelimiters } from '../finding';
import type { Rule } from '../rule';

/** Cells divided by another character than the comma, as spreadsheets write them where the comma is the decimal sign. */
export const delimiter: Rule = {
  code: 'csv.delimiter',
  begin({ table, headerRange }, report) {
    const found = otherDelimiters.find((other) => other === table.delimiter);
    if (found !== undefined) report({ code: 'csv.delimiter', range: headerRange, delimiter: found });
    return undefined;
  },
};

import { otherDelimiters } from '../finding';
import type { SheetRule } from '../rule';

/** Cells divided by another character than the comma, as spreadsheets write them where the comma is the decimal sign. */
export const delimiter: SheetRule = {
  code: 'csv.delimiter',
  checkSheet({ table, layout, headerRange }, report) {
    // What separates them stands within the quotes.
    if (layout?.kind === 'quotedLines') return;
    const found = otherDelimiters.find((other) => other === table.delimiter);
    if (found !== undefined) report({ code: 'csv.delimiter', range: headerRange, delimiter: found });
  },
};

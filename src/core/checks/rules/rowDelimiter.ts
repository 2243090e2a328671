import type { SheetRule } from '../rule';

/** A header that is separated by one character above rows that are by another: each row reads as a single cell. */
export const rowDelimiter: SheetRule = {
  code: 'csv.rowDelimiter',
  checkSheet({ layout, headerRange: range }, report) {
    if (layout?.kind !== 'rowDelimiter') return;
    report({ code: 'csv.rowDelimiter', range, delimiter: layout.delimiter });
  },
};

import type { SheetRule } from '../rule';

/** Every line in quotes as a whole, so that it reads as one cell: a CSV that was exported as a column of text. */
export const quotedLines: SheetRule = {
  code: 'csv.quotedLines',
  checkSheet({ layout, headerRange: range }, report) {
    if (layout?.kind === 'quotedLines') report({ code: 'csv.quotedLines', range });
  },
};

import type { RowRule } from '../rule';

/** A row with more or fewer cells than the header: from the first missing or surplus comma on, values stand in wrong columns. */
export const fieldCount: RowRule = {
  code: 'csv.fieldCount',
  sparesPlain: true,
  checkRow(row, report) {
    const { cellCount: actual, record } = row;
    const { headers, table } = row.sheet;
    const expected = headers.length;
    if (actual === expected) return;
    const { start, end } = row.range;
    const surplus = actual > expected ? table.fieldRange(record, expected).start : start;
    report({ code: 'csv.fieldCount', range: { start: surplus, end }, expected, actual });
  },
};

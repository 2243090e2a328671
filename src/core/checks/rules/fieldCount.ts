import type { Rule } from '../rule';

/** A row with more or fewer cells than the header: from the first missing or surplus comma on, values stand in wrong columns. */
export const fieldCount: Rule = {
  code: 'csv.fieldCount',
  begin({ table, headers }, report) {
    return (record) => {
      const expected = headers.length;
      const actual = table.fieldCount(record);
      if (actual === expected) return;
      const row = table.recordRange(record);
      const start = actual > expected ? table.fieldRange(record, expected).start : row.start;
      report({ code: 'csv.fieldCount', range: { start, end: row.end }, expected, actual });
    };
  },
};

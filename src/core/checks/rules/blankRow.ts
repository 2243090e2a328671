import type { Rule } from '../rule';

/**
 * A line with nothing on it, or a row in which nothing is seen: some readers take it for a contact without any value.
 * It is no row of the list, so that nothing else is said of it.
 */
export const blankRow: Rule = {
  code: 'csv.blankRow',
  begin(sheet, report) {
    const { table } = sheet;
    for (let record = 1; record < sheet.recordCount; record++) {
      if (sheet.isRow(record)) continue;
      report({ code: 'csv.blankRow', range: table.recordRange(record), hasCells: !table.isBlank(record) });
    }
    return undefined;
  },
};

import type { RecordRule } from '../rule';

/**
 * A line with nothing on it, or a row in which nothing is seen but a reason: some readers take it for a contact without any value.
 * It is no row of the list, so that nothing else is said of it.
 */
export const blankRow: RecordRule = {
  code: 'csv.blankRow',
  sparesPlain: true,
  checkRecord(sheet, record, report, isRow) {
    const { table } = sheet;
    if (isRow || record === 0 || sheet.repeatsHeader(record)) return;
    report({ code: 'csv.blankRow', range: table.recordRange(record), hasCells: !table.isBlank(record) });
  },
};

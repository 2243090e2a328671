import type { RecordRule } from '../rule';

/**
 * The header once more among the rows, where files were put together. It is no row of the list, so that nothing else is
 * said of it, and it never leaves.
 */
export const repeatedHeader: RecordRule = {
  code: 'csv.repeatedHeader',
  sparesPlain: true,
  checkRecord(sheet, record, report, isRow) {
    if (isRow) return;
    const order = sheet.repeatsHeader(record);
    if (order) report({ code: 'csv.repeatedHeader', range: sheet.table.recordRange(record), order });
  },
};

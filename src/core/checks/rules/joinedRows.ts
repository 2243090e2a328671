import { joinedCells } from '../joinedRows';
import type { RecordRule } from '../rule';

/** Quotes that join rows, which are then one. Once for each record, from the first such cell to the last. */
export const joinedRows: RecordRule = {
  code: 'csv.joinedRows',
  sparesPlain: true,
  checkRecord(sheet, record, report) {
    const [first, ...more] = joinedCells(sheet, record);
    if (first === undefined) return;
    const { start } = sheet.table.fieldRange(record, first);
    const { end } = sheet.table.fieldRange(record, more.at(-1) ?? first);
    report({ code: 'csv.joinedRows', range: { start, end } });
  },
};

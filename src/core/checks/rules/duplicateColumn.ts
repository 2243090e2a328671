import { contactColumns } from '../../contact';
import type { SheetRule } from '../rule';

/** A contact column that the header names again: which of the two the stream reads is not known. */
export const duplicateColumn: SheetRule = {
  code: 'columns.duplicate',
  checkSheet(sheet, report) {
    for (const column of contactColumns) {
      const first = sheet.fieldOf[column];
      if (first === undefined) continue;
      let again = sheet.headers.indexOf(column, first + 1);
      for (; again >= 0; again = sheet.headers.indexOf(column, again + 1)) {
        const range = sheet.headerCell(again);
        report({ code: 'columns.duplicate', range, column, first: sheet.headerCell(first) });
      }
    }
  },
};

import type { SheetRule } from '../rule';

/** No column of the header is a contact's, not even by another name: not every CSV is a contact list, so this only informs. */
export const noColumns: SheetRule = {
  code: 'columns.none',
  checkSheet(sheet, report) {
    if (!sheet.isContactList) report({ code: 'columns.none', range: sheet.headerRange });
  },
};

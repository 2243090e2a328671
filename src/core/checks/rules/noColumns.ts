import type { Rule } from '../rule';

/** No column of the header is a contact's, not even by another name: not every CSV is a contact list, so this only informs. */
export const noColumns: Rule = {
  code: 'columns.none',
  begin(sheet, report) {
    if (!sheet.isContactList) report({ code: 'columns.none', range: sheet.headerRange });
    return undefined;
  },
};

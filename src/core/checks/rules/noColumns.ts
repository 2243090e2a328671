import type { SheetRule } from '../rule';

/** The header is not one of a contact list: not every CSV is one, so this only informs, and says what it seems to be. */
export const noColumns: SheetRule = {
  code: 'columns.none',
  checkSheet(sheet, report) {
    if (sheet.standing === 'list') return;
    const range = sheet.headerRange;
    if (sheet.lacksHeader) report({ code: 'columns.none', range, seems: 'headless' });
    else if (sheet.mayBeContactList) report({ code: 'columns.none', range, seems: 'list' });
    else report({ code: 'columns.none', range });
  },
};

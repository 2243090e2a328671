import { contactColumns } from '../../contact';
import type { SheetRule } from '../rule';

/** Columns that the import needs and the header does not name exactly, in one finding on the header. */
export const missingColumns: SheetRule = {
  code: 'columns.missing',
  checkSheet(sheet, report) {
    const columns = contactColumns.filter((column) => sheet.fieldOf[column] === undefined);
    if (columns.length > 0) report({ code: 'columns.missing', range: sheet.headerRange, columns });
  },
};

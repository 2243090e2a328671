import { contactColumns } from '../../contact/columns';
import type { Rule } from '../rule';

/** Columns that the import needs and the header does not name exactly, in one finding on the header. */
export const missingColumns: Rule = {
  code: 'columns.missing',
  begin(sheet, report) {
    const columns = contactColumns.filter((column) => sheet.fieldOf[column] === undefined);
    if (columns.length > 0) report({ code: 'columns.missing', range: sheet.headerRange, columns });
    return undefined;
  },
};

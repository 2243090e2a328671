import { contactColumns } from '../../contact/columns';
import type { Rule } from '../rule';

/** An empty cell, or one of white space alone: all six columns are "string, required" (API page, body parameters). */
export const requiredValue: Rule = {
  code: 'value.required',
  begin(sheet, report) {
    return (record) => {
      for (const column of contactColumns) {
        const field = sheet.cellOf(record, column);
        if (field === undefined || sheet.table.value(record, field).trim() !== '') continue;
        report({ code: 'value.required', range: sheet.table.fieldRange(record, field), column });
      }
    };
  },
};

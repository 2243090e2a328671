import { contactColumns, textMarksIn } from '../../contact';
import type { RowRule } from '../rule';

/** An apostrophe in front of a name, by which a spreadsheet keeps a value as text; it would be stored. */
export const textMark: RowRule = {
  code: 'value.textMark',
  // A plain row has no apostrophe.
  sparesPlain: true,
  checkRow(row, report) {
    const values = Object.fromEntries(contactColumns.map((column) => [column, row.value(column) ?? '']));
    const marks = textMarksIn(values);
    for (const column of marks?.columns ?? []) {
      const range = row.cell(column);
      report({ code: 'value.textMark', range, column, ...(marks?.isDoubtful && { isDoubtful: true }) });
    }
  },
};

import { contactColumns } from '../../contact/columns';
import type { Rule } from '../rule';

const known: ReadonlySet<string> = new Set(contactColumns);

/** A header cell that names none of the six columns. What the stream does with such a column is not documented. */
export const unknownColumn: Rule = {
  code: 'columns.unknown',
  sheet(sheet, report) {
    for (const [field, header] of sheet.headers.entries()) {
      if (!known.has(header)) report({ code: 'columns.unknown', range: sheet.headerCell(field), header });
    }
  },
};

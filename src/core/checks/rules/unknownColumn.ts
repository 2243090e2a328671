import { isOwnColumn } from '../../contact';
import type { SheetRule } from '../rule';

/** A header cell that means none of the six columns. What the stream does with such a column is not documented. Ours is left out. */
export const unknownColumn: SheetRule = {
  code: 'columns.unknown',
  checkSheet(sheet, report) {
    // Its cells are a contact's values.
    if (sheet.lacksHeader) return;
    for (const [field, header] of sheet.headers.entries()) {
      if (sheet.recognised[field] || isOwnColumn(header)) continue;
      report({ code: 'columns.unknown', range: sheet.headerCell(field), header });
    }
  },
};

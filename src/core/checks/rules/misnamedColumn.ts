import { formulaText } from '../../csv';
import type { SheetRule } from '../rule';

/** A header cell that means one of the six columns by another name: the import finds columns by their exact names alone. */
export const misnamedColumn: SheetRule = {
  code: 'columns.misnamed',
  checkSheet(sheet, report) {
    for (const [field, meaning] of sheet.recognised.entries()) {
      if (meaning === undefined || meaning.how === 'exact') continue;
      const { column, how } = meaning;
      const header = sheet.headers[field] ?? '';
      if (formulaText(header) !== undefined) continue;
      report({ code: 'columns.misnamed', range: sheet.headerCell(field), header, column, how });
    }
  },
};

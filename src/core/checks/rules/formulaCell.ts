import { formulaText } from '../../csv';
import type { RecordRule } from '../rule';

/** A cell such as `="0987"`, by which an export keeps a spreadsheet from changing a number: no other reader takes it so. */
export const formulaCell: RecordRule = {
  code: 'csv.formulaCell',
  sparesPlain: true,
  checkRecord({ table }, record, report) {
    const { start, end } = table.recordRange(record);
    if (table.indexOf('=', start, end) < 0) return;
    const count = table.fieldCount(record);
    for (let field = 0; field < count; field++) {
      const range = table.fieldRange(record, field);
      if (formulaText(table.slice(range.start, range.end)) !== undefined)
        report({ code: 'csv.formulaCell', range });
    }
  },
};

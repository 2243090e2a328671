import { contactColumns } from '../contact/columns';
import type { Rule } from './rule';

/** A rule that looks at each contact value of a row by itself, and marks its cell. Cells with a broken quote are left out. */
export function valueRule(
  code: 'value.required' | 'value.whitespace' | 'value.controlCharacter',
  isWrong: (value: string) => boolean,
): Rule {
  return {
    code,
    begin(sheet, report) {
      const { table } = sheet;
      return (record) => {
        for (const column of contactColumns) {
          const field = sheet.cellOf(record, column);
          if (field === undefined || !isWrong(table.value(record, field))) continue;
          // What such a cell holds, or where it ends, cannot be told.
          if (table.hasBrokenQuote(record, field)) continue;
          report({ code, range: table.fieldRange(record, field), column });
        }
      };
    },
  };
}

import { contactColumns, withoutEntities } from '../../contact';
import type { RowRule } from '../rule';

/** A character that stands there as HTML writes it, and would be stored so: `M&uuml;ller`, `Rao &amp; Iyer`. */
export const entity: RowRule = {
  code: 'value.entity',
  checkRow(row, report) {
    for (const column of contactColumns) {
      const value = row.value(column);
      if (value === undefined || withoutEntities(value) === value) continue;
      report({ code: 'value.entity', range: row.cell(column), column });
    }
  },
};

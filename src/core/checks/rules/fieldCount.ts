import { otherQuotesIn } from '../../csv';
import type { Row } from '../row';
import type { RowRule } from '../rule';

/** A row with more or fewer cells than the header: from the first missing or surplus comma on, values stand in wrong columns. */
export const fieldCount: RowRule = {
  code: 'csv.fieldCount',
  sparesPlain: true,
  checkRow(row, report) {
    const { cellCount: actual, record } = row;
    const { headers, table } = row.sheet;
    const expected = headers.length;
    if (actual === expected || row.isBroken) return;
    // Other quotes that hold a delimiter explain it.
    if (actual > expected && actual - surplusIn(row, expected) === expected) return;
    const { start, end } = row.range;
    const surplus = actual > expected ? table.fieldRange(record, expected).start : start;
    report({ code: 'csv.fieldCount', range: { start: surplus, end }, expected, actual });
  },
};

function surplusIn({ sheet, record }: Row, expected: number): number {
  const spans = otherQuotesIn(sheet.table, record, expected);
  return spans.reduce((sum, { first, last }) => sum + last - first, 0);
}

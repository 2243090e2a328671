import type { CsvTable } from './table';

/** The table's text without one of its fields: everything else, line breaks and blank lines included, as it stands. */
export function withoutField(table: CsvTable, field: number): string {
  const parts: string[] = [];
  let at = 0;
  for (let record = 0; record < table.recordCount; record++) {
    const count = table.fieldCount(record);
    if (field >= count) continue;
    const { start, end } = table.fieldRange(record, field);
    // One delimiter goes with it: the one behind, or before the last field.
    const isLast = field === count - 1;
    const from = isLast && field > 0 ? start - 1 : start;
    const to = isLast ? end : end + 1;
    parts.push(table.text.slice(at, from));
    at = to;
  }
  parts.push(table.text.slice(at));
  return parts.join('');
}

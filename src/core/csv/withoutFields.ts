import type { CsvTable } from './table';

const byteOrderMark = '\uFEFF';

/**
 * The table's text without some of its fields: everything else, line breaks and blank lines included, as it stands.
 * @param fields in order
 */
export function withoutFields(table: CsvTable, fields: readonly number[]): string {
  const { text, delimiter } = table;
  const parts: string[] = [];
  let at = 0;
  for (let record = 0; record < table.recordCount; record++) {
    const count = table.fieldCount(record);
    const cut = fields.filter((field) => field < count);
    if (cut.length === 0) continue;
    const { start, end } = table.recordRange(record);
    const kept: string[] = [];
    let from = 0;
    for (const field of [...cut, count]) {
      if (field > from) {
        kept.push(text.slice(table.fieldRange(record, from).start, table.fieldRange(record, field - 1).end));
      }
      from = field + 1;
    }
    parts.push(text.slice(at, start), kept.join(delimiter));
    at = end;
  }
  parts.push(text.slice(at));
  const rest = parts.join('');
  // A mark in front belongs to no field; one that only comes there now does, and needs another before it.
  const hadMark = text.startsWith(byteOrderMark);
  return !hadMark && rest.startsWith(byteOrderMark) ? byteOrderMark + rest : rest;
}

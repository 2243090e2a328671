import type { CsvTable } from '../../csv';

/** The 1-based line on which each record of a table starts, in the text that the table is of. */
export function linesOf(table: CsvTable): (record: number) => number {
  const { text } = table;
  const lines: number[] = [];
  let [line, at] = [1, 0];
  for (let record = 0; record < table.recordCount; record++) {
    const { start } = table.recordRange(record);
    for (let feed = text.indexOf('\n', at); feed >= 0 && feed < start; feed = text.indexOf('\n', at)) {
      line++;
      at = feed + 1;
    }
    lines.push(line);
  }
  return (record) => lines[record] ?? line;
}

import type { CsvTable } from '../../csv';

/** Where the text of a table is another one than that of the user's file. */
export interface InFile {
  readonly text: string;
  /** Where an offset of the table's text is in the file's. */
  readonly offset: (offset: number) => number;
}

/** The 1-based line on which each record of a table starts, in the user's file. */
export function linesOf(
  table: CsvTable,
  { text, offset }: InFile = { text: table.text, offset: (own) => own },
): (record: number) => number {
  const lines: number[] = [];
  let [line, at] = [1, 0];
  for (let record = 0; record < table.recordCount; record++) {
    const start = offset(table.recordRange(record).start);
    for (let feed = text.indexOf('\n', at); feed >= 0 && feed < start; feed = text.indexOf('\n', at)) {
      line++;
      at = feed + 1;
    }
    lines.push(line);
  }
  return (record) => lines[record] ?? line;
}

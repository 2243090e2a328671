import type { CsvTable } from '../../csv';

/** Where the text of a table is another one than that of the user's file. */
export interface InFile {
  readonly text: string;
  /** Where an offset of the table's text is in the file's. */
  readonly offset: (offset: number) => number;
}

/** So many records are looked at between two pauses: less than a millisecond. */
export const recordsAtOnce = 500;

/** The 1-based line on which each record of a table starts, in the user's file. In steps, for `finishInSlices`. */
export function* linesOf(
  table: CsvTable,
  { text, offset }: InFile = { text: table.text, offset: (own) => own },
): Generator<undefined, (record: number) => number> {
  const lines: number[] = [];
  let [line, at] = [1, 0];
  for (let record = 0; record < table.recordCount; record++) {
    if (record % recordsAtOnce === 0) yield;
    const start = offset(table.recordRange(record).start);
    for (let feed = text.indexOf('\n', at); feed >= 0 && feed < start; feed = text.indexOf('\n', at)) {
      line++;
      at = feed + 1;
    }
    lines.push(line);
  }
  return (record) => lines[record] ?? line;
}

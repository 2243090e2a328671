import { wrongLetters } from '../../contact';
import type { CsvTable } from '../../csv';
import type { RecordRule } from '../rule';

/** So much is looked at a time, in UTF-16 units: what a quote has swallowed may be the rest of a long text. */
const step = 0x2000;
/** And so much of a record at the most: a longer one is what a quote has swallowed, and is told of as such. */
const longest = 0x10_0000;

/**
 * Letters that are not those that were meant, and would be sent so: the file was opened in the wrong encoding, saved in
 * it before, or was cut within a character. Once for each cell, the first of them; all cells of a file are told as one
 * finding. A byte order mark is none.
 */
export const encoding: RecordRule = {
  code: 'csv.encoding',
  sparesPlain: true,
  checkRecord({ table }, record, report) {
    const range = table.recordRange(record);
    const end = Math.min(range.end, range.start + longest);
    let at = range.start;
    /** Where the cell ends of which was told last. */
    let told = -1;
    while (at < end) {
      const to = stepEnd(table, at, end);
      for (const { start, end: behind, how } of wrongLetters(table.slice(at, to))) {
        const place = { start: at + start, end: at + behind };
        if (place.start < told) continue;
        told = cellEnd(table, place.start);
        report({ code: 'csv.encoding', range: place, ...(how !== 'lost' && { how }) });
      }
      at = to;
    }
  },
};

function cellEnd(table: CsvTable, at: number): number {
  const cell = table.cellAt(at);
  return cell === undefined ? at + 1 : table.fieldRange(cell.record, cell.field).end;
}

/** Not within what is one by several characters. */
function stepEnd(table: CsvTable, at: number, end: number): number {
  let to = Math.min(at + step, end);
  while (to < end && /[^\0-\x7F]/.test(table.slice(to - 1, to + 1))) to++;
  return to;
}

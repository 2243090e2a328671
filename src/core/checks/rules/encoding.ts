import type { CsvTable } from '../../csv/table';
import type { RecordRule } from '../rule';

/** Replacement characters, and halves of a pair of surrogates, of which UTF-8 makes replacement characters. */
const lost = /[\uFFFD\p{Surrogate}]+/gu;

/** So much is looked at a time, in UTF-16 units: what a quote has swallowed may be the rest of a long text. */
const step = 0x2000;

/**
 * Letters that are gone and would be sent so: the file was opened in the wrong encoding, or was cut within a character.
 * One for each run of them. A byte order mark is no finding.
 */
export const encoding: RecordRule = {
  code: 'csv.encoding',
  sparesPlain: true,
  checkRecord({ table }, record, report) {
    const { end } = table.recordRange(record);
    let { start: at } = table.recordRange(record);
    while (at < end) {
      const to = stepEnd(table, at, end);
      for (const { index, 0: run } of table.slice(at, to).matchAll(lost)) {
        report({ code: 'csv.encoding', range: { start: at + index, end: at + index + run.length } });
      }
      at = to;
    }
  },
};

/** Not within a pair, nor within a run. */
function stepEnd(table: CsvTable, at: number, end: number): number {
  let to = Math.min(at + step, end);
  while (to < end && /[\uFFFD\uD800-\uDFFF]/.test(table.slice(to, to + 1))) to++;
  return to;
}

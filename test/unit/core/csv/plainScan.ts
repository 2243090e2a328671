import type { OffsetRange } from '../../../../src/core/csv/range';
import type { QuoteProblem } from '../../../../src/core/csv/quoteProblems';
import type { CsvTable } from '../../../../src/core/csv/table';

/** Everything that a table tells of a text's structure. */
export interface Structure {
  /** For each record: where it ends, and where each of its fields starts and ends. */
  readonly records: readonly { readonly end: number; readonly fields: readonly OffsetRange[] }[];
  readonly problems: readonly QuoteProblem[];
}

/** What the scanner must find, written a second time in the plainest way: character by character, no blocks, no care for speed. */
export function plainScan(text: string, delimiter = ','): Structure {
  const records: { end: number; fields: OffsetRange[] }[] = [];
  const problems: QuoteProblem[] = [];
  const breakAt = (at: number) => (text[at] === '\n' ? 1 : text.startsWith('\r\n', at) ? 2 : 0);
  const endsField = (at: number) => at >= text.length || text[at] === delimiter || breakAt(at) > 0;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const fields: OffsetRange[] = [];
    for (;;) {
      const start = at;
      let stray = -1;
      if (text[at] === '"') {
        at++;
        while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1;
        if (at >= text.length) {
          at = text.length;
          let end = start;
          while (end < text.length && text[end] !== '\r' && text[end] !== '\n') end++;
          problems.push({ kind: 'unclosed', range: { start, end } });
        } else if (!endsField(++at)) stray = at - 1;
      }
      for (; !endsField(at); at++) if (text[at] === '"' && stray < 0) stray = at;
      if (stray >= 0) problems.push({ kind: 'stray', range: { start: stray, end: stray + 1 } });
      fields.push({ start, end: at });
      if (text[at] !== delimiter) break;
      at++;
    }
    records.push({ end: at, fields });
    at += breakAt(at);
  }
  return { records, problems };
}

/** The same of a table. */
export function structureOf(table: CsvTable): Structure {
  return {
    records: Array.from({ length: table.recordCount }, (_, record) => ({
      end: table.recordRange(record).end,
      fields: Array.from({ length: table.fieldCount(record) }, (__, field) =>
        table.fieldRange(record, field),
      ),
    })),
    problems: table.quoteProblems,
  };
}

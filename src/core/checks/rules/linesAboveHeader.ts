import type { SheetRule } from '../rule';

/** Lines above the header, a report's title or `sep=;`: every reader takes the first of them for the header. */
export const linesAboveHeader: SheetRule = {
  code: 'csv.linesAboveHeader',
  checkSheet({ table, layout, headerRange: range }, report) {
    if (layout?.kind !== 'linesAbove') return;
    const { record, sep } = layout;
    const above = table.slice(range.start, table.recordRange(record).start);
    const line = 1 + (above.match(/\r\n|\r|\n/g)?.length ?? 0);
    report({ code: 'csv.linesAboveHeader', range, line, ...(sep !== undefined && { sep }) });
  },
};

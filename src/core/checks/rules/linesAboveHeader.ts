import type { SheetRule } from '../rule';

/** Lines above the header, a report's title or `sep=;`: every reader takes the first of them for the header. */
export const linesAboveHeader: SheetRule = {
  code: 'csv.linesAboveHeader',
  checkSheet({ layout, headerRange: range }, report) {
    if (layout?.kind !== 'linesAbove') return;
    const { line, sep, contacts } = layout;
    report({
      ...{ code: 'csv.linesAboveHeader', range, line },
      ...(sep !== undefined && { sep }),
      ...(contacts !== undefined && { hasContacts: true }),
    });
  },
};

import { check, type CheckOptions } from './check';
import type { Finding, FindingCode } from './finding';
import type { ContactSheet } from './sheet';

/** Errors after which it is not sure which value belongs to which row or column. */
const structural: ReadonlySet<FindingCode> = new Set([
  'csv.unclosedQuote',
  'csv.strayQuote',
  'csv.joinedRows',
  'csv.delimiter',
  'csv.linesAboveHeader',
  'csv.rowDelimiter',
  'csv.quotedLines',
  'csv.noRows',
  'columns.missing',
  'columns.duplicate',
  'columns.misnamed',
  'columns.none',
  'columns.unknown',
]);

/** Whether a finding is of a record that is no row, and never sent: it keeps nothing back, however severe it is. */
export function isOfNoRow(finding: Finding): boolean {
  return finding.code === 'csv.blankRow' || (finding.code === 'csv.repeatedHeader' && !isMisread(finding));
}

/** Whether the rows below a header that is repeated have their values in other columns. */
function isMisread(finding: Finding): boolean {
  return finding.code === 'csv.repeatedHeader' && finding.order === 'other';
}

/**
 * The rows that have errors, by record, each with its errors; `undefined` when they cannot be held back: an error is none
 * of single rows, so that no row can be sent without it, or no row would be left. Rows that are blank, or
 * repeat the header, are no rows, and never sent: of a file whose only errors are these, none is held back.
 * A generator as `check` is one; the last `next` gives the rows.
 */
export function* badRows(
  sheet: ContactSheet,
  options: Omit<CheckOptions, 'limit'>,
): Generator<undefined, ReadonlyMap<number, readonly Finding[]> | undefined> {
  const { findings, rows, wrongLetters } = yield* check(sheet, { ...options, limit: Infinity });
  const bad = new Map<number, Finding[]>();
  for (const { finding, severity } of findings) {
    if (severity !== 'error') continue;
    const places = finding.code === 'csv.encoding' ? [finding.range, ...wrongLetters] : [finding.range];
    for (const range of places) {
      const record = sheet.table.cellAt(range.start)?.record ?? 0;
      if (record === 0 || structural.has(finding.code) || isMisread(finding)) return undefined;
      if (!sheet.isRow(record)) continue;
      const known = bad.get(record);
      if (known?.at(-1) === finding) continue;
      if (known) known.push(finding);
      else bad.set(record, [finding]);
    }
  }
  return bad.size < rows ? bad : undefined;
}

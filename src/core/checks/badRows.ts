import { check, type CheckOptions } from './check';
import type { Finding, FindingCode } from './finding';
import type { ContactSheet } from './sheet';

/** Errors after which it is not sure which value belongs to which row or column. */
const structural: ReadonlySet<FindingCode> = new Set([
  'csv.unclosedQuote',
  'csv.strayQuote',
  'csv.delimiter',
  'csv.noRows',
  'columns.missing',
  'columns.duplicate',
  'columns.misnamed',
  'columns.none',
  'columns.unknown',
]);

/**
 * The rows that have errors, by record, each with its errors; `undefined` when they cannot be held back: an error is none
 * of single rows, so that no row can be sent without it, or no row would be left. Rows that are blank are no rows, and
 * never sent.
 * A generator as `check` is one; the last `next` gives the rows.
 */
export function* badRows(
  sheet: ContactSheet,
  options: Omit<CheckOptions, 'limit'>,
): Generator<undefined, ReadonlyMap<number, readonly Finding[]> | undefined> {
  const { findings, rows } = yield* check(sheet, { ...options, limit: Infinity });
  const bad = new Map<number, Finding[]>();
  for (const { finding, severity } of findings) {
    if (severity !== 'error') continue;
    const record = sheet.table.cellAt(finding.range.start)?.record ?? 0;
    if (record === 0 || structural.has(finding.code)) return undefined;
    if (!sheet.isRow(record)) continue;
    const known = bad.get(record);
    if (known) known.push(finding);
    else bad.set(record, [finding]);
  }
  return bad.size < rows ? bad : undefined;
}

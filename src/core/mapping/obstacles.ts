import type { CheckReport } from '../checks/check';
import { findingCodes, type FindingCode } from '../checks/finding';
import type { RuleSettings } from '../checks/severity';
import { isContactItself } from './columnMap';

/** What a mapped copy no longer has: it is divided by commas, names exactly the six columns, and leaves blank rows out. */
const mended: ReadonlySet<FindingCode> = new Set([
  'csv.delimiter',
  'csv.blankRow',
  'columns.none',
  'columns.missing',
  'columns.duplicate',
  'columns.misnamed',
  'columns.unknown',
]);

/** What makes it unsure which cell is in which column, or which letters it holds. */
const structural: ReadonlySet<FindingCode> = new Set([
  'csv.unclosedQuote',
  'csv.strayQuote',
  'csv.joinedRows',
  'csv.linesAboveHeader',
  'csv.rowDelimiter',
  'csv.quotedLines',
  'csv.otherQuotes',
  'csv.formulaCell',
  'csv.repeatedHeader',
  'csv.encoding',
  'csv.fieldCount',
  'csv.noRows',
]);

/**
 * Whether the file has errors, and mapping its columns mends every one of them. When more errors were found than the
 * report shows, they are none that a header can have.
 */
export function mappingMends({ sheet, findings, counts }: CheckReport): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return (
    errors.length > 0 &&
    errors.length === counts.error &&
    errors.every(({ finding }) => mended.has(finding.code)) &&
    // A file with no other errors is sent as it is, without its blank rows.
    errors.some(({ finding }) => finding.code !== 'csv.blankRow') &&
    !isContactItself(sheet.headers)
  );
}

/** The user's settings with all rules off but those about the structure, on which a mapping stands. */
export function structureOnly(settings: RuleSettings): RuleSettings {
  const off = findingCodes.filter((code) => !structural.has(code)).map((code) => [code, 'off'] as const);
  return { ...settings, ...Object.fromEntries(off) };
}

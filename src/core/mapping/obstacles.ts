import {
  check,
  type CheckOptions,
  type CheckReport,
  type ContactSheet,
  type Finding,
  type FindingCode,
  findingCodes,
  type RuleSettings,
} from '../checks';
import { contactColumns } from '../contact';
import { isContactItself } from './columnMap';

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
 * Whether a file's columns, or what separates them, are not those of the import, whatever else is wrong with it. Not so of
 * one whose first line is a contact: mapping would take it for names.
 */
export function hasOtherColumns({ headers, table }: ContactSheet): boolean {
  const isNamed = contactColumns.every(
    (column) => headers.filter((header) => header === column).length === 1,
  );
  return (!isNamed || table.delimiter !== ',') && !isContactItself(headers);
}

/** Whether the file cannot be sent as it is for that, and a mapped copy could: other errors of its rows are held back. */
export function mappingMends({ sheet, rows }: Pick<CheckReport, 'sheet' | 'rows'>): boolean {
  const isReadable = rows > 0 && sheet.layout === undefined && !sheet.table.endsInsideQuote;
  return isReadable && hasOtherColumns(sheet);
}

/** The user's settings with all rules off but those about the structure, on which a mapping stands. */
export function structureOnly(settings: RuleSettings): RuleSettings {
  const off = findingCodes.filter((code) => !structural.has(code)).map((code) => [code, 'off'] as const);
  return { ...settings, ...Object.fromEntries(off) };
}

/** What a file's structure means for a map of it. */
export type Soundness =
  /** It is not sure what any of its cells is, or there are none. */
  | { readonly obstacle: Finding }
  /** Single rows cannot be read for sure: those are held back. By record. */
  | { readonly unsound: ReadonlyMap<number, readonly Finding[]> };

/**
 * Tells which rows of a file cannot be mapped, or why none can. A generator, as `check` is one; the last `next` tells it.
 */
export function* findObstacles(
  sheet: ContactSheet,
  { settings, ...options }: Omit<CheckOptions, 'limit'>,
): Generator<undefined, Soundness> {
  const rules = structureOnly(settings);
  const { findings, wrongLetters } = yield* check(sheet, { ...options, settings: rules, limit: Infinity });
  const unsound = new Map<number, Finding[]>();
  for (const { finding, severity } of findings) {
    if (severity !== 'error') continue;
    const places = finding.code === 'csv.encoding' ? [finding.range, ...wrongLetters] : [finding.range];
    const records = places.map((range) => sheet.table.cellAt(range.start)?.record ?? 0);
    if (concernsAll(finding)) return { obstacle: finding };
    // The header's names are only shown: what they hold is no contact's.
    for (const record of new Set(records.filter((at) => at > 0 && sheet.isRow(at)))) {
      const known = unsound.get(record);
      if (known) known.push(finding);
      else unsound.set(record, [finding]);
    }
  }
  return { unsound };
}

/** After these it is not sure of any row what its cells are, or there is none. */
const ofAllRows: ReadonlySet<FindingCode> = new Set([
  'csv.unclosedQuote',
  'csv.linesAboveHeader',
  'csv.rowDelimiter',
  'csv.quotedLines',
  'csv.noRows',
]);

function concernsAll(finding: Finding): boolean {
  if (finding.code === 'csv.otherQuotes') return finding.of === 'file';
  if (finding.code === 'csv.repeatedHeader') return finding.order === 'other';
  return ofAllRows.has(finding.code);
}

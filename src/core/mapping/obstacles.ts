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
import type { HeldReason } from './heldRows';
import type { ReadForMap } from './readForMap';

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
]);

/**
 * Whether a file's columns, or what separates them, are not those of the import, whatever else is wrong with it. Not so of
 * one whose first line is a contact: mapping would take it for names.
 */
export function hasOtherColumns({ headers, table, layout }: ContactSheet): boolean {
  // Its first line is not its header, or not as it stands.
  if (layout !== undefined) return true;
  return (!hasOwnNames({ headers }) || table.delimiter !== ',') && !isContactItself(headers);
}

/** Whether each column of the import has its name in the header, once. */
export function hasOwnNames({ headers }: Pick<ContactSheet, 'headers'>): boolean {
  return contactColumns.every((column) => headers.filter((header) => header === column).length === 1);
}

/** Whether the file cannot be sent as it is for that, and a mapped copy could: other errors of its rows are held back. */
export function mappingMends({ sheet, rows }: Pick<CheckReport, 'sheet' | 'rows'>): boolean {
  return rows > 0 && !sheet.table.endsInsideQuote && hasOtherColumns(sheet);
}

/** The user's settings with all rules off but those about the structure, on which a mapping stands. */
export function structureOnly(settings: RuleSettings): RuleSettings {
  const off = findingCodes.filter((code) => !structural.has(code)).map((code) => [code, 'off'] as const);
  return { ...settings, ...Object.fromEntries(off) };
}

/** What a file's structure means for a map of it. */
export type Soundness =
  /** It is not sure what any of the cells is: a quote is never closed. */
  | { readonly obstacle: Finding }
  /** There are no rows. */
  | { readonly isEmpty: true }
  /** Single rows cannot be read for sure: those are held back. By record. */
  | { readonly unsound: ReadonlyMap<number, readonly HeldReason[]> };

/**
 * Tells which rows of a file cannot be mapped, or why none can. A generator, as `check` is one; the last `next` tells it.
 */
export function* findObstacles(
  { sheet, rowsAbove }: Pick<ReadForMap, 'sheet' | 'rowsAbove'>,
  { settings, ...options }: Omit<CheckOptions, 'limit'>,
): Generator<undefined, Soundness> {
  const rules = structureOnly(settings);
  const { rows, findings, wrongLetters } = yield* check(sheet, {
    ...options,
    settings: rules,
    limit: Infinity,
  });
  const obstacle = findings.find(({ finding }) => concernsAll(finding));
  if (obstacle) return { obstacle: obstacle.finding };
  if (rows === 0) return { isEmpty: true };
  const unsound = new Map<number, HeldReason[]>();
  const hold = (record: number, reason: HeldReason) => {
    const known = unsound.get(record);
    if (known) known.push(reason);
    else unsound.set(record, [reason]);
  };
  for (const record of rowsIn(sheet, 1, rowsAbove + 1)) {
    hold(record, { kind: 'otherHeader', is: 'aboveHeader' });
  }
  for (const { finding, severity } of findings) {
    if (severity !== 'error') continue;
    const places = finding.code === 'csv.encoding' ? [finding.range, ...wrongLetters] : [finding.range];
    const records = new Set(places.map((range) => sheet.table.cellAt(range.start)?.record ?? 0));
    const isHeader = finding.code === 'csv.repeatedHeader' && finding.order === 'other';
    // The header's names are only shown: what they hold is no contact's.
    for (const record of records) {
      if (record > 0 && (isHeader || sheet.isRow(record))) hold(record, { kind: 'unsound', finding });
    }
    if (!isHeader) continue;
    const header = Math.max(...records);
    for (const record of rowsIn(sheet, header + 1, nextHeader(sheet, header))) {
      hold(record, { kind: 'otherHeader', is: 'belowRepeated' });
    }
  }
  return { unsound };
}

/** A layout that is left after all that a map reads past is none that anyone has seen. */
function concernsAll(finding: Finding): boolean {
  return (
    ['csv.unclosedQuote', 'csv.linesAboveHeader', 'csv.rowDelimiter', 'csv.quotedLines'].includes(
      finding.code,
    ) ||
    (finding.code === 'csv.otherQuotes' && finding.of === 'file')
  );
}

function* rowsIn(sheet: ContactSheet, from: number, to: number): Generator<number, void> {
  for (let record = from; record < to; record++) if (sheet.isRow(record)) yield record;
}

/** The record that names the columns again, in the header's order or another one; behind the last one if none does. */
function nextHeader(sheet: ContactSheet, header: number): number {
  let record = header + 1;
  while (record < sheet.recordCount && sheet.repeatsHeader(record) === undefined) record++;
  return record;
}

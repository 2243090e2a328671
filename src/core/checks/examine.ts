import type { Finding } from './finding';
import { Row } from './row';
import type { ListRule, RecordRule, Report, RowRule, Rule, RuleNeeds, SheetRule } from './rule';
import type { ContactSheet } from './sheet';

/** Records between two pauses: some tenths of a millisecond of work, so that the caller decides how long a slice is. */
const recordsBetweenPauses = 64;

/** Takes what rules find. */
export interface Reports {
  /** What concerns the sheet as a whole; it lies in the header, and comes last, as it may depend on the rows. */
  readonly ofSheet: Report;
  /** What concerns single records, in the order of the text. */
  readonly ofRecords: Report;
}

/**
 * Applies rules to a sheet. A generator, because a long list takes longer than an editor may be blocked: each `next`
 * does a little and returns; the last one gives the number of rows.
 */
export function* examine(
  sheet: ContactSheet,
  rules: readonly Rule[],
  needs: RuleNeeds,
  reports: Reports,
): Generator<undefined, number> {
  const kinds = byKind(rules);
  const found: Finding[] = [];
  const collect = (finding: Finding) => found.push(finding);
  const lists = kinds.listRules.map((rule) => rule.beginList(collect, needs));
  const ofRecords = forRecords(kinds);
  let rows = 0;
  for (let record = 0; record < sheet.recordCount; record++) {
    if (record % recordsBetweenPauses === 0) yield;
    const row = examineRecord(sheet, record, ofRecords, needs, collect);
    if (row) {
      rows++;
      for (const look of lists) look(row);
    }
    if (found.length > 1) found.sort((a, b) => a.range.start - b.range.start);
    for (const finding of found) reports.ofRecords(finding);
    found.length = 0;
  }
  for (const rule of kinds.sheetRules) rule.checkSheet(sheet, reports.ofSheet, rows);
  return rows;
}

/**
 * Applies the rules that look at one record, or at one row.
 * @returns the row, if the record is one
 */
export function examineRecord(
  sheet: ContactSheet,
  record: number,
  rules: RecordRules,
  needs: RuleNeeds,
  report: Report,
): Row | undefined {
  const cells = sheet.plainCells(record);
  const { recordRules, rowRules } = cells ? rules.ofPlain : rules.ofAny;
  const isRow = cells !== undefined || sheet.isRow(record);
  for (const rule of recordRules) rule.checkRecord(sheet, record, report, isRow);
  if (!isRow) return undefined;
  const row = new Row(sheet, record, cells);
  for (const rule of rowRules) rule.checkRow(row, report, needs);
  return row;
}

type OneByOne = Pick<RulesByKind, 'recordRules' | 'rowRules'>;

/** Rules that look at one record, or at one row: those for any, and those of them that plain rows need. */
export interface RecordRules {
  readonly ofAny: OneByOne;
  readonly ofPlain: OneByOne;
}

export function forRecords(ofAny: OneByOne): RecordRules {
  const finds = ({ sparesPlain }: RecordRule | RowRule) => sparesPlain !== true;
  const { recordRules, rowRules } = ofAny;
  return { ofAny, ofPlain: { recordRules: recordRules.filter(finds), rowRules: rowRules.filter(finds) } };
}

/** Rules by what they look at. */
export interface RulesByKind {
  readonly sheetRules: readonly SheetRule[];
  readonly recordRules: readonly RecordRule[];
  readonly rowRules: readonly RowRule[];
  readonly listRules: readonly ListRule[];
}

/** Each kind in the order in which the rules come. */
export function byKind(rules: readonly Rule[]): RulesByKind {
  const sheetRules: SheetRule[] = [];
  const recordRules: RecordRule[] = [];
  const rowRules: RowRule[] = [];
  const listRules: ListRule[] = [];
  for (const rule of rules) {
    if ('checkSheet' in rule) sheetRules.push(rule);
    else if ('checkRecord' in rule) recordRules.push(rule);
    else if ('checkRow' in rule) rowRules.push(rule);
    else listRules.push(rule);
  }
  return { sheetRules, recordRules, rowRules, listRules };
}

import type { PhoneNumbers } from '../contact';
import type { Finding, FindingCode } from './finding';
import type { Row } from './row';
import type { ContactSheet } from './sheet';

/** Takes a finding. Whether it is shown, counted or dropped is not the rule's business. */
export type Report = (finding: Finding) => void;

/** What rules may ask for besides what they look at. */
export interface RuleNeeds {
  readonly phones: PhoneNumbers;
  /**
   * Calling codes that nearly all numbers of their countries begin with in this column, so that those do too which would
   * be numbers as they stand. The check finds them out.
   */
  readonly prefixed?: ReadonlySet<string>;
}

/**
 * One check, which reports one code. There are four kinds, by what a rule looks at; the smaller that is, the less has
 * to be looked at again after an edit. What a rule of the first three kinds reports follows from that alone: it
 * remembers nothing.
 */
export type Rule = SheetRule | RecordRule | RowRule | ListRule;

interface Coded {
  /** The one code that it reports. */
  readonly code: FindingCode;
}

/** Looks at the header, and at the sheet as a whole. What it reports lies in the header. */
export interface SheetRule extends Coded {
  /** @param rows how many the sheet has */
  checkSheet(sheet: ContactSheet, report: Report, rows: number): void;
}

/** Looks at any single record, counted from the header's 0. What it reports lies in that. */
export interface RecordRule extends Coded {
  /** @param isRow whether it is a row of the list: neither the header nor blank */
  checkRecord(sheet: ContactSheet, record: number, report: Report, isRow: boolean): void;
  /** It finds nothing in a plain row: see `ContactSheet.plainCells`. */
  readonly sparesPlain?: boolean;
}

/** Looks at a single row. What it reports lies in that. */
export interface RowRule extends Coded {
  checkRow(row: Row, report: Report, needs: RuleNeeds): void;
  /** It asks the numbering plans, which takes longer than all else, so that others need not wait for it. */
  readonly asksPlans?: boolean;
  /** It finds nothing in a plain row: see `ContactSheet.plainCells`. */
  readonly sparesPlain?: boolean;
}

/** Looks at rows in the light of those before them. */
export interface ListRule extends Coded {
  /** Begins with an empty list; the function that it gives is to be called for each row in order. */
  beginList(report: Report, needs: RuleNeeds): (row: Row) => void;
}

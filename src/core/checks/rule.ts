import type { PhoneNumbers } from '../contact/phoneNumbers';
import type { Finding, FindingCode } from './finding';
import type { ContactSheet } from './sheet';

/** Takes a finding. Whether it is shown, counted or dropped is not the rule's business. */
export type Report = (finding: Finding) => void;

/** What rules may ask for besides the sheet. */
export interface RuleNeeds {
  readonly phones: PhoneNumbers;
}

/** Looks at one row; called for each in order. `record` counts from the header's 0. */
export type RowCheck = (record: number) => void;

/** One check. */
export interface Rule {
  /** The one code that it reports. */
  readonly code: FindingCode;
  /**
   * Begins a check of a sheet: reports what concerns the sheet as a whole, and returns a look at single rows if it
   * wants one, so that a long list can be checked in slices. What it must remember from row to row lives in there.
   */
  begin(sheet: ContactSheet, report: Report, needs: RuleNeeds): RowCheck | undefined;
}

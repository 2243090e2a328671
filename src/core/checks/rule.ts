import type { PhoneNumbers } from '../contact/phoneNumbers';
import type { Finding, FindingCode } from './finding';
import type { ContactSheet } from './sheet';

/** Takes a finding. Whether it is shown, counted or dropped is not the rule's business. */
export type Report = (finding: Finding) => void;

/** What rules may ask for besides the sheet. */
export interface RuleNeeds {
  readonly phones: PhoneNumbers;
}

/**
 * One check. A rule looks at the sheet as a whole, or at one row at a time, so that a long list can be checked in
 * slices; it keeps nothing between calls.
 */
export interface Rule {
  /** The one code that it reports. */
  readonly code: FindingCode;
  /** Called once, first. */
  sheet?(sheet: ContactSheet, report: Report): void;
  /** Called for each row, in order; `record` counts from the header's 0. */
  row?(sheet: ContactSheet, record: number, report: Report, needs: RuleNeeds): void;
}

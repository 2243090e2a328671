import { rulesFor, type CheckOptions } from '../check';
import { byKind, forRecords, type RecordRules } from '../examine';
import type { RowRule, SheetRule } from '../rule';
import { severityOf, type Severity } from '../severity';
import type { ContactSheet } from '../sheet';

/** The rules that are on, as blocks are looked at by them. */
export interface ActiveRules {
  readonly sheetRules: readonly SheetRule[];
  /** Those that look at a record or a row and ask no numbering plans, and those that do. */
  readonly ofRecords: RecordRules;
  readonly asking: readonly RowRule[];
  /** How severe a number is that another row has; `off` when that is not looked for. */
  readonly ofDuplicates: Severity | 'off';
  /** Whether numbers are looked at at all. */
  readonly asksPlans: boolean;
}

export function activeRules(sheet: ContactSheet, options: CheckOptions): ActiveRules {
  const { sheetRules, recordRules, rowRules, listRules } = byKind(rulesFor(sheet, options));
  const asking = rowRules.filter(({ asksPlans }) => asksPlans === true);
  const anywhere = { start: 0, end: 0 };
  const duplicate = { code: 'phone.duplicate', range: anywhere, first: anywhere } as const;
  return {
    sheetRules,
    ofRecords: forRecords({ recordRules, rowRules: rowRules.filter((rule) => !asking.includes(rule)) }),
    asking,
    ofDuplicates: listRules.length > 0 ? severityOf(duplicate, options.settings) : 'off',
    asksPlans: asking.length > 0 || listRules.length > 0,
  };
}

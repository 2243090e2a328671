import { rulesFor, type CheckOptions } from '../check';
import { byKind, forRecords, type RecordRules } from '../examine';
import type { RowRule, SheetRule } from '../rule';
import { severityOf, type Severity } from '../severity';
import type { ContactSheet } from '../sheet';

/** The rules that are on for a list. While they are the same object, the same text has the same findings. */
export interface RulesInForce {
  readonly sheetRules: readonly SheetRule[];
  /** Those that look at a record or a row and ask no numbering plans, and those that do. */
  readonly ofRecords: RecordRules;
  readonly asking: readonly RowRule[];
  /** How severe a number is that another row has; `off` when that is not looked for. */
  readonly ofDuplicates: Severity | 'off';
  /** Whether numbers are looked at at all. */
  readonly asksPlans: boolean;
  /** What else decides, besides the text of a record, what is found in it. */
  readonly phones: CheckOptions['phones'];
  readonly others: string;
}

/** @param before the rules before an edit, which mostly leaves them as they were: they are then given again */
export function rulesInForce(
  sheet: ContactSheet,
  options: CheckOptions,
  before?: RulesInForce,
): RulesInForce {
  const { phones, settings, forSending = false } = options;
  const standing = forSending ? 'list' : sheet.standing;
  const { fieldOf, headers, headerFold = null, layout = null, ownFields, table } = sheet;
  const { delimiter } = table;
  const others = JSON.stringify([
    ...[delimiter, standing, layout, headerFold, fieldOf, headers.length],
    ...[ownFields, settings],
  ]);
  if (phones === before?.phones && others === before.others) return before;
  const { sheetRules, recordRules, rowRules, listRules } = byKind(rulesFor(sheet, options));
  const asking = rowRules.filter(({ asksPlans }) => asksPlans === true);
  const anywhere = { start: 0, end: 0 };
  const duplicate = { code: 'phone.duplicate', range: anywhere, first: anywhere } as const;
  return {
    sheetRules,
    ofRecords: forRecords({ recordRules, rowRules: rowRules.filter((rule) => !asking.includes(rule)) }),
    asking,
    ofDuplicates: listRules.length > 0 ? severityOf(duplicate, settings) : 'off',
    asksPlans: asking.length > 0 || listRules.length > 0,
    phones,
    others,
  };
}

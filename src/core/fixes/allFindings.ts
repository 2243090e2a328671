import { inLightOfColumn } from '../checks/columnCounts';
import { examine } from '../checks/examine';
import type { Finding, FindingCode } from '../checks/finding';
import type { RuleNeeds } from '../checks/rule';
import { contactRules, noColumns } from '../checks/rules';
import type { ContactSheet } from '../checks/sheet';

/**
 * Every finding of one code, where `check` keeps only as many as can be shown: what "fix all of this kind" is about.
 * A generator for the same reason as `check`; the last `next` gives the findings, in the order they were found.
 */
export function allFindings(
  code: FindingCode,
  sheet: ContactSheet,
  needs: RuleNeeds,
): Generator<undefined, readonly Finding[]> {
  const rules = [...contactRules, noColumns].filter((rule) => rule.code === code);
  return inLightOfColumn(needs, function* (inColumn, counting) {
    const findings: Finding[] = [];
    const keep = (finding: Finding) => findings.push(finding);
    yield* examine(sheet, [...rules, counting], inColumn, { ofSheet: keep, ofRecords: keep });
    return findings;
  });
}

import {
  contactRules,
  type ContactSheet,
  examine,
  type Finding,
  type FindingCode,
  inLightOfColumn,
  noColumns,
  type RuleNeeds,
} from '../checks';

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

import type { Finding, FindingCode } from '../checks/finding';
import type { RuleNeeds } from '../checks/rule';
import { contactRules, noColumns } from '../checks/rules';
import type { ContactSheet } from '../checks/sheet';

/** Rows between two pauses, as `check` makes them. */
const rowsBetweenPauses = 64;

/**
 * Every finding of one code, where `check` keeps only as many as can be shown: what "fix all of this kind" is about.
 * A generator for the same reason as `check`; the last `next` gives the findings, in the order they were found.
 */
export function* allFindings(
  code: FindingCode,
  sheet: ContactSheet,
  needs: RuleNeeds,
): Generator<undefined, readonly Finding[]> {
  const findings: Finding[] = [];
  const rules = sheet.isContactList ? contactRules : [noColumns];
  const rowChecks = rules
    .filter((rule) => rule.code === code)
    .map((rule) => rule.begin(sheet, (finding) => findings.push(finding), needs))
    .filter((rowCheck) => rowCheck !== undefined);
  yield;
  if (rowChecks.length === 0) return findings;
  for (let record = 1; record < sheet.recordCount; record++) {
    if (record % rowsBetweenPauses === 0) yield;
    if (!sheet.isRow(record)) continue;
    for (const rowCheck of rowChecks) rowCheck(record);
  }
  return findings;
}

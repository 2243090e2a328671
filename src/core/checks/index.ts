// Checking a sheet: the rules, what they find, and how that is kept while the text is edited.
export { badRows, isOfNoRow } from './badRows';
export { check, type CheckOptions, type CheckReport, ruleOfLayout, rulesFor } from './check';
export { ColumnCounts, inLightOfColumn, prefixedCodes } from './columnCounts';
export { byKind, examine } from './examine';
export {
  type Finding,
  type FindingCode,
  findingCodes,
  type FindingData,
  type FindingOf,
  type Mangling,
  otherDelimiters,
} from './finding';
export { type Said, sampledLength } from './header';
export { joinedCells, opensJoinedRows } from './joinedRows';
export { cellsOf, cellsOfAny, isSepRecord, type Layout, quotedLine, sepOf } from './layout';
export { misplacedQuotes } from './misplacedQuotes';
export { LiveCheck, type LiveOptions, type Pause } from './live/liveCheck';
export { judgementOf } from './phoneProblem';
export { readInSteps, readSheet } from './readSheet';
export { recogniseDelimiter, sampleLength } from './recogniseDelimiter';
export type { ListRule, RuleNeeds } from './rule';
export { readKeptValues, readRuleSettings } from './ruleSettings';
export { contactRules, noColumns } from './rules';
export { duplicatePhone } from './rules/duplicatePhone';
export {
  type Keepable,
  keepable,
  type KeptValues,
  leavesOpen,
  offWhenSending,
  type RuleSettings,
  settingsForSending,
  severities,
  type Severity,
  severityOf,
} from './severity';
export { ContactSheet } from './sheet';
export type { CodeCounts, Graded } from './tally';
export { type FindingKind, kindOf, type Warnings, warningsOf } from './warningKinds';
export { type BrokenQuotes, brokenQuotesToSend, cellsToSend, withoutReasons } from './withoutReasons';

import type { OffsetRange } from '../csv';
import { inLightOfColumn } from './columnCounts';
import { examine } from './examine';
import { FileLetters } from './fileLetters';
import type { FindingCode } from './finding';
import type { Standing } from './header';
import type { Layout } from './layout';
import type { ListRule, Rule, RuleNeeds } from './rule';
import { contactRules, layoutRules, noColumns } from './rules';
import { encoding } from './rules/encoding';
import type { RuleSettings, Severity } from './severity';
import type { ContactSheet } from './sheet';
import { Tally, type CodeCounts, type Graded } from './tally';

/** What a check needs besides the sheet. */
export interface CheckOptions extends RuleNeeds {
  readonly settings: RuleSettings;
  /** How many findings to keep; all are counted. */
  readonly limit: number;
  /** An attempt to send: the file is then checked as a contact list, whatever it is. */
  readonly forSending?: boolean;
}

export interface CheckReport {
  readonly sheet: ContactSheet;
  /** Rows of the list: neither the header nor blank lines. */
  readonly rows: number;
  /** At most `limit` findings, the most severe first, each severity in the order of the text. */
  readonly findings: readonly Graded[];
  /** How many there are of each severity, shown or not. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** And of each code. */
  readonly codes: Readonly<CodeCounts>;
  /** Where letters are wrong besides the place of the one finding: the first 20 cells, or all where all findings are kept. */
  readonly wrongLetters: readonly OffsetRange[];
  /** What is still to be looked at, in a report that tells what is found so far: further rows, or phone numbers alone. */
  readonly pending?: 'rows' | 'numbers';
}

/**
 * Applies every rule to a sheet. A generator, because a long list takes longer than an editor may be blocked:
 * each `next` does a little and returns; the last one gives the report.
 */
export function check(sheet: ContactSheet, options: CheckOptions): Generator<undefined, CheckReport> {
  return inLightOfColumn(options, (needs, rule) => checkOnce(sheet, { ...options, ...needs }, rule));
}

function* checkOnce(
  sheet: ContactSheet,
  options: CheckOptions,
  counting: ListRule,
): Generator<undefined, CheckReport> {
  const { settings, limit } = options;
  const tally = new Tally(settings, limit);
  const rules = [...rulesFor(sheet, options), counting];
  const letters = new FileLetters(limit === Infinity ? limit : undefined);
  const rows = yield* examine(sheet, rules, options, {
    ofSheet: tally.ofSheet,
    ofRecords: (finding) => letters.take(finding) || tally.ofRecords(finding),
  });
  const wrong = letters.finding();
  if (wrong) tally.ofSheet(wrong);
  const { counts, codes } = tally;
  return { ...{ sheet, rows, counts, codes }, findings: tally.shown(), wrongLetters: letters.others };
}

/**
 * The rules that apply to a sheet and are on. One that is no contact list gets a single information; one whose header
 * has lost letters is told of those first, and one that is laid out otherwise of that: what its cells hold cannot be told.
 */
export function rulesFor(
  sheet: ContactSheet,
  { settings, forSending = false }: Pick<CheckOptions, 'settings' | 'forSending'>,
): readonly Rule[] {
  const { layout } = sheet;
  // With its rule off, the file is what its first line says.
  const isLaidOut = layout === undefined || settings[ruleOfLayout[layout.kind]] === 'off';
  const rules = isLaidOut ? rulesOf(forSending ? 'list' : sheet.standing) : layoutRules;
  return rules.filter(({ code }) => settings[code] !== 'off');
}

/** The rule that tells each layout. */
export const ruleOfLayout = {
  linesAbove: 'csv.linesAboveHeader',
  rowDelimiter: 'csv.rowDelimiter',
  quotedLines: 'csv.quotedLines',
  otherQuotes: 'csv.otherQuotes',
} as const satisfies Record<Layout['kind'], FindingCode>;

function rulesOf(standing: Standing): readonly Rule[] {
  switch (standing) {
    case 'list':
      return contactRules;
    case 'undecided':
      return [encoding];
    case 'noList':
      return [noColumns];
  }
}

import type { RuleNeeds } from './rule';
import { contactRules, noColumns } from './rules';
import type { RuleSettings, Severity } from './severity';
import type { ContactSheet } from './sheet';
import { Tally, type Graded } from './tally';

/** What a check needs besides the sheet. */
export interface CheckOptions extends RuleNeeds {
  readonly settings: RuleSettings;
  /** How many findings to keep; all are counted. */
  readonly limit: number;
  /** An attempt to send: a file without a single contact column is then missing all six, as errors. */
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
}

/** Rows between two pauses: a few tenths of a millisecond of work, so that the caller decides how long a slice is. */
const rowsBetweenPauses = 64;

/**
 * Applies every rule to a sheet. A generator, because a long list takes longer than an editor may be blocked:
 * each `next` does a little and returns; the last one gives the report.
 */
export function* check(sheet: ContactSheet, options: CheckOptions): Generator<undefined, CheckReport> {
  const tally = new Tally(options.settings, options.limit);
  const isContactList = options.forSending === true || sheet.isContactList;
  const active = (isContactList ? contactRules : [noColumns]).filter(
    ({ code }) => options.settings[code] !== 'off',
  );
  const rowChecks = active
    .map((rule) => rule.begin(sheet, tally.report, options))
    .filter((rowCheck) => rowCheck !== undefined);
  yield;
  let rows = 0;
  for (let record = 1; record < sheet.recordCount; record++) {
    if (record % rowsBetweenPauses === 0) yield;
    if (!sheet.isRow(record)) continue;
    rows++;
    for (const rowCheck of rowChecks) rowCheck(record);
  }
  return { sheet, rows, findings: tally.shown(), counts: tally.counts };
}

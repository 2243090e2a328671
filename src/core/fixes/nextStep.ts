import { type CheckReport, type CodeCounts, type ContactSheet, type Finding, findingCodes } from '../checks';
import { callingCodeDigits } from '../contact';
import { causeOf, causes, type Cause } from './causes';
import { fixesFor } from './fixesFor';
import { isDivision, proposals } from './picks';
import { openDecisions, type IsHeld } from './review';
import { isSoundList, mayFixUnasked, mayFixValues } from './safeEdits';

/**
 * What is to be done next with a file: one of its causes; `safe`, what Fix All does; `review`, fixes to be agreed to, and rows to be decided on;
 * `goodRows`, the rest has errors that only its user can mend; `problems`, nothing but to look at them; `send`.
 */
export type NextStep =
  Exclude<Cause, 'values' | 'rows'> | 'safe' | 'review' | 'goodRows' | 'problems' | 'send';

/** What the counts alone do not tell. */
export interface Possible {
  /** The file can be read in another encoding: it lies somewhere. */
  readonly reopen: boolean;
  /** Fix All finds something to do. */
  readonly safe: boolean;
  /** Some fixes are advised, and wait for a word, or rows are to be decided on. */
  readonly review: boolean;
  readonly errors: number;
  /** Every row has an error, so that none would be left to send. */
  readonly noneGood?: boolean;
  /** Part of the file is laid out otherwise than the rest: no row can be told from its errors. */
  readonly divided?: boolean;
}

/** The step that comes first, in the order of causes: see {@link causes}. */
export function nextStep(codes: Readonly<CodeCounts>, possible: Possible): NextStep {
  const present = new Set(findingCodes.filter((code) => (codes[code] ?? 0) > 0).map(causeOf));
  const cause = causes.find((one) => present.has(one));
  if (cause === 'encoding' && !possible.reopen) return 'problems';
  if (cause !== undefined && cause !== 'values' && cause !== 'rows') return cause;
  if (cause === 'rows' || (possible.divided && !possible.review)) return 'problems';
  if (possible.divided) return 'review';
  if (possible.safe) return 'safe';
  if (possible.review) return 'review';
  if (possible.errors === 0) return 'send';
  return possible.noneGood ? 'problems' : 'goodRows';
}

/** {@link Possible} of a report. */
export function possibleIn(report: CheckReport, reopen: boolean, isHeld: IsHeld): Possible {
  const divided = report.findings.some(({ finding }) => isDivision(finding));
  return {
    reopen,
    safe: isSafelyFixable(report),
    review:
      proposals(report).some(({ isAdvised }) => isAdvised) ||
      (!divided && openDecisions(report, isHeld).length > 0),
    errors: report.counts.error,
    noneGood: hasNoGoodRow(report),
    divided,
  };
}

/** Of a list with more findings than are kept it is not told. */
function hasNoGoodRow({ counts, findings, rows, sheet }: CheckReport): boolean {
  if (counts.error < rows) return false;
  const bad = new Set<number>();
  for (const { finding, severity } of findings) {
    const record = severity === 'error' ? sheet.table.cellAt(finding.range.start)?.record : undefined;
    if (record !== undefined && sheet.isRow(record)) bad.add(record);
  }
  return bad.size >= rows;
}

/**
 * Whether Fix All finds something to do, under the settings of the report. Beyond the findings that were kept it may, if
 * there are more of such a code.
 */
export function isSafelyFixable(report: CheckReport): boolean {
  // To look at all letters of a long list takes long, and is asked last.
  return isSoundList(report.sheet) && hasSafeFix(report) && mayFixUnasked(report.sheet);
}

function hasSafeFix({ sheet, findings, codes }: CheckReport): boolean {
  // With its rule off no column is renamed, and nothing is written below another name.
  const renames = codes['columns.misnamed'] !== undefined;
  const isSafe = findings.some(
    ({ finding }) =>
      fixesFor(finding, sheet).some(({ safe }) => safe) && isMendedAlone(sheet, finding, renames),
  );
  if (isSafe) return true;
  const isSure = sheet.recognised.every((meaning, field) => !meaning || mayFixValues(sheet, field, renames));
  return alwaysSafe.some((code) => {
    const shown = findings.filter(({ finding }) => finding.code === code).length;
    // Those that are shown would be safe, were any.
    return shown === 0 && (codes[code] ?? 0) > 0 && (isSure || code === 'csv.blankRow');
  });
}

/** Whether Fix All mends it though nothing else may be mended in its cell. */
function isMendedAlone(sheet: ContactSheet, { code, range }: Finding, renames: boolean): boolean {
  const at = sheet.table.cellAt(range.start);
  if (at === undefined || at.record === 0 || !sheet.isRow(at.record)) return true;
  if (!mayFixValues(sheet, at.field, renames)) return false;
  const isRead = () => callingCodeDigits(sheet.table.value(at.record, at.field)) !== undefined;
  return code !== 'countryCode.invalid' || isRead();
}

/** In a column of its own name, each of these has a safe fix. */
const alwaysSafe = ['value.whitespace', 'phone.digits', 'csv.blankRow'] as const;

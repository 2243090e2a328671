import {
  check,
  type CheckReport,
  type ContactSheet,
  type Finding,
  type FindingCode,
  type FindingKind,
  kindOf,
  leavesOpen,
  readInSteps,
} from '../checks';
import { applyInSteps } from './applyEdits';
import { countryCodesOf } from './countryCodes';
import { proposals, withPicks, type Pick, type PickNeeds, type Proposal } from './picks';
import { safeEdits } from './safeEdits';

/** What mending shows is mended too; lists seldom need more than two times. */
const mostTimes = 5;

/** What Review shows of a list. */
export interface Review {
  /** The fixes of its findings, and behind them those of what the advised ones bring to light. */
  readonly fixes: readonly Proposal[];
  /** What is left to be decided after the advised ones. */
  readonly decisions: readonly Decision[];
}

/** Rows of which the user says whether they are sent as they are: their warnings of one kind. */
export interface Decision {
  readonly kind: FindingKind;
  readonly findings: readonly Finding[];
  /** The row of each. */
  readonly records: readonly number[];
}

/** Whether a row is held back, and so decided on. */
export type IsHeld = (sheet: ContactSheet, record: number) => boolean;

/**
 * Works out what Review shows: the advised fixes are tried, as often as they bring something to light, so that nothing is
 * asked twice. A generator as `check` is one.
 */
export function* reviewOf(
  first: CheckReport,
  isHeld: IsHeld,
  needs: PickNeeds & { readonly limit: number },
): Generator<undefined, Review> {
  const fixes: Proposal[] = [];
  let report = first;
  for (let times = 0; times < mostTimes; times++) {
    const found = proposals(report);
    fixes.push(
      ...found.filter(({ code, kind }) => !fixes.some((one) => one.code === code && one.kind === kind)),
    );
    const advised = found.filter(({ isAdvised }) => isAdvised);
    if (advised.length === 0) break;
    const { text } = report.sheet.table;
    const after = yield* withPicksOnce(text, advised, needs);
    if (after === text) break;
    report = yield* check(yield* readInSteps(after, needs.said), needs);
  }
  return { fixes, decisions: openDecisions(report, isHeld) };
}

/** The text after these fixes, as often as they find something, and after everything safe that they bring to light. */
export function* withReviewed(
  text: string,
  picks: readonly Pick[],
  needs: PickNeeds,
): Generator<undefined, string> {
  let mended = text;
  for (let times = 0; times < mostTimes; times++) {
    const after = yield* withPicksOnce(mended, picks, needs);
    if (after === mended) break;
    mended = after;
  }
  return mended;
}

function* withPicksOnce(
  text: string,
  picks: readonly Pick[],
  needs: PickNeeds,
): Generator<undefined, string> {
  const picked = yield* withPicks(text, picks, needs);
  if (picked === text) return text;
  const { phones, settings, said } = needs;
  const isActive = (code: FindingCode) => settings[code] !== 'off';
  const sheet = yield* readInSteps(picked, said);
  return yield* applyInSteps(picked, yield* safeEdits(sheet, countryCodesOf(phones), isActive));
}

/**
 * What is to be decided on before a list is sent: warnings of numbers and country codes, which may reach nobody, or somebody
 * else. Rows with errors are not sent anyway.
 */
export function openDecisions(report: CheckReport, isHeld: IsHeld): readonly Decision[] {
  const { findings, sheet } = report;
  const recordOf = ({ range }: Finding) => sheet.table.cellAt(range.start)?.record ?? 0;
  const bad = new Set(
    findings.flatMap(({ finding, severity }) => (severity === 'error' ? [recordOf(finding)] : [])),
  );
  const decisions = new Map<FindingKind, { kind: FindingKind; findings: Finding[]; records: number[] }>();
  for (const { finding, severity } of findings) {
    if (severity !== 'warning' || !leavesOpen(finding)) continue;
    const record = recordOf(finding);
    if (bad.has(record) || isHeld(sheet, record)) continue;
    const kind = kindOf(finding);
    const decision = decisions.get(kind) ?? { kind, findings: [], records: [] };
    decisions.set(kind, decision);
    decision.findings.push(finding);
    decision.records.push(record);
  }
  return [...decisions.values()];
}

/** How many rows they are about. */
export function rowsIn(decisions: readonly Decision[]): number {
  return new Set(decisions.flatMap(({ records }) => records)).size;
}

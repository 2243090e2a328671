import {
  type CheckReport,
  type ContactSheet,
  type Finding,
  type FindingCode,
  readInSteps,
  type RuleNeeds,
  type RuleSettings,
  type Said,
  severityOf,
} from '../checks';
import type { ContactColumn } from '../contact';
import { allFindings } from './allFindings';
import { applyInSteps } from './applyEdits';
import { causeOf } from './causes';
import type { FixKind } from './fix';
import { fixAllOf, mayFixAll } from './fixAllOf';
import { fixesFor } from './fixesFor';
import { isRisky } from './offersFor';

/** A fix of one kind for every finding of one code in the file. */
export interface Pick {
  readonly code: FindingCode;
  readonly kind: FixKind;
  /** The value asked for, unquoted, when the fix asks. */
  readonly answer?: string;
}

/** What is proposed for a code. */
export interface Proposal extends Pick {
  /** For how many of the findings that are shown. */
  readonly count: number;
  /** It restores what was meant and takes nothing away. */
  readonly isAdvised: boolean;
}

/** They choose one of several values for their user. */
const choosing: ReadonlySet<FixKind> = new Set(['keepFirstNumber', 'keepSecondNumber', 'keepLastNumber']);

/**
 * For each code of values and rows the fix that its findings offer first, where it can be done for all of them without
 * asking. Where rows are read in wrong columns, what mends that comes alone.
 */
export function proposals({ findings: all, sheet }: CheckReport): readonly Proposal[] {
  const divisions = all.filter(({ finding }) => isDivision(finding));
  const findings = divisions.length > 0 ? divisions : all;
  const found = new Map<string, Proposal>();
  const propose = ({ code, kind }: Pick, advised: boolean) => {
    const key = `${code} ${kind}`;
    const { count = 0, isAdvised = true } = found.get(key) ?? {};
    found.set(key, { code, kind, count: count + 1, isAdvised: isAdvised && advised });
  };
  for (const { finding } of findings) {
    const { code } = finding;
    if (causeOf(code) !== 'values') continue;
    const fix = fixesFor(finding, sheet).find(
      ({ kind, asks }) => asks === undefined && mayFixAll(code, kind, sheet),
    );
    if (fix) propose({ code, kind: fix.kind }, !choosing.has(fix.kind) && !isRisky(fix, sheet.table));
  }
  return [...found.values()];
}

/** Whether the rows below are read in wrong columns, until another such finding. */
export function isDivision(finding: Finding): boolean {
  return finding.code === 'csv.repeatedHeader' && finding.order === 'other';
}

/** A row that another character divides than the header is divided as that. */
export const convertRowPick: Pick = { code: 'csv.fieldCount', kind: 'convertRow' };

function isDividedOtherwise(finding: Finding, sheet: ContactSheet): boolean {
  return finding.code === convertRowPick.code && fixesFor(finding, sheet)[0]?.kind === convertRowPick.kind;
}

/** What makes a header right: fixes for the file, the first of them perhaps with a value to be asked for, or a map of its columns. */
export type HeaderMend = { readonly picks: readonly Pick[]; readonly asks?: ContactColumn } | 'map';

const personal: ReadonlySet<ContactColumn> = new Set(['firstName', 'lastName', 'cellPhoneNumber']);

/** See {@link HeaderMend}. Columns without which nobody can be called, or that are there twice, are the user's to name. */
export function headerMend({ findings, sheet, codes }: CheckReport): HeaderMend {
  const picks: Pick[] = [];
  const renamed = new Set<string | undefined>();
  let missing: readonly ContactColumn[] = [];
  for (const { finding } of findings) {
    const { code } = finding;
    if (code === 'columns.missing') missing = finding.columns;
    if (code !== 'columns.misnamed' && code !== 'columns.unknown') continue;
    const fix = fixesFor(finding, sheet).find(
      ({ kind }) => kind === 'renameHeader' || kind === 'renameByContent',
    );
    if (fix === undefined) continue;
    if (!picks.some(({ kind }) => kind === fix.kind)) picks.push({ code, kind: fix.kind });
    renamed.add(fix.writes);
  }
  if (sheet.lacksHeader || sheet.headers.length === 0)
    return { picks: [{ code: 'columns.missing', kind: 'insertHeader' }] };
  const left = missing.filter((column) => !renamed.has(column));
  if (codes['columns.duplicate'] !== undefined || left.some((column) => personal.has(column))) return 'map';
  // Cells are added to rows that are divided as the header is.
  if (left.length > 0 && findings.some(({ finding }) => isDividedOtherwise(finding, sheet))) {
    picks.push(convertRowPick);
  }
  // And where every row has its values in the header's order.
  if (left.length > 0 && findings.some(({ finding }) => isDivision(finding))) {
    picks.push({ code: 'csv.repeatedHeader', kind: 'alignRows' });
  }
  const asks = left.find((column) => column === 'cellPhoneCountryCode');
  if (asks) picks.push({ code: 'columns.missing', kind: 'fillColumn' });
  const others = left.filter((column) => column !== asks);
  if (others.includes('cellPhoneExtension')) {
    picks.push({ code: 'columns.missing', kind: 'addColumnsLikeCode' });
  } else if (others.length > 0) picks.push({ code: 'columns.missing', kind: 'addColumns' });
  if (picks.length === 0) return 'map';
  return asks ? { picks, asks } : { picks };
}

/** How the text is read and what is reported of it. */
export interface PickNeeds extends RuleNeeds {
  readonly settings: RuleSettings;
  readonly said?: Said | undefined;
}

/**
 * The text after all of these fixes, one after the other, each of the text that the one before it left.
 * A generator as `check` is one.
 */
export function* withPicks(
  text: string,
  picks: readonly Pick[],
  { settings, said, ...needs }: PickNeeds,
): Generator<undefined, string> {
  let mended = text;
  for (const { code, kind, answer } of picks) {
    const sheet = yield* readInSteps(mended, said);
    const findings = yield* allFindings(code, sheet, needs);
    const reported = findings.filter((finding) => severityOf(finding, settings) !== 'off');
    const edits = yield* fixAllOf(reported, kind, sheet, answer);
    mended = yield* applyInSteps(mended, edits);
  }
  return mended;
}

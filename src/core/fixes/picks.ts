import type { CheckReport } from '../checks/check';
import type { FindingCode } from '../checks/finding';
import { readSheet } from '../checks/readSheet';
import type { RuleNeeds } from '../checks/rule';
import type { Said } from '../checks/header';
import { severityOf, type RuleSettings } from '../checks/severity';
import type { ContactColumn } from '../contact/columns';
import { allFindings } from './allFindings';
import { applyEdits } from './applyEdits';
import { causeOf } from './causes';
import type { FixKind } from './fix';
import { fixAllOf, mayFixAll } from './fixAllOf';
import { fixesFor } from './fixesFor';
import { isRisky } from './offersFor';

/** A fix of one kind for every finding of one code in the file. */
export interface Pick {
  readonly code: FindingCode;
  readonly kind: FixKind;
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
 * asking.
 */
export function proposals({ findings, sheet }: CheckReport): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  for (const { finding } of findings) {
    const { code } = finding;
    if (causeOf(code) !== 'values') continue;
    const fix = fixesFor(finding, sheet).find(
      ({ kind, asks }) => asks === undefined && mayFixAll(code, kind, sheet),
    );
    if (fix === undefined) continue;
    const { kind } = fix;
    const key = `${code} ${kind}`;
    const count = (found.get(key)?.count ?? 0) + 1;
    const isAdvised =
      (found.get(key)?.isAdvised ?? true) && !choosing.has(kind) && !isRisky(fix, sheet.table);
    found.set(key, { code, kind, count, isAdvised });
  }
  return [...found.values()];
}

/** What mends the layout or the quotes of a file: for each code the fix offered first. */
export function structurePicks(
  { findings, sheet }: CheckReport,
  cause: 'layout' | 'quotes',
): readonly Pick[] {
  const picks = new Map<string, Pick>();
  for (const { finding } of findings) {
    if (causeOf(finding.code) !== cause) continue;
    const [fix] = fixesFor(finding, sheet);
    if (fix) picks.set(`${finding.code} ${fix.kind}`, { code: finding.code, kind: fix.kind });
  }
  return [...picks.values()];
}

/** What makes a header right: fixes for the file, one value to be asked for, or a map of its columns. */
export type HeaderMend = { readonly picks: readonly Pick[] } | { readonly asks: ContactColumn } | 'map';

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
  if (left.includes('cellPhoneCountryCode'))
    return picks.length > 0 ? { picks } : { asks: 'cellPhoneCountryCode' };
  if (left.length === 0) return picks.length > 0 ? { picks } : 'map';
  const kind = left.includes('cellPhoneExtension') ? 'addColumnsLikeCode' : 'addColumns';
  return { picks: [...picks, { code: 'columns.missing', kind }] };
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
  for (const { code, kind } of picks) {
    const sheet = readSheet(mended, said);
    const findings = yield* allFindings(code, sheet, needs);
    const reported = findings.filter((finding) => severityOf(finding, settings) !== 'off');
    mended = applyEdits(mended, fixAllOf(reported, kind, sheet));
  }
  return mended;
}

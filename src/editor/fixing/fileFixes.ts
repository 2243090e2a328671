import type * as vscode from 'vscode';
import {
  check,
  type CheckReport,
  type ContactSheet,
  type FindingCode,
  readInSteps,
  type RuleNeeds,
  type RuleSettings,
  type Said,
} from '../../core/checks';
import {
  allFindings,
  countryCodesOf,
  fixAllOf,
  openDecisions,
  reviewOf,
  safeEdits,
  withPicks,
  withReviewed,
  withStructure,
  type Decision,
  type FixKind,
  type IsHeld,
  type Pick,
  type PickNeeds,
  type Review,
  type TextEdit,
} from '../../core/fixes';
import { runInSlices } from '../../core/files/slices';
import { mostMarkers } from '../checking/diagnostics';

/** Fixes of one kind, for every finding of one code. */
export interface FixesOfKind {
  readonly code: FindingCode;
  readonly kind: FixKind;
  /** The value asked for, unquoted, when the fix asks. */
  readonly answer?: string;
}

export interface OpenDecisions {
  readonly sheet: ContactSheet;
  readonly decisions: readonly Decision[];
}

/**
 * Edits that mend a whole file: also what lies beyond the findings that can be shown. They are worked out in short
 * slices, and `undefined` once the signal is aborted.
 */
export class FileFixes {
  constructor(
    private readonly loadPhones: () => Promise<RuleNeeds['phones']>,
    private readonly settings: { checkRules(scope: vscode.Uri): RuleSettings },
    private readonly answers: { of(uri: vscode.Uri): Said | undefined },
  ) {}

  /** One kind of fix for every finding of that code. */
  async allOf(
    sheet: ContactSheet,
    { code, kind, answer }: FixesOfKind,
    signal: AbortSignal,
  ): Promise<readonly TextEdit[] | undefined> {
    const phones = await this.loadPhones();
    const findings = await runInSlices(allFindings(code, sheet, { phones }), signal);
    return findings && (await runInSlices(fixAllOf(findings, kind, sheet, answer), signal));
  }

  /** These fixes one after the other, as one edit of the text; none when they change nothing. */
  async picked(
    text: string,
    uri: vscode.Uri,
    picks: readonly Pick[],
    signal: AbortSignal,
  ): Promise<readonly TextEdit[] | undefined> {
    return await this.edited(text, uri, signal, (needs) => withPicks(text, picks, needs));
  }

  /** What Review shows of a report; see `reviewOf`. */
  async review(
    report: CheckReport,
    uri: vscode.Uri,
    isHeld: IsHeld,
    signal: AbortSignal,
  ): Promise<Review | undefined> {
    const needs = { ...(await this.needsOf(uri)), limit: mostMarkers };
    return await runInSlices(reviewOf(report, isHeld, needs), signal);
  }

  /** These fixes and what they bring to light, as one edit of the text; none when they change nothing. */
  async reviewed(
    text: string,
    uri: vscode.Uri,
    picks: readonly Pick[],
    signal: AbortSignal,
  ): Promise<readonly TextEdit[] | undefined> {
    return await this.edited(text, uri, signal, (needs) => withReviewed(text, picks, needs));
  }

  /** All rows of a text that are to be decided on, with the sheet that they are of. */
  async decisions(
    text: string,
    uri: vscode.Uri,
    isHeld: IsHeld,
    signal: AbortSignal,
  ): Promise<OpenDecisions | undefined> {
    const needs = await this.needsOf(uri);
    const sheet = await runInSlices(readInSteps(text, needs.said), signal);
    const report = sheet && (await runInSlices(check(sheet, { ...needs, limit: Infinity }), signal));
    return report && { sheet: report.sheet, decisions: openDecisions(report, isHeld) };
  }

  /** What mends the layout of a text, or its quotes, as one edit. */
  async structure(
    text: string,
    uri: vscode.Uri,
    cause: 'layout' | 'quotes',
    signal: AbortSignal,
  ): Promise<readonly TextEdit[] | undefined> {
    return await this.edited(text, uri, signal, (needs) => withStructure(text, cause, needs));
  }

  /** Everything that may be done unasked under the rules that are on in that place. */
  async safe(
    sheet: ContactSheet,
    scope: vscode.Uri,
    signal: AbortSignal,
  ): Promise<readonly TextEdit[] | undefined> {
    const phones = await this.loadPhones();
    const rules = this.settings.checkRules(scope);
    const work = safeEdits(sheet, countryCodesOf(phones), (code) => rules[code] !== 'off');
    return await runInSlices(work, signal);
  }

  private async edited(
    text: string,
    uri: vscode.Uri,
    signal: AbortSignal,
    work: (needs: PickNeeds) => Generator<undefined, string>,
  ): Promise<readonly TextEdit[] | undefined> {
    const needs = await this.needsOf(uri);
    const mended = await runInSlices(work(needs), signal);
    if (mended === undefined) return undefined;
    return mended === text ? [] : [replacement(text, mended)];
  }

  private async needsOf(uri: vscode.Uri): Promise<PickNeeds> {
    return {
      phones: await this.loadPhones(),
      settings: this.settings.checkRules(uri),
      said: this.answers.of(uri),
    };
  }
}

/** The edit that makes one text of another: what both begin and end with stays. */
function replacement(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let front = 0;
  while (front < most && before.charCodeAt(front) === after.charCodeAt(front)) front++;
  let back = 0;
  while (
    back < most - front &&
    before.charCodeAt(before.length - 1 - back) === after.charCodeAt(after.length - 1 - back)
  ) {
    back++;
  }
  return {
    range: { start: front, end: before.length - back },
    text: after.slice(front, after.length - back),
  };
}

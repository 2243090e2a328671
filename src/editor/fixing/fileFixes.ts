import type * as vscode from 'vscode';
import type { ContactSheet, FindingCode, RuleNeeds, RuleSettings, Said } from '../../core/checks';
import {
  allFindings,
  countryCodesOf,
  fixAllOf,
  safeEdits,
  withPicks,
  withStructure,
  type FixKind,
  type Pick,
  type PickNeeds,
  type TextEdit,
} from '../../core/fixes';
import { runInSlices } from '../../core/files/slices';

/** Fixes of one kind, for every finding of one code. */
export interface FixesOfKind {
  readonly code: FindingCode;
  readonly kind: FixKind;
  /** The value asked for, unquoted, when the fix asks. */
  readonly answer?: string;
}

/** Edits that mend a whole file: also what lies beyond the findings that can be shown. */
export class FileFixes {
  constructor(
    private readonly loadPhones: () => Promise<RuleNeeds['phones']>,
    private readonly settings: { checkRules(scope: vscode.Uri): RuleSettings },
    private readonly answers: { of(uri: vscode.Uri): Said | undefined },
  ) {}

  /** One kind of fix for every finding of that code; `undefined` once the signal is aborted. */
  async allOf(
    sheet: ContactSheet,
    { code, kind, answer }: FixesOfKind,
    signal: AbortSignal,
  ): Promise<readonly TextEdit[] | undefined> {
    const phones = await this.loadPhones();
    const findings = await runInSlices(allFindings(code, sheet, { phones }), signal);
    return findings && fixAllOf(findings, kind, sheet, answer);
  }

  /** These fixes one after the other, as one edit of the text; none when they change nothing. */
  async picked(text: string, uri: vscode.Uri, picks: readonly Pick[]): Promise<readonly TextEdit[]> {
    return await this.edited(text, uri, (needs) => withPicks(text, picks, needs));
  }

  /** What mends the layout of a text, or its quotes, as one edit. */
  async structure(text: string, uri: vscode.Uri, cause: 'layout' | 'quotes'): Promise<readonly TextEdit[]> {
    return await this.edited(text, uri, (needs) => withStructure(text, cause, needs));
  }

  /** Everything that may be done unasked under the rules that are on in that place. */
  async safe(sheet: ContactSheet, scope: vscode.Uri): Promise<readonly TextEdit[]> {
    const phones = await this.loadPhones();
    const rules = this.settings.checkRules(scope);
    return safeEdits(sheet, countryCodesOf(phones), (code) => rules[code] !== 'off');
  }

  private async edited(
    text: string,
    uri: vscode.Uri,
    work: (needs: PickNeeds) => Generator<undefined, string>,
  ): Promise<readonly TextEdit[]> {
    const needs = {
      phones: await this.loadPhones(),
      settings: this.settings.checkRules(uri),
      said: this.answers.of(uri),
    };
    const mended = await runInSlices(work(needs), new AbortController().signal);
    return mended === undefined || mended === text ? [] : [replacement(text, mended)];
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

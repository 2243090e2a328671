import type * as vscode from 'vscode';
import type { FindingCode } from '../../core/checks/finding';
import type { RuleNeeds } from '../../core/checks/rule';
import type { ContactSheet } from '../../core/checks/sheet';
import {
  allFindings,
  countryCodesOf,
  fixAllOf,
  safeEdits,
  type FixKind,
  type TextEdit,
} from '../../core/fixes';
import { runInSlices } from '../../core/files/slices';
import type { CheckSettings } from '../settings';

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
    private readonly settings: Pick<CheckSettings, 'checkRules'>,
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

  /** Everything that may be done unasked under the rules that are on in that place. */
  async safe(sheet: ContactSheet, scope: vscode.Uri): Promise<readonly TextEdit[]> {
    const phones = await this.loadPhones();
    const rules = this.settings.checkRules(scope);
    return safeEdits(sheet, countryCodesOf(phones), (code) => rules[code] !== 'off');
  }
}

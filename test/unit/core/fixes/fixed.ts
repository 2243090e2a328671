import assert from 'node:assert/strict';
import type { Finding, FindingCode } from '../../../../src/core/checks/finding';
import { readSheet } from '../../../../src/core/checks/readSheet';
import { ContactSheet } from '../../../../src/core/checks/sheet';
import { scan } from '../../../../src/core/csv/scan';
import { createPhoneNumbers } from '../../../../src/core/contact/phone';
import {
  allFindings,
  applyEdits,
  countryCodesOf,
  fixAllOf,
  fixesFor,
  safeEdits,
  type Fix,
  type FixKind,
} from '../../../../src/core/fixes';
import { toEnd } from '../../../../src/core/csv/toEnd';

/** The real numbering plans. */
export const phones = createPhoneNumbers();

/** Country codes as the checks understand them. */
export const countryCodes = countryCodesOf(phones);

/** A sheet whose delimiter is given, not recognised. */
export function sheetOf(text: string, delimiter = ','): ContactSheet {
  return new ContactSheet(scan(text, delimiter));
}

/** A finding as a rule would report it, but for its range. */
export type Bare<Kind = Finding> = Kind extends Finding ? Omit<Kind, 'range'> : never;

/** A finding at a place of a text; what it says is the test's. */
export function at(bare: Bare, start: number, end = start): Finding {
  return { ...bare, range: { start, end } };
}

/** The fix of that kind, which the finding must offer. */
export function offered(finding: Finding, sheet: ContactSheet, kind: FixKind): Fix {
  const fix = fixesFor(finding, sheet).find((one) => one.kind === kind);
  assert.ok(fix, `${finding.code} does not offer ${kind}`);
  return fix;
}

/** The kinds of the fixes that the finding offers. */
export function kinds(finding: Finding, sheet: ContactSheet): FixKind[] {
  return fixesFor(finding, sheet).map(({ kind }) => kind);
}

/** Every finding of that code, as the rule finds them. */
export function found(code: FindingCode, sheet: ContactSheet): readonly Finding[] {
  const work = allFindings(code, sheet, { phones });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The text after fixing all findings of that code in one go. */
export function fixedAll(text: string, code: FindingCode, kind: FixKind, answer?: string): string {
  const sheet = readSheet(text);
  return applyEdits(text, toEnd(fixAllOf(found(code, sheet), kind, sheet, answer)));
}

/** The text after everything safe. */
export function safelyFixed(text: string, isActive?: (code: FindingCode) => boolean): string {
  return applyEdits(text, toEnd(safeEdits(readSheet(text), countryCodes, isActive)));
}

import { severities } from '../severity';
import type { Look } from './look';
import { contactRules } from '../rules';
import { isNoRow, isOfLetters, noMarks, ruleOf, severityIn } from './marks';

/** What a block adds to the totals. */
export interface Share {
  readonly rows: number;
  /** Rows with the number of an earlier one. */
  readonly duplicates: number;
  /** Cells with wrong letters. */
  readonly wrongCells: number;
  /** All other findings, for each severity in their order. */
  readonly findings: readonly number[];
  /** The same for each rule, in their order. */
  readonly codes: readonly number[];
}

/** The two kinds of rules that a block is looked at by: those that ask no numbering plans, and those that do. */
export type Kind = 'values' | 'numbers';

/** What is known of a block, as far as it counts. */
interface KnownBlock extends Readonly<Record<Kind, Look>> {
  readonly duplicates: readonly number[];
}

const noFindings: readonly number[] = severities.map(() => 0);
const noCodes: readonly number[] = contactRules.map(() => 0);
const nothing = { marks: noMarks };
export const noShare: Share = {
  rows: 0,
  duplicates: 0,
  wrongCells: 0,
  findings: noFindings,
  codes: noCodes,
};

/** @param holds which of what is known of a block is still true */
export function shareOf(block: KnownBlock, holds: (kind: Kind) => boolean): Share {
  const values = holds('values') ? block.values.last : undefined;
  const numbers = holds('numbers') ? block.numbers.last : undefined;
  let rows = values?.seen.reading.recordCount ?? 0;
  let wrongCells = 0;
  let findings: number[] | undefined;
  let codes: number[] | undefined;
  for (const { marks } of [values ?? nothing, numbers ?? nothing]) {
    for (const mark of marks) {
      if (isNoRow(mark)) {
        rows--;
        continue;
      }
      if (isOfLetters(mark)) {
        wrongCells++;
        continue;
      }
      findings ??= [...noFindings];
      const severity = severityIn(mark);
      findings[severity] = (findings[severity] ?? 0) + 1;
      codes ??= [...noCodes];
      const rule = ruleOf(mark);
      codes[rule] = (codes[rule] ?? 0) + 1;
    }
  }
  const duplicates = numbers ? block.duplicates.length : 0;
  return { rows, duplicates, wrongCells, findings: findings ?? noFindings, codes: codes ?? noCodes };
}

/** The total after one share has become another one. */
export function replaced(total: Share, before: Share, after: Share): Share {
  return {
    rows: total.rows - before.rows + after.rows,
    duplicates: total.duplicates - before.duplicates + after.duplicates,
    wrongCells: total.wrongCells - before.wrongCells + after.wrongCells,
    findings: exchanged(total.findings, before.findings, after.findings),
    codes: exchanged(total.codes, before.codes, after.codes),
  };
}

function exchanged(total: readonly number[], before: readonly number[], after: readonly number[]) {
  return before === after ? total : total.map((count, at) => count - (before[at] ?? 0) + (after[at] ?? 0));
}

/** Bits that tell what a share has any of: a severity's, by its place among them, duplicates', and wrong letters'. */
export const kindOf = (severity: number) => 1 << severity;
export const duplicateKind = 1 << severities.length;
export const lettersKind = duplicateKind << 1;

export function kindsIn({ duplicates, wrongCells, findings }: Share): number {
  let kinds = (duplicates > 0 ? duplicateKind : 0) | (wrongCells > 0 ? lettersKind : 0);
  for (const [at, count] of findings.entries()) if (count > 0) kinds |= kindOf(at);
  return kinds;
}

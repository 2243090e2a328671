import { severities } from '../severity';
import { codeOfKey } from '../columnCounts';
import { noKeys, type Look } from './look';
import { contactRules } from '../rules';
import { isNoRow, isOfLetters, noMarks, prefixIn, recordOf, ruleOf, severityIn } from './marks';

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
  /** For each number that begins with its country code, the code; below 0 where the column must say so. */
  readonly prefixes: readonly number[];
}

/** The two kinds of rules that a block is looked at by: those that ask no numbering plans, and those that do. */
export type Kind = 'values' | 'numbers';

/** What is known of a block, as far as it counts. */
interface KnownBlock extends Readonly<Record<Kind, Look>> {
  readonly duplicates: readonly number[];
}

const noFindings: readonly number[] = severities.map(() => 0);
const noCodes: readonly number[] = contactRules.map(() => 0);
const noPrefixes: readonly number[] = [];
const nothing = { marks: noMarks, keys: noKeys };
export const noShare: Share = {
  rows: 0,
  duplicates: 0,
  wrongCells: 0,
  findings: noFindings,
  codes: noCodes,
  prefixes: noPrefixes,
};

/** @param holds which of what is known of a block is still true */
export function shareOf(block: KnownBlock, holds: (kind: Kind) => boolean): Share {
  const values = holds('values') ? block.values.last : undefined;
  const numbers = holds('numbers') ? block.numbers.last : undefined;
  let rows = values?.seen.reading.recordCount ?? 0;
  let wrongCells = 0;
  let findings: number[] | undefined;
  let codes: number[] | undefined;
  let prefixes: number[] | undefined;
  for (const { marks, keys } of [values ?? nothing, numbers ?? nothing]) {
    for (const mark of marks) {
      if (isNoRow(mark)) {
        rows--;
        continue;
      }
      if (isOfLetters(mark)) {
        wrongCells++;
        continue;
      }
      const prefix = prefixIn(mark);
      if (prefix) {
        const code = codeOfKey(keys[recordOf(mark)] ?? 0);
        (prefixes ??= []).push(prefix === 'sure' ? code : -code);
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
  return {
    ...{ rows, duplicates, wrongCells },
    findings: findings ?? noFindings,
    codes: codes ?? noCodes,
    prefixes: prefixes ?? noPrefixes,
  };
}

/** What all shares come to, but for those counted by country. */
export type Total = Omit<Share, 'prefixes'>;

/** The total after one share has become another one. */
export function replaced(total: Total, before: Share, after: Share): Total {
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

import type { PhoneJudgement } from './phoneJudgement';
import type { ListRule, RuleNeeds } from './rule';

/** A country code stands in front of a column's numbers if there are so many of that country, and so much of them begins so. */
const fewestNumbers = 10;
const leastPercent = 80;

/** Calling codes have up to three digits. */
const codes = 1000;

/** How many there are by calling code. */
export function countByCode(): Int32Array {
  return new Int32Array(codes);
}

/** Numbers of a column, each by the calling code of its country. */
export interface CountsByCode {
  readonly numbers: Int32Array;
  /** Those that begin with their code: all, and of them those that would be numbers of that country as they stand. */
  readonly begins: Int32Array;
  readonly possible: Int32Array;
}

/** The codes that numbers begin with which would not tell it alone: see {@link RuleNeeds.prefixed}. */
export function prefixedCodes({ numbers, begins, possible }: CountsByCode): ReadonlySet<string> {
  const found = new Set<string>();
  for (let code = 1; code < codes; code++) {
    if ((possible[code] ?? 0) === 0) continue;
    const all = numbers[code] ?? 0;
    const isNearlyAll = 100 * (begins[code] ?? 0) >= leastPercent * all;
    if (all >= fewestNumbers && isNearlyAll) found.add(String(code));
  }
  return found;
}

/** Calling codes of one and two digits; all others have three, and none begins like another one (ITU-T E.164). */
const shortCode = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** The calling code by the first three digits behind it. */
const codeByStart = Int16Array.from({ length: codes }, (_, start) =>
  start < 100 ? 0 : Number(shortCode.exec(String(start))?.[0] ?? start),
);

/** @returns the calling code of a number by its key, as `NumberKeys` gives it; 0 where it has none */
export function codeOfKey(key: number): number {
  // A `1` stands in front of the digits.
  let start = key;
  while (start >= 10_000) start = Math.floor(start / 10);
  return start < 1000 ? 0 : (codeByStart[start - 1000] ?? 0);
}

/** Longer ones are no phone numbers (E.164). */
const mostDigits = 15;

/** Counts the numbers of a column, row by row. */
export class ColumnCounts implements CountsByCode {
  readonly numbers = countByCode();
  readonly begins = countByCode();
  readonly possible = countByCode();
  /** Takes the numbers that other rules have asked the plans about, of which it must be the last; reports nothing. */
  readonly rule: ListRule = {
    code: 'phone.prefixed',
    beginList: () => (row) => {
      if (row.judgement) this.take(row.judgement);
    },
  };

  private take({ key, prefix }: PhoneJudgement): void {
    const code = key === undefined || key.length > mostDigits ? 0 : codeOfKey(Number(`1${key}`));
    if (code === 0) return;
    add(this.numbers, code, 1);
    if (prefix) add(this.begins, code, 1);
    if (prefix === 'possible') add(this.possible, code, 1);
  }
}

export function add(counts: Int32Array, code: number, by: number): void {
  counts[code] = (counts[code] ?? 0) + by;
}

/**
 * Looks at a sheet, and once more where its column of numbers as a whole says that some begin with their country code.
 *
 * @param look looks at all rows, the rule among its last ones
 */
export function* inLightOfColumn<Found>(
  needs: RuleNeeds,
  look: (needs: RuleNeeds, rule: ListRule) => Generator<undefined, Found>,
): Generator<undefined, Found> {
  const counts = new ColumnCounts();
  const found = yield* look(needs, counts.rule);
  const prefixed = prefixedCodes(counts);
  return prefixed.size === 0 ? found : yield* look({ ...needs, prefixed }, counts.rule);
}

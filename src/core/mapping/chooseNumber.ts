import type { NumberLook } from './numberLook';

/** The columns that may be the number, the likeliest first; of one that is sure no others are there. */
export interface NumberChoice {
  readonly fields: readonly number[];
  readonly isSure: boolean;
}

const half = 0.5;

/**
 * Which of the columns that a header calls phone numbers is it: a mobile number goes before a landline, and a number that
 * its country has before one that nothing confirms.
 * @param named the one that goes first by its name
 */
export function chooseNumber(
  named: number,
  others: readonly number[],
  look: (field: number) => NumberLook,
): NumberChoice {
  const callable = [named, ...others].filter((field) => look(field).labelledFax < half);
  const filled = callable.filter((field) => look(field).isFilled);
  const [first, ...rest] = filled.length > 0 ? filled : callable;
  if (first === undefined) return { fields: [named], isSure: false };
  const own = look(first);
  const better = rest.find((field) => isBetter(look(field), own));
  if (better === undefined) return { fields: [first], isSure: true };
  const isToldMobile = own.labelled >= half && look(better).labelledMobile >= half;
  // What nothing confirms may be a number all the same: only the user knows.
  const isSure = isToldMobile || own.inUse >= half;
  return { fields: isSure ? [better] : [better, first], isSure };
}

function isBetter(other: NumberLook, own: NumberLook): boolean {
  if (other.labelledMobile >= half && own.labelledMobile < half) return true;
  if (own.labelledMobile >= half) return false;
  return other.mobile >= half && own.maybeMobile < half;
}

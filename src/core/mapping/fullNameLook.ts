import { foldHeader, isFamilyNameFirst, type NameOrder, splitName, toldOrder } from '../contact';

/** The first name and the last name of one row, as its columns have them; both filled. */
export type NamePair = readonly [first: string, last: string];

/** Which of two columns has the whole name: the values of one are in those of the other, with more around them. */
export function fullNameOf(
  pairs: readonly NamePair[],
  lastHeader: string,
  most: number,
): 'first' | 'last' | 'eitherWay' | undefined {
  const share = (isSo: (pair: NamePair) => boolean) =>
    pairs.length === 0 ? 0 : pairs.filter(isSo).length / pairs.length;
  if (share(([first, last]) => isWithin(first, last)) >= most) return 'last';
  if (share(([first, last]) => isWithin(last, first)) >= most) return 'first';
  const mayBeNickname = nicknames.has(foldHeader(lastHeader));
  return mayBeNickname && share(([first]) => wordsOf(first).length > 1) >= most ? 'eitherWay' : undefined;
}

/** A last name in Portugal, a nickname in Brazil. */
const nicknames = new Set(['apelido']);

function isWithin(part: string, whole: string): boolean {
  const [some, all] = [wordsOf(part), wordsOf(whole)];
  return some.length > 0 && all.length > some.length && ` ${all.join(' ')} `.includes(` ${some.join(' ')} `);
}

function wordsOf(text: string, isFolded = true): readonly string[] {
  return (isFolded ? text.toLowerCase() : text).match(/[\p{L}\p{M}\p{N}'’.-]+/gu) ?? [];
}

/**
 * Which name comes first in a column of full names: by its header, by first names beside them, or as half of them say
 * themselves: `DUPONT Jean`, `Nguyễn Văn An`.
 */
export function orderOf(
  header: string,
  cells: readonly string[],
  pairs: readonly NamePair[] = [],
): NameOrder {
  if (isFamilyNameFirst(header)) return 'familyFirst';
  const beside = pairs.filter(([first, whole]) => isWithin(first, whole));
  const starting = beside.filter(([first, whole]) => whole.toLowerCase().startsWith(first.toLowerCase()));
  if (beside.length > 0) return starting.length * 2 >= beside.length ? 'givenFirst' : 'familyFirst';
  // A cell that cannot be divided in one of the orders need not be one of the other.
  const told = cells.filter((cell) => toldOrder(wordsOf(cell, false)) === 'familyFirst');
  return told.length > 0 && told.length * 2 >= cells.length ? 'familyFirst' : 'givenFirst';
}

/** Whether a cell can be read as a name, in one order or the other. */
export function isName(cell: string): boolean {
  return isDivided(cell, 'givenFirst') || isDivided(cell, 'familyFirst');
}

function isDivided(cell: string, order: NameOrder): boolean {
  return !('untold' in splitName(cell, order));
}

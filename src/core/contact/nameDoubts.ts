import {
  ands,
  foldWord,
  isTitle,
  joiners,
  others,
  titlesAndNames,
  titlesBehind,
  vietnameseFamilyNames,
} from './nameWords';

/** Words of a cell without the title before them: whether they are more than one person's name, in any order. */
export function isMoreThanName(words: readonly string[]): boolean {
  return (
    isJoiner(words, 0) ||
    words.some(
      (word, at) =>
        !/\p{L}/u.test(word) ||
        ands.has(foldWord(word)) ||
        others.has(foldWord(word)) ||
        (at === 0 ? foldWord(word) === 'the' : isBehindName(word)),
    )
  );
}

/** A title behind a name, or what a name was before: in lower case `nee`, since Nee and Born are names. */
function isBehindName(word: string): boolean {
  const bare = foldWord(word);
  if (titlesBehind.has(bare) || word === 'nee' || word === 'born') return true;
  return isTitle(word) && !titlesAndNames.has(bare);
}

/**
 * Whether a word joins the names around it. In capitals `Y` does, while `E` as often is an initial: see
 * {@link isUnclearOrder}.
 */
export function isJoiner(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  return joiners.has(word) || (word === 'Y' && words.length > 2 && words.every(isUpperCase));
}

/** Whether it cannot be told which of the words, two at least, are the last name, whatever the user says of the order. */
export function isUnclearOrder(words: readonly string[]): boolean {
  const scripts = words.filter((word) => eastAsian.test(word)).length;
  return (
    (scripts > 0 && scripts < words.length) ||
    (words.length > 3 && words.includes('E') && words.every(isUpperCase)) ||
    abbreviation.test(words.at(-1) ?? '')
  );
}

/** Whether the words say themselves that the family name comes first. */
export function startsWithFamilyName(words: readonly string[]): boolean {
  const isVietnamese = (word: string | undefined) => vietnameseFamilyNames.has(foldWord(word ?? ''));
  return (
    words.every((word) => eastAsian.test(word)) || (isVietnamese(words[0]) && !isVietnamese(words.at(-1)))
  );
}

/** Where words in capitals stand among others, as many write the last name; nothing where all are so, or none. */
export function capitalsIn(
  words: readonly string[],
): { readonly start: number; readonly end: number; readonly isWhole: boolean } | undefined {
  const start = words.findIndex(isInCapitals);
  if (start < 0 || words.every((word) => isUpperCase(word))) return undefined;
  const end = words.findLastIndex(isInCapitals) + 1;
  return { start, end, isWhole: words.slice(start, end).every(isUpperCase) };
}

/** Whether what stands behind a comma looks like a degree: `CSc.`, or `FACS` behind a name in small letters. */
export function mayBeDegree(word: string, before: readonly string[]): boolean {
  if (abbreviation.test(word) || /^\p{Lu}{2}\p{Ll}+$/u.test(word)) return true;
  return before.length > 1 && /^\p{Lu}{3,5}$/u.test(word) && !before.every(isUpperCase);
}

/** A single letter, which may be an initial of any name. A name of East Asia may be one. */
export function isInitial(word: string): boolean {
  return /^\p{L}\p{M}*\.?$/u.test(word) && !eastAsian.test(word);
}

/** `S`, `И.И.` */
export function isInitials(word: string): boolean {
  return isInitial(word) || /^(?:\p{L}\.)+$/u.test(word);
}

/** Names in these scripts have the family name first, whatever a header says. */
export const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー\s]+$/u;

const abbreviation = /^\p{L}(?:\.?\p{L}){2,}\.$/u;

/** Two letters may be initials. */
function isInCapitals(word: string): boolean {
  return isUpperCase(word) && !word.includes('.') && /\p{L}.*\p{L}.*\p{L}/u.test(word);
}

function isUpperCase(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

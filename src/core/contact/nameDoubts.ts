import {
  arabicArticles,
  eastAsianParticles,
  eitherParticles,
  foldWord,
  givenNames,
  isLowerCase,
  isParticle,
  jobs,
  joiners,
  nobility,
  particles,
  startingParticles,
  startsOfGivenNames,
  vietnameseFamilyNames,
  vietnameseLetter,
  vietnameseMiddleNames,
} from './nameWords';

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
    abbreviation.test(words.at(-1) ?? '') ||
    // `Мария Петровна`: the last name is missing.
    (words.length === 2 && cyrillic.test(words[1] ?? '') && isPatronymic(words[1]))
  );
}

const cyrillic = /\p{Script=Cyrillic}/u;

/** The order that the words say themselves: by their script, by family names of Vietnam, by a patronymic, or in capitals. */
export function toldOrder(words: readonly string[]): 'givenFirst' | 'familyFirst' | undefined {
  if (words.length < 2) return undefined;
  const capitals = capitalsIn(words);
  if (capitals?.isWhole) {
    if (capitals.start === 0 && capitals.end < words.length) return 'familyFirst';
    return capitals.start > 0 && capitals.end === words.length ? 'givenFirst' : undefined;
  }
  if (startsWithFirstName(words)) return 'givenFirst';
  return startsWithFamilyName(words) && !startsWithParticle(words) ? 'familyFirst' : undefined;
}

/** Whether the words say themselves that the family name comes first. */
export function startsWithFamilyName(words: readonly string[]): boolean {
  const isVietnamese = (word: string | undefined) => vietnameseFamilyNames.has(foldWord(word ?? ''));
  return (
    words.every((word) => eastAsian.test(word)) ||
    isVietnamese(words[0]) ||
    vietnameseMiddleNames.has(foldWord(words[1] ?? '')) ||
    (!isVietnamese(words.at(-1)) && words.some((word) => vietnameseLetter.test(word.normalize('NFC')))) ||
    startsWithParticle(words) ||
    (words.length > 2 && isPatronymic(words.at(-1)) && !isPatronymic(words[1]))
  );
}

/** Whether the words say themselves that the first name comes first: a patronymic is right behind it. */
export function startsWithFirstName(words: readonly string[]): boolean {
  return words.length > 2 && isPatronymic(words[1]);
}

/** Whether the first word is no family name by itself: `Di Maria Angelo`, `Smit-de Vries Joke`, `Lambsdorff Otto Graf`. */
export function isFamilyNameUnclear(words: readonly string[]): boolean {
  const [first = '', ...more] = words;
  const bare = foldWord(first);
  return (
    endsInParticle(first) ||
    more.some((word) => nobility.has(foldWord(word))) ||
    (eitherParticles.has(bare) &&
      !isParticle(first) &&
      capitalsIn(words) === undefined &&
      (words.length > 2 || !eastAsianParticles.has(bare)))
  );
}

/** `De Niro`, `van der Berg`: the name in front of it is missing, or comes behind. */
function startsWithParticle(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  const bare = foldWord(first);
  if (!particles.has(bare) && !startingParticles.has(bare)) return false;
  if (isLowerCase(first) && !words.every(isLowerCase)) return true;
  const isGiven = givenNames.has(bare) || (words.length > 2 && startsOfGivenNames.has(bare));
  // `Van der Berg`; while `Ben van der Ploeg` has a first name.
  return !isGiven || ((isParticle(second) || arabicArticles.has(foldWord(second))) && bare !== 'ben');
}

/** Whether the word before the last one may belong to it as well as to the first name: `Marine Le Pen`. */
export function hasEitherParticle(words: readonly string[]): boolean {
  const before = words.at(-2) ?? '';
  return (
    (words.length > 2 &&
      !isLowerCase(before) &&
      eitherParticles.has(foldWord(before)) &&
      !(words.length > 3 && isParticle(words.at(-3) ?? ''))) ||
    endsInParticle(before)
  );
}

/** Whether a word behind another one begins the last name. */
export function startsLastName(word: string, next: string | undefined): boolean {
  const bare = foldWord(word);
  if (nobility.has(bare)) return next !== undefined;
  return arabicArticles.has(bare) || (isParticle(word) && startingParticles.has(bare));
}

/** `Smit-de` of Smit-de Vries. */
function endsInParticle(word: string): boolean {
  return word.includes('-') && particles.has(foldWord(word.slice(word.lastIndexOf('-') + 1)));
}

function isPatronymic(word: string | undefined): boolean {
  return /(?:ович|евич|ьич|івна|ївна|овна|евна|ична|ovich|evich|ovna|evna)$/iu.test(word ?? '');
}

/** Where words in capitals stand among others, as many write the last name; nothing where all are so, or none. */
export function capitalsIn(
  words: readonly string[],
): { readonly start: number; readonly end: number; readonly isWhole: boolean } | undefined {
  let start = words.findIndex(isInCapitals);
  if (start < 0 || words.every((word) => isUpperCase(word))) return undefined;
  // Its particles are shorter: `LE PEN`.
  while (start > 0 && /^\p{Lu}{2,}$/u.test(words[start - 1] ?? '')) start--;
  const end = words.findLastIndex(isInCapitals) + 1;
  return { start, end, isWhole: words.slice(start, end).every(isUpperCase) };
}

/** Whether what stands behind a comma looks like a degree: `CSc.`, or `FACS` behind a name in small letters. */
export function mayBeDegree(word: string, before: readonly string[]): boolean {
  if (jobs.has(foldWord(word)) || abbreviation.test(word) || /^\p{Lu}{2}\p{Ll}+$/u.test(word)) return true;
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

export function isUpperCase(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

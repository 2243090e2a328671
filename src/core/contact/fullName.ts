import { trimmed } from './text';
import {
  ands,
  dottedTitles,
  joiners,
  lowerCaseOnly,
  nameSuffixes,
  particles,
  startingParticles,
  suffixes,
  titleEndings,
  titles,
} from './nameWords';

/** Which name comes first where no comma tells. */
export type NameOrder = 'givenFirst' | 'familyFirst';

/** The parts of a person's full name. Together they have every word of it. */
export interface NameParts {
  /** With middle names. */
  readonly firstName: string;
  /** With its particles, and with suffixes such as Jr. Empty when the name is one word. */
  readonly lastName: string;
  /** As it stands there: `Prof. Dr.` */
  readonly salutation: string;
}

/** Why a name cannot be divided: it is more than a name, or can be read in more than one way. */
export type NameUntold = 'unclearName';

/**
 * Divides a full name: `Mr John Smith`, `Smith, John`, `Ludwig van Beethoven`, `Smith, John, PhD`. A comma tells the last
 * name, whatever the order. A name that is one word comes as a first name.
 *
 * Own code, since libraries (parse-full-name, humanparser) know English titles, no order of names, and never say that they
 * do not know: `María del Carmen` gets a middle name “del Carmen Pérez”, `Frau Müller` becomes a first name.
 */
export function splitName(cell: string, order: NameOrder): NameParts | { readonly untold: NameUntold } {
  const text = trimmed(cell).replace(/\s+/gu, ' ');
  if (text === '') return { firstName: '', lastName: '', salutation: '' };
  if (moreThanName.test(text)) return unclear;
  const segments = text.split(/[,，]/).map((segment) => segment.trim().split(' '));
  const found: string[] = [];
  const behind: string[] = [];
  while (segments.length > 1 && segments.at(-1)?.every(isSuffix)) behind.unshift(...(segments.pop() ?? []));
  const parts = segments.map((segment) => {
    const [title, rest] = withoutTitle(segment);
    found.push(...title);
    return rest;
  });
  // Between commas a title may stand alone: `Müller, Dr., Anna`.
  const named = parts.length > 1 ? parts.filter((part) => part.length > 0) : parts;
  if (parts.some((part) => part.includes('')) || named.length > 2) return unclear;
  const [one = [], other] = named;
  const divided = other ? dividedByComma(one, other, behind) : dividedByOrder(one, behind, order);
  if (divided === undefined) return unclear;
  const [firstName, lastName] = divided.map((words) => words.join(' '));
  return { firstName: firstName ?? '', lastName: lastName ?? '', salutation: found.join(' ') };
}

const unclear = { untold: 'unclearName' } as const;

/** Digits, signs of other things, brackets: a remark, an address, a company, two people. */
const moreThanName = /[\p{Nd}@/\\&+<>|;:=_*#?!()[\]{}]/u;

/** Words of the first name and of the last one. */
type Divided = readonly [first: readonly string[], last: readonly string[]];

/** `Last, First`: also with the particles behind, as Dutch and German lists sort them: `Berg, Jan van den`. */
function dividedByComma(
  last: readonly string[],
  first: readonly string[],
  behind: readonly string[],
): Divided | undefined {
  if (last.length === 0 || first.length === 0 || [...last, ...first].some(isAnd)) return undefined;
  const [name, suffix] = withoutSuffix(first);
  let end = name.length;
  while (end > 1 && isParticle(name[end - 1] ?? '') && isLowerCase(name[end - 1] ?? '')) end--;
  return [name.slice(0, end), [...name.slice(end), ...last, ...suffix, ...behind]];
}

function dividedByOrder(
  words: readonly string[],
  behind: readonly string[],
  order: NameOrder,
): Divided | undefined {
  if (words.length === 0 || words.some(isAnd)) return undefined;
  const [name, suffix] = withoutSuffix(words);
  const tail = [...suffix, ...behind];
  if (name.length === 1) {
    const isName = tail.length === 1 && nameSuffixes.has(fold(tail[0] ?? ''));
    return tail.length === 0 || isName ? [name, tail] : undefined;
  }
  if (order === 'familyFirst') {
    // Its particles, the name itself, and one that is joined to it.
    let end = name.findIndex((word) => !isParticle(word)) + 1;
    if (isJoiner(name[end])) end += 2;
    return end < 1 || end >= name.length ? undefined : [name.slice(end), [...name.slice(0, end), ...tail]];
  }
  const start = lastNameStart(name);
  return start === undefined ? undefined : [name.slice(0, start), [...name.slice(start), ...tail]];
}

/** Where the last name begins, behind one first name at least; `undefined` where two readings are likely. */
function lastNameStart(name: readonly string[]): number | undefined {
  const starting = name.findIndex(
    (word, at) => at > 0 && isParticle(word) && startingParticles.has(fold(word)),
  );
  let start = name.length - 1;
  if (isJoiner(name[start - 1])) start -= 2;
  while (start > 1 && isParticle(name[start - 1] ?? '')) start--;
  if (starting > 0) start = Math.min(start, starting);
  if (start < 1) return undefined;
  // `Ana de la Cruz García`: the last name may begin there, or a first name may end so.
  return name.slice(1, start).some(isParticle) ? undefined : start;
}

function withoutTitle(
  words: readonly string[],
): readonly [title: readonly string[], rest: readonly string[]] {
  let end = 0;
  while (
    end < words.length &&
    (isTitle(words[end] ?? '') || (end > 0 && titleEndings.has(fold(words[end] ?? ''))))
  ) {
    end++;
  }
  return [words.slice(0, end), words.slice(end)];
}

function withoutSuffix(
  words: readonly string[],
): readonly [name: readonly string[], suffix: readonly string[]] {
  let start = words.length;
  while (start > 1 && isSuffix(words[start - 1] ?? '')) start--;
  return [words.slice(0, start), words.slice(start)];
}

function isTitle(word: string): boolean {
  return titles.has(fold(word)) && (!dottedTitles.has(fold(word)) || word.endsWith('.'));
}

function isSuffix(word: string): boolean {
  if (!suffixes.has(fold(word))) return false;
  // `Md` is short for Mohammed, `Rn` for nothing.
  return fold(word).length > 2 || word.includes('.') || word === word.toUpperCase() || /^[js]r$/i.test(word);
}

function isParticle(word: string): boolean {
  const bare = fold(word);
  if (!particles.has(bare) && !startingParticles.has(bare)) return false;
  return isLowerCase(word) || !lowerCaseOnly.has(bare);
}

function isJoiner(word: string | undefined): boolean {
  return word !== undefined && joiners.has(word);
}

function isAnd(word: string): boolean {
  return ands.has(fold(word));
}

function isLowerCase(word: string): boolean {
  return word === word.toLowerCase();
}

function fold(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('.', '').replaceAll('’', "'");
}

import { translatedSalutation } from './salutation';
import { trimmed } from './text';
import {
  capitalsIn,
  hasEitherParticle,
  isFamilyNameUnclear,
  isInitial,
  isInitials,
  isJoiner,
  isUnclearOrder,
  mayBeDegree,
  startsLastName,
  startsWithFamilyName,
  startsWithFirstName,
} from './nameDoubts';
import { besidesName, type Besides } from './moreThanName';
import {
  foldWord,
  isLowerCase,
  isParticle,
  isSuffix,
  isTitle,
  nameSuffixes,
  titleEndings,
  titles,
  titlesAtEnd,
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

/** Why a name cannot be divided: the cell has more than one person's name, or it can be read in more than one way. */
export type NameUntold = 'unclearName' | Besides;

/**
 * Divides a full name: `Mr John Smith`, `Smith, John`, `Ludwig van Beethoven`, `Smith, John, PhD`. A comma tells the last
 * name, whatever the order. A name that is one word comes as a first name.
 *
 * Own code, since libraries (parse-full-name, humanparser) know English titles, no order of names, and never say that they
 * do not know: `María del Carmen` gets a middle name “del Carmen Pérez”, `Frau Müller` becomes a first name.
 */
export function splitName(cell: string, order: NameOrder): NameParts | { readonly untold: NameUntold } {
  const text = trimmed(cell).replace(/\s+/gu, ' ').replace(joinedTitle, withBlank);
  if (text === '') return { firstName: '', lastName: '', salutation: '' };
  if (/[&+]/.test(text)) return { untold: 'severalPersons' };
  if (moreThanName.test(text)) return { untold: 'moreThanName' };
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
  if (isOfTwo(found)) return { untold: 'severalPersons' };
  for (const words of named) {
    const besides = besidesName(words);
    if (besides) return { untold: besides };
  }
  const [one = [], other] = named;
  const divided = other
    ? dividedByComma(one, other, behind)
    : dividedByOrder(one, behind, order, found.length > 0);
  if (divided === undefined) {
    return other === undefined && one.some((_, at) => isJoiner(one, at))
      ? { untold: 'severalPersons' }
      : unclear;
  }
  const [firstName, lastName] = divided.map((words) => words.join(' '));
  return { firstName: firstName ?? '', lastName: lastName ?? '', salutation: found.join(' ') };
}

const unclear = { untold: 'unclearName' } as const;

/** Digits, signs of other things, brackets: a remark, an address, a company, two people. */
const moreThanName = /[\p{Nd}@/\\&+<>|;:=_*#?!()[\]{}]/u;

/** A title without a blank behind its point: `Mrs.John`. */
const joinedTitle = /(?<!\p{L})\p{L}+\.(?=\p{Lu}\p{L})/gu;

function withBlank(word: string): string {
  return titles.has(foldWord(word)) ? `${word} ` : word;
}

/** Whether titles are those of a man and a woman. */
function isOfTwo(found: readonly string[]): boolean {
  return new Set(found.flatMap((title) => translatedSalutation(title) ?? [])).size > 1;
}

/** Words of the first name and of the last one. */
type Divided = readonly [first: readonly string[], last: readonly string[]];

/** `Last, First`: also with the particles behind, as Dutch and German lists sort them: `Berg, Jan van den`. */
function dividedByComma(
  last: readonly string[],
  first: readonly string[],
  behind: readonly string[],
): Divided | undefined {
  if (last.length === 0 || first.length === 0 || first.some((_, at) => isJoiner(first, at))) return undefined;
  if (first.length === 1 && mayBeDegree(first[0] ?? '', last)) return undefined;
  const [name, suffix] = withoutSuffix(first);
  let end = name.length;
  while (end > 1 && isParticle(name[end - 1] ?? '') && isLowerCase(name[end - 1] ?? '')) end--;
  return [name.slice(0, end), [...name.slice(end), ...last, ...suffix, ...behind]];
}

function dividedByOrder(
  words: readonly string[],
  behind: readonly string[],
  order: NameOrder,
  isTitled: boolean,
): Divided | undefined {
  if (words.length === 0) return undefined;
  const [name, suffix] = withoutSuffix(words);
  const tail = [...suffix, ...behind];
  if (name.length === 1) {
    const isName = tail.length === 1 && nameSuffixes.has(foldWord(tail[0] ?? ''));
    return tail.length === 0 || isName ? [name, tail] : undefined;
  }
  if (isUnclearOrder(name)) return undefined;
  const at = order === 'familyFirst' ? familyNameEnd(name) : lastNameStart(name);
  if (at === undefined) return undefined;
  const [one, other] = [name.slice(0, at), name.slice(at)];
  const [first, last] = order === 'familyFirst' ? [other, one] : [one, other];
  // `M. Dupont` may be a Monsieur, `Ramanujan S` the other way round.
  if (last.every(isInitials) || (!isTitled && first.length === 1 && isInitial(first[0] ?? ''))) {
    return undefined;
  }
  return [first, [...last, ...tail]];
}

/** Where the last name ends that comes first: its particles, the name itself, and one that is joined to it. */
function familyNameEnd(name: readonly string[]): number | undefined {
  if (startsWithFirstName(name) || isFamilyNameUnclear(name)) return undefined;
  const capitals = capitalsIn(name);
  let end = name.findIndex((word) => !isParticle(word)) + 1;
  if (isJoiner(name, end)) end += 2;
  if (capitals) {
    if (!capitals.isWhole || capitals.start >= end) return undefined;
    end = Math.max(end, capitals.end);
  }
  const isJoined = name.some((_, at) => at >= end && isJoiner(name, at));
  return end < 1 || end >= name.length || isJoined ? undefined : end;
}

/** Where the last name begins, behind one first name at least; `undefined` where two readings are likely. */
function lastNameStart(name: readonly string[]): number | undefined {
  const capitals = capitalsIn(name);
  if (startsWithFamilyName(name) || (capitals === undefined && hasEitherParticle(name))) return undefined;
  if (titlesAtEnd.has(foldWord(name.at(-1) ?? ''))) return undefined;
  if (capitals && (!capitals.isWhole || capitals.start === 0 || capitals.end < name.length)) return undefined;
  const starting = name.findIndex((word, at) => at > 0 && startsLastName(word, name[at + 1]));
  let start = name.length - 1;
  if (isJoiner(name, start - 1)) start -= 2;
  while (start > 1 && isParticle(name[start - 1] ?? '')) start--;
  start = Math.min(start, starting > 0 ? starting : start, capitals?.start ?? start);
  if (start < 1) return undefined;
  // `Ana de la Cruz García`: the last name may begin there, or a first name may end so; `Ana y Luis Pérez` are two.
  const isUnclear = name
    .slice(0, start)
    .some((word, at) => (at > 0 && isParticle(word)) || isJoiner(name, at));
  return isUnclear ? undefined : start;
}

function withoutTitle(
  words: readonly string[],
): readonly [title: readonly string[], rest: readonly string[]] {
  let end = 0;
  while (
    end < words.length &&
    (isTitle(words[end] ?? '') || (end > 0 && titleEndings.has(foldWord(words[end] ?? ''))))
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

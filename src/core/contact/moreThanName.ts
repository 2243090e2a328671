import { isJoiner, isUpperCase } from './nameDoubts';
import {
  ands,
  companyForms,
  families,
  foldWord,
  isParticle,
  isTitle,
  joiners,
  nobility,
  others,
  ranks,
  shortNames,
  suffixes,
  titlesAndNames,
  titlesAtEnd,
  titlesBehind,
} from './nameWords';

/** What a cell may have besides one person's name: another person, or something else. */
export type Besides = 'severalPersons' | 'moreThanName';

/** What words of a cell, without the title before them, have besides one person's name, in any order. */
export function besidesName(words: readonly string[]): Besides | undefined {
  const isFamily = (word: string) => ands.has(foldWord(word)) || families.has(foldWord(word));
  if (isJoiner(words, 0) || foldWord(words[0] ?? '') === 'the' || words.some(isFamily))
    return 'severalPersons';
  return isMoreThanName(words) ? 'moreThanName' : undefined;
}

function isMoreThanName(words: readonly string[]): boolean {
  const last = words.length - 1;
  return (
    ranks.has(foldWord(words[0] ?? '')) ||
    (last > 0 && nobility.has(foldWord(words[0] ?? ''))) ||
    (last === 1 && titlesAtEnd.has(foldWord(words[last] ?? ''))) ||
    isCompany(words) ||
    hasRemark(words) ||
    hasNickname(words) ||
    words.some(
      (word, at) =>
        !/\p{L}/u.test(word) ||
        others.has(foldWord(word)) ||
        isShortened(word) ||
        honorificWithin.test(word) ||
        (at > 0 && isBehindName(word)),
    )
  );
}

/** A legal form in front or at the end; of capitals alone nobody can tell, `MARIA SA`. */
function isCompany(words: readonly string[]): boolean {
  if (words.length < 2) return words.some((word) => /株式会社|有限会社|有限公司/.test(word));
  const ends = [words[0] ?? '', words.at(-1) ?? ''];
  return ends.some(
    (word) => companyForms.has(word) && !(words.every(isUpperCase) && /^[A-Z]{2}$/.test(word)),
  );
}

/** A word in small letters that is no particle, behind others with capitals: `Maria Rossi ved. Bianchi`, `John Smith home`. */
function hasRemark(words: readonly string[]): boolean {
  if (words.length < 3 || !/^\p{Lu}/u.test(words[0] ?? '')) return false;
  return words.some(
    (word, at) =>
      at > 0 &&
      /^\p{Ll}/u.test(word) &&
      !/[-'’]\p{Lu}/u.test(word) &&
      !isParticle(word.split(/[-'’]/)[0] ?? '') &&
      !isParticle(word) &&
      !joiners.has(word) &&
      !suffixes.has(foldWord(word)),
  );
}

/** A word in quotes, `John "Jack" Smith`; not `’t Hooft`. */
function hasNickname(words: readonly string[]): boolean {
  const opens = words.findIndex((word) => /^['‘’]/.test(word));
  return (
    words.some((word) => /^["“”„«»~]|["“”«»]$/.test(word)) ||
    (opens >= 0 && words.slice(opens).some((word) => word.length > 1 && /['’]$/.test(word)))
  );
}

/** A word of several letters with a point behind it, `ehem.`, which is none of the names that are written so. */
function isShortened(word: string): boolean {
  return /\p{L}\p{L}\.$/u.test(word) && !shortNames.has(foldWord(word)) && !suffixes.has(foldWord(word));
}

/** A form of address of East Asia behind a name, without a blank. */
const honorificWithin = /.(?:さん|様|さま|先生|殿|님|씨|女士|小姐)$/u;

/** A title behind a name, or what a name was before: in lower case `nee`, since Nee and Born are names. */
function isBehindName(word: string): boolean {
  const bare = foldWord(word);
  if (titlesBehind.has(bare) || word === 'nee' || word === 'born') return true;
  return isTitle(word) && !titlesAndNames.has(bare);
}

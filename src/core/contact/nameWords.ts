/** Words of full names that are no names, in lower case and without points. */
const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

/**
 * Forms of address and titles that stand before a name. Not here: those that are names too, or initials (Don, Sri, Pan, M).
 */
export const titles = words(
  'mr mister mrs missus ms miss mx dr doctor prof professor sir madam rev reverend hon messrs',
  'herr herrn frau fräulein hr fr dipl dipl-ing dipl-kfm mag dott dottssa univ-prof',
  'monsieur madame mademoiselle mme mlle mm maître dre',
  'señor señora señorita sr sra srta dra senhor senhora',
  'signor signora signorina sig sigra sig.ra avv ing arq lic drssa dña doña',
  'dhr mevr mevrouw mw drs ir',
  'господин госпожа г-н г-жа shri shree smt shrimati श्री श्रीमती डॉ bapak ibu',
);

/** Those that are only titles with a point behind them, as `Hon.`; without it they are names too. */
export const dottedTitles = words('hon ing mag lic arq avv ir sig');

/** What stands behind a title and belongs to it: `Dr. med.` */
export const titleEndings = words('med dent vet jur phil nat rer rernat oec pol habil hc h.c ing mult');

/** What is written behind a name, and goes with the last one. */
export const suffixes = words(
  'jr jnr sr snr junior senior júnior ii iii iv filho neto sobrinho fils phd dphil md dds dvm esq cpa mba msc bsc llm jd rn obe mbe cbe',
);

/** Those of them that are last names too: João Neto. */
export const nameSuffixes = words('junior senior júnior filho neto sobrinho fils');

/** What begins a last name of several words, wherever it stands. */
export const startingParticles = words(
  'van von vom zu zum zur ter ten bin ibn bint binti ben af av op',
  "vanden vander 't 's in aan uit onder over bij",
  'بن ابن بنت آل أبو ابو בן בר בת',
);

/** What belongs to the last name right behind it, but may also stand within first names: María del Carmen. */
export const particles = words(
  "de del della dello dei degli di da das do dos du des d’ d' la le las los lo der den dem auf al el as ash ad ul abu san santa st mac mc",
  'abd abdul abdel abdal عبد',
);

/** Those that are names or parts of names too when they have a capital: Al, Ben, Do, Le. */
export const lowerCaseOnly = words(
  'al el ben do le la as ad san santa st lo das op ten mac mc di den abu in aan uit onder over bij',
);

/** Those of them that are no names behind another one. */
export const arabicArticles = words('al el abu');

/** What joins two last names. */
export const joiners = words('y e i');

/** What joins two people. */
export const ands = words('and und et & + en og och și oraz dan');

/** What makes more of a cell than one person's name: families, companies, a former name, whom a letter is for. */
export const others = words(
  'familie family fam famille familia família famiglia eheleute ehepaar household rodina rodzina семья',
  'gmbh ltd llc inc corp plc ltda sarl gbr ohg née né geb geborene geborener zhd zhdn zhv attn',
);

/** Forms of address that stand behind a name. */
export const titlesBehind = words('bey hanım efendi 先生 女士 小姐 太太 さん 様 殿 님 씨');

/** Titles that are names behind another one. */
export const titlesAndNames = words('shri shree श्री');

/** Family names of Vietnam, as only Vietnamese has them: they come first there. */
export const vietnameseFamilyNames = words(
  'nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương lý',
);

/** A word as it stands in these lists. */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('.', '').replaceAll('’', "'");
}

export function isTitle(word: string): boolean {
  return titles.has(foldWord(word)) && (!dottedTitles.has(foldWord(word)) || word.endsWith('.'));
}

export function isLowerCase(word: string): boolean {
  return word === word.toLowerCase();
}

/** Whether a word, which is not the first one, belongs to the last name behind it. */
export function isParticle(word: string): boolean {
  const bare = foldWord(word);
  if (!particles.has(bare) && !startingParticles.has(bare)) return false;
  return isLowerCase(word) || !lowerCaseOnly.has(bare);
}

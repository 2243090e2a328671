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
  'frl fru pani sayın bpk bc inż mgr judr mudr phdr rndr mvdr paeddr κος κα κυρία κύριος δρ тов ד"ר גב\' מר',
  'السيد السيدة الدكتور الدكتورة الأستاذ นาย นาง นางสาว',
  'господин госпожа г-н г-жа shri shree smt shrimati श्री श्रीमती डॉ bapak ibu',
);

/** Those that are only titles with a point behind them, as `Hon.`; without it they are names too. */
export const dottedTitles = words('hon ing mag lic arq avv ir sig bc');

/** What stands behind a title and belongs to it: `Dr. med.` */
export const titleEndings = words(
  'med dent vet jur phil nat rer rernat oec pol hab habil hc h.c ing inż mult',
);

/** What is written behind a name, and goes with the last one. */
export const suffixes = words(
  'jr jnr sr snr junior senior júnior ii iii iv filho neto sobrinho fils phd dphil md dds dvm esq cpa mba msc bsc llm jd rn obe mbe cbe cfa pmp cma frm acca fcca bsn lpn cissp',
);

/** Those of them that are last names too: João Neto. */
export const nameSuffixes = words('junior senior júnior filho neto sobrinho fils');

/** What begins a last name of several words, wherever it stands. */
export const startingParticles = words(
  'van von vom zu zum zur ter ten bin ibn bint binti ben af av op',
  "vanden vander vd 't 's in aan uit onder over bij",
  'بن ابن بنت آل أبو ابو בן בר בת',
);

/** Titles of nobility are a part of the last name behind them by law, and are last names too. */
export const nobility = words(
  'graf gräfin freiherr freifrau freiin baron baronin baronesse fürst fürstin prinz prinzessin herzog herzogin ritter edler',
);

/** What belongs to the last name right behind it, but may also stand within first names: María del Carmen. */
export const particles = words(
  "de del dela della dello dei degli dal dalla de' dell' di da das do dos du des d’ d' la le las los lo der den dem auf al el as ash ad ul abu san santa st mac mc",
  'abd abdul abdel abdal عبد',
);

/** Those that are names or parts of names too when they have a capital: Al, Ben, Do, Le. */
export const lowerCaseOnly = words(
  'al el ben do le la as ad san santa st lo das op ten mac mc di den abu in aan uit onder over bij',
);

/** Those that are first names, too: with another one first, the last name comes first, or the whole is one name. */
export const givenNames = words('al ben van della in mac');
/** Those that begin first names of two words: Abdul Rahman Khan. */
export const startsOfGivenNames = words('abd abdul abdel abdal abu el عبد ابو أبو');

/** Those that are as often a part of the last name behind them as a name by themselves, with a capital. */
export const eitherParticles = words('le lo la las los ben di do san santa st mac mc den das ten');
/** Those of them that are family names of East Asia. */
export const eastAsianParticles = words('do le lo');

/** Those of them that are no names behind another one. */
export const arabicArticles = words('al el abu');

/** What joins two last names. */
export const joiners = words('y e i');

/** What joins two people. */
export const ands = words('and und et & + en og och și oraz dan');

/** What stands with the name of a family, or of a couple. */
export const families = words(
  'familie family fam famille familia família famiglia eheleute ehepaar household rodina rodzina семья',
);

/** What makes more of a cell than a name: a company, a former name, whom a letter is for. */
export const others = words(
  'limited pvt services trading associates sons verein estate',
  'épouse veuve rozená född født formerly vormals viuda vda vedova',
  'corporation company holding holdings trust foundation stiftung traders enterprises industries solutions group',
  'gmbh ltd llc inc corp plc ltda sarl srl eireli gbr ohg kgaa oyj née né geb geborene geborener zhd zhdn zhv attn',
);

/** What companies begin or end with, as it is written. */
export const companyForms: ReadonlySet<string> = new Set(
  'AG KG SA SAS SL BV NV AB AS ApS Oy SE e.V. S.L. S.A. B.V. N.V. A.Ş. S.R.L. S.A.S. o.o. ME Co Co. HR PT CV ООО ИП ЗАО ОАО ПАО ТОВ'.split(
    ' ',
  ),
);

/** Ranks and offices in front of a name, of which no salutation is made. */
export const ranks = words(
  'captain capt col gen lt maj sgt cmdr pastor father sister brother rabbi imam sheikh lady lord',
  'khun haji hajji hajjah encik puan tuan datuk dato kapt ifj id özv',
);

/** What stands behind a comma in place of a first name: where someone works, or as what. */
export const jobs = words(
  'sales marketing vertrieb einkauf buchhaltung support office büro home accounting ceo cfo cto director directora manager',
);

/** Words with a point that are a name, in short. */
export const shortNames = words(
  'md mohd mhd muhd muh mst abd moh st ste ma mo sk kr ch gh wm chas geo jos thos jas fco',
);

/** Forms of address at the very end of a name; in Korea Ji is the end of a given name. */
export const titlesAtEnd = words("ji jee bhai saab sahib sahab saheb garu didi mam maam ma'am madam");

/** Forms of address that stand behind a name. */
export const titlesBehind = words('bey hanım efendi 先生 女士 小姐 太太 さん 様 殿 님 씨');

/** Titles that are names behind another one. */
export const titlesAndNames = words('shri shree श्री pani מר madam');

/** Family names of Vietnam, as only Vietnamese has them: they come first there. */
export const vietnameseFamilyNames = words(
  'nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương lý phan trương đinh trịnh đoàn',
  'nguyen tran pham hoang huynh vu vo dang bui ngo duong truong dinh trinh doan',
);

/** Middle names of Vietnam, before which only a family name stands. */
export const vietnameseMiddleNames = words('thị văn bá thi');

/** Letters that no other language has. */
export const vietnameseLetter = /[ơưảấầẩẫậắằẳẵặẻếềểễệỉỏốồổỗộớờởỡợủứừửữựỳỵỷỹ]/iu;

/** A word as it stands in these lists. */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('.', '').replace(/[’׳]/g, "'").replaceAll('״', '"');
}

export function isTitle(word: string): boolean {
  // A department in capitals.
  if (word === 'HR') return false;
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

/** Whether a word stands behind a name and goes with the last one. */
export function isSuffix(word: string): boolean {
  if (!suffixes.has(foldWord(word))) return false;
  // `Md` is short for Mohammed, `Rn` for nothing.
  return (
    foldWord(word).length > 2 || word.includes('.') || word === word.toUpperCase() || /^[js]r$/i.test(word)
  );
}

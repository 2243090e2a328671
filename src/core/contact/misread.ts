import { byteOfWestern, windows1252 } from './windows1252';

/**
 * Characters that are one of UTF-8 when each is taken for a byte, as `Ã¼` is `ü`.
 *
 * | verdict | |
 * |---|---|
 * | `wrong` | nobody writes that: it was misread |
 * | `besideWrong` | it may stand there by itself, `Â»`; in a text that was misread it was too |
 * | `inWrongLine` | it is what words in capitals end with, `IRMÃ”`; it was misread if all of its line was |
 * | `right` | what it would be has no place there |
 */
export interface Misread {
  readonly start: number;
  readonly end: number;
  /** The one character that it would be. */
  readonly right: string;
  readonly verdict: 'wrong' | 'besideWrong' | 'inWrongLine' | 'right';
}

const further = `[\\u0080-\\u00BF${windows1252}]`;
const sequence = `[\\u00C2-\\u00DF]${further}|[\\u00E0-\\u00EF]${further}{2}|[\\u00F0-\\u00F4]${further}{3}`;

/** All of them in a text, in order. */
export function* misreadIn(text: string): Generator<Misread, void> {
  const next = new RegExp(sequence, 'g');
  let before: Misread | undefined;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const { index: start, 0: wrong } = match;
    const right = decoded(wrong);
    if (right === undefined) {
      next.lastIndex = start + 1;
      continue;
    }
    const meant = before?.end === start && before.verdict === 'wrong' ? before.right : undefined;
    if (isOfOtherScript(right)) {
      for (before of runOf(text, start, meant ?? text.charAt(start - 1))) yield before;
      next.lastIndex = before?.end ?? start + 1;
      continue;
    }
    const place = { text, start, end: start + wrong.length, before: meant };
    before = { start, end: place.end, right, verdict: verdictOf(wrong, right, place) };
    yield before;
  }
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The letter in front of it, if that was misread itself. */
  readonly before: string | undefined;
}

const signs = '’”»›…–—«“‘´·™®\\u00A0\\u00AD';
/** What may stand behind a letter by itself. */
const ownSigns = new RegExp(`^[${signs}]+$`);

/** Letters that names of any language are written with, of those whose first half is no `Ã`, `Ä` or `Å`. */
const rareLetters = 'ƉƏƐƆƁƊƘƙƠơƯưƳƴǍǎǏǐǑǒǓǔǕǖǗǘǙǚǛǜǤǥǦǧǨǩǪǫǺǻǼǽǾǿȘșȚțȞȟȦȧȨȩȪȫȮȯȰȱȲȳəɛɔɓɖɗɩʋʻʼʾʿ';
const plausible = new RegExp(
  `^[\\u0300-\\u033F\\u00AA\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u017F\\u1E00-\\u1EFF\\uFF21-\\uFF5A${rareLetters}]$`,
);
/** Signs of any language; and what Windows-1252 has in place of control characters, a half of what was encoded twice. */
const sign = /^[\u0080-\u00F7ƒˆ˜\uFEFF]$|^(?=\p{Script=Common}|[\u0370-\u07FF])[\p{P}\p{S}]$/u;
/** Quotes, dashes, € and ™: what double encoding makes most often. */
const typographic = /^[\u2000-\u206F\u20A0-\u20CF\u2100-\u214F]$/;

function verdictOf(wrong: string, right: string, place: Place): Misread['verdict'] {
  if (isOfTwice(wrong, place)) return 'wrong';
  if (typographic.test(right) || /^\p{Emoji_Presentation}$/u.test(right)) return 'wrong';
  if (!plausible.test(right)) {
    if (!sign.test(right)) return 'right';
    return /\p{Lu}/u.test(letterBefore(place)) ? 'inWrongLine' : 'besideWrong';
  }
  if (!ownSigns.test(wrong.slice(1))) return 'wrong';
  // A small letter in front of signs: `Há»“` is one, `«Olá»…` has a quote to close.
  if (wrong.length > 2) return closesQuote(place) ? 'right' : 'wrong';
  return verdictOfCapital(wrong, right, place);
}

/** Whether it is one of several halves `Ã` and `Â`, which only encoding twice makes. */
function isOfTwice(wrong: string, { text, start, end }: Place): boolean {
  if (!/^[ÃÂ]/.test(wrong)) return false;
  return (
    /^[ÃÂ]/.test(text.charAt(start - 2)) ||
    (/[ÃÂ]/.test(text.charAt(end)) && sequenceAt(text, end) !== undefined)
  );
}

/** A capital letter and a sign, `Ã´`: what stands around it tells whether it is a word's end, or a letter within one. */
function verdictOfCapital(wrong: string, right: string, place: Place): Misread['verdict'] {
  const { text, end } = place;
  const half = wrong.charAt(1);
  const behind = letterBehind(place);
  const before = letterBefore(place);
  const isCapital = /\p{Lu}/u.test(right);
  const otherwise = /\p{Lu}/u.test(before) ? 'inWrongLine' : 'besideWrong';
  if (/\p{Ll}/u.test(before)) return 'wrong';
  // IRMÃ’S
  if (/[’´]/.test(half) && /^s(?!\p{L})/iu.test(text.slice(end, end + 2))) return otherwise;
  // MAGALHÃ<soft hyphen>ES is divided there; at an end nothing is.
  if (half === '\u00AD') return wrong.startsWith('Ã') && !/\p{Lu}/u.test(behind) ? 'wrong' : otherwise;
  if (/[™®›]/.test(half) && /\p{L}/u.test(behind)) return 'wrong';
  const capitals = capitalsBefore(place);
  const small = /\p{Ll}/u.test(behind);
  if (capitals === 1 && small && !isCapital) return 'wrong';
  // É is a word, and quoted and followed by dashes as one.
  if (capitals === 0 && small && !wrong.startsWith('É')) return 'wrong';
  if (wrong === 'Å\u00A0' && endsWordOfCapitals(place)) return 'wrong';
  if (half === '\u00A0') {
    return isFinalA(wrong, capitals, place) && !isAmongCapitals(place) ? 'wrong' : otherwise;
  }
  if (!isCapital) return otherwise;
  const most = half === '’' ? 2 : 1;
  return new RegExp(`^\\p{Lu}{${String(most)}}`, 'u').test(behind + text.slice(end + 1, end + 2))
    ? 'wrong'
    : otherwise;
}

/** `Hà` and `à`, whose second half is a no-break space; words in capitals that end so are longer, or followed by such. */
function isFinalA(wrong: string, capitals: number, { text, end }: Place): boolean {
  if (!wrong.startsWith('Ã') || capitals > 1) return false;
  const behind = text.slice(end, end + 3);
  if (capitals === 0) return behind.startsWith(' ');
  return /^(?:$|[,;\t|"\r\n]| (?!\p{Lu}{2}))/u.test(behind);
}

/** `BENEÅ` with its `Š` misread ends a cell; the words in capitals that end with an Å are short. */
function endsWordOfCapitals({ text, start, end }: Place): boolean {
  return (
    /\p{Lu}{3}$/u.test(text.slice(Math.max(0, start - 3), start)) && /^[,;\t|"\r\n]?$/.test(text.charAt(end))
  );
}

/** Longer lines are no records; what tells how names are written stands near. */
const near = 120;

/** Whether the words of its line are written in capitals, forms of address aside: there `LÃ` has no small letter behind it. */
function isAmongCapitals({ text, start, end }: Place): boolean {
  const before = text
    .slice(Math.max(0, start - near), start)
    .split(/[\r\n]/)
    .at(-1);
  const [behind] = text.slice(end, end + near).split(/[\r\n]/);
  const words = `${before ?? ''} ${behind ?? ''}`.match(/\p{L}{2,}/gu) ?? [];
  const names = words.filter((word) => !/^(?:m(?:rs?|s|iss)|sra?|dra?)$/i.test(word));
  return names.length > 0 && names.every((word) => /^\p{Lu}+$/u.test(word));
}

/** Characters of other scripts that follow each other: words of these have more than one letter, or unlikely halves. */
function runOf(text: string, from: number, before: string): readonly Misread[] {
  const run: Omit<Misread, 'verdict'>[] = [];
  let end = from;
  for (let one = sequenceAt(text, end); one && isOfOtherScript(one.right); one = sequenceAt(text, end)) {
    run.push(one);
    ({ end } = one);
  }
  const verdict = verdictOfRun(text, from, end, run, before);
  return run.map((one) => ({ ...one, verdict }));
}

function verdictOfRun(
  text: string,
  start: number,
  end: number,
  run: readonly Pick<Misread, 'right'>[],
  before: string,
): Misread['verdict'] {
  // No word mixes scripts: 頻 in `Ren頻` is an é with two signs.
  if (isLatin(before) || isLatin(sequenceAt(text, end)?.right ?? text.charAt(end))) return 'right';
  if (!ofOneScript.test(run.map(({ right }) => right).join(''))) return 'right';
  const wrong = text.slice(start, end);
  if (/^[\u00C2-\u00DF]/.test(wrong)) return run.length > 1 ? 'wrong' : 'besideWrong';
  return new RegExp(`[^\\u00E0-\\u00F4${signs}]`).test(wrong) ? 'wrong' : 'right';
}

const scripts = [
  'Greek',
  'Cyrillic',
  'Armenian',
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Devanagari',
  'Bengali',
];
const furtherScripts = [
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
];
const lastScripts = ['Lao', 'Tibetan', 'Myanmar', 'Georgian', 'Ethiopic', 'Khmer', 'Mongolian'];
const inherited = '\\p{Script=Inherited}\\p{Script=Common}';
const ofOneScript = new RegExp(
  [...[...scripts, ...furtherScripts, ...lastScripts].map((name) => `\\p{Script=${name}}`), eastAsian()]
    .map((script) => `^[${script}${inherited}]+$`)
    .join('|'),
  'u',
);

function eastAsian(): string {
  return ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo'].map((name) => `\\p{Script=${name}}`).join('');
}

function isOfOtherScript(right: string): boolean {
  return (
    /^[\p{L}\p{M}]$/u.test(right) &&
    !isLatin(right) &&
    !/^[\p{Script=Inherited}\u00B5\u02B0-\u02FF]$/u.test(right)
  );
}

function isLatin(character: string): boolean {
  return /^\p{Script=Latin}$/u.test(character);
}

/** The letter in front, as it was meant. */
function letterBefore({ text, start, before }: Place): string {
  return before ?? text.charAt(start - 1);
}

function letterBehind({ text, end }: Place): string {
  return sequenceAt(text, end)?.right ?? text.charAt(end);
}

/** How many capital letters are directly in front; of more than one, 2. */
function capitalsBefore(place: Place): number {
  const { text, start, before } = place;
  const second = text.charAt(start - (before === undefined ? 2 : before.length + 1));
  if (!/\p{Lu}/u.test(letterBefore(place))) return 0;
  return /\p{L}/u.test(second) ? 2 : 1;
}

/** Whether the last quote in front of it is still open. */
function closesQuote({ text, start }: Place): boolean {
  const line =
    text
      .slice(Math.max(0, start - 200), start)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  return line.lastIndexOf('«') > line.lastIndexOf('»');
}

function sequenceAt(text: string, at: number): Omit<Misread, 'verdict'> | undefined {
  const lead = text.charCodeAt(at);
  if (!(lead >= 0xc2 && lead <= 0xf4)) return undefined;
  const here = new RegExp(sequence, 'y');
  here.lastIndex = at;
  const wrong = here.exec(text)?.[0];
  const right = wrong === undefined ? undefined : decoded(wrong);
  return right === undefined ? undefined : { start: at, end: here.lastIndex, right };
}

/** What was misread, by its bytes; `undefined` when they are no UTF-8. */
function decoded(misread: string): string | undefined {
  const bytes = Array.from(misread, byteOfWestern);
  try {
    // The strict decoder of UTF-8 that the language itself has.
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}

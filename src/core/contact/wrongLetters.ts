/**
 * Letters that are not those that were meant: `lost` ones, which no encoding brings back from this text; UTF-8 that was
 * `misread` as Windows-1252 or Latin-1, `MÃ¼ller`; and the `control` characters that Windows-1252 read as Latin-1 has in
 * the places of letters and signs.
 */
export type WrongHow = 'lost' | 'misread' | 'control';

export interface WrongLetters {
  readonly start: number;
  readonly end: number;
  readonly how: WrongHow;
}

/** What Windows-1252 makes of the bytes 80 to 9F; the five that it leaves out stay what Latin-1 makes of them. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
const byteOf: ReadonlyMap<string, number> = new Map(
  Array.from(windows1252, (character, at) => [character, 0x80 + at] as const),
);

const furtherBytes = `[\\u0080-\\u00BF${windows1252}]`;
/** What is no letter of ASCII, in the shapes that are looked at; most texts have none of them. */
const candidates = new RegExp(
  [
    '[\\uFFFD\\p{Surrogate}]+',
    // What was encoded twice.
    `(?:[\\u00C2\\u00C3]${furtherBytes}){2,}`,
    `[\\u00C3-\\u00C5\\u00CC\\u00C2]${furtherBytes}`,
    // In scripts of their own a word has more than one letter.
    `(?:[\\u00CE-\\u00D1\\u00D7-\\u00DB]${furtherBytes}){2,}`,
    `[\\u00E0-\\u00EF]${furtherBytes}{2}`,
    `[\\u00F0-\\u00F4]${furtherBytes}{3}`,
    '[\\u0080-\\u0084\\u0086-\\u009F]+',
  ].join('|'),
  'gu',
);

/** What any of them begins with, told quickly: few letters of other scripts do. */
const suspicious = /[\uFFFD\uD800-\uDFFF\u0080-\u009F\u00C2-\u00F4]/;

/** Signs that may stand behind a capital letter by themselves. */
const closing = /^[’”»›…–—«“‘´·.\u00A0\u00AD]+$/u;

/** The letters of a text that are wrong, in order. Capitals with a tilde, as in JOÃO, are not. */
export function* wrongLetters(text: string): Generator<WrongLetters, void> {
  if (!suspicious.test(text)) return;
  for (const { index: start, 0: found } of text.matchAll(candidates)) {
    const how = howOf(found, text, start);
    if (how) yield { start, end: start + found.length, how };
  }
}

export function hasWrongLetters(text: string): boolean {
  return !wrongLetters(text).next().done;
}

/** The text as it was meant, as far as it was misread, perhaps several times; what is lost stays so. */
export function withRightLetters(text: string): string {
  let before = text;
  for (let times = 0; times < mostTimes; times++) {
    const after = mended(before);
    if (after === before) break;
    before = after;
  }
  return before;
}

const mostTimes = 4;

function mended(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, how } of wrongLetters(text)) {
    if (how === 'lost') continue;
    const wrong = text.slice(start, end);
    const right = how === 'misread' ? decoded(wrong) : Array.from(wrong, asWindows1252).join('');
    parts.push(text.slice(from, start), right ?? wrong);
    from = end;
  }
  return parts.join('') + text.slice(from);
}

function howOf(found: string, text: string, start: number): WrongHow | undefined {
  if (/^[\uFFFD\p{Surrogate}]/u.test(found)) return 'lost';
  const before = text.charAt(start - 1);
  const behind = text.charAt(start + found.length);
  if (/^[\u0080-\u009F]+$/.test(found)) {
    // One that stands alone is a control character; beside letters it is one of them, or their apostrophe.
    return /[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(behind) ? 'control' : undefined;
  }
  const right = decoded(found);
  if (right === undefined || !isMeant(right, found)) return undefined;
  if (!closing.test(found.slice(1))) return 'misread';
  // JOÃ” and IRMÃ’S have a sign of their own: then a small letter must be before it, or a capital one in a word.
  if (/\p{Ll}/u.test(before)) return 'misread';
  if (right === right.toLowerCase() || /[’\u00AD]/.test(found)) return undefined;
  return (found.includes('\u00A0') ? /\p{Ll}/u : /\p{L}/u).test(behind) ? 'misread' : undefined;
}

/** A letter or a mark, or, of more bytes than two, also a sign: a letter and one further byte may be two characters. */
function isMeant(right: string, found: string): boolean {
  if (/^[\p{L}\p{M}]+$/u.test(right)) return true;
  if (/^[ÂÃ].[ÂÃ]/u.test(found)) return true;
  return found.length > 2 && /^[\p{L}\p{M}\p{P}\p{S}]+$/u.test(right);
}

/** What was misread, by its bytes; `undefined` when they are no UTF-8. */
function decoded(misread: string): string | undefined {
  const bytes = Array.from(misread, (character) => byteOf.get(character) ?? character.charCodeAt(0));
  try {
    // The strict decoder of UTF-8 that the language itself has.
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return undefined;
  }
}

function asWindows1252(control: string): string {
  return windows1252[control.charCodeAt(0) - 0x80] ?? control;
}

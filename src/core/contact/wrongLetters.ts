import { misreadIn, type Misread } from './misread';
import { asWindows1252 } from './windows1252';

/**
 * Letters that are not those that were meant: `lost` ones, which no encoding brings back from this text, or none but
 * UTF-16, whose NULs it has between them; UTF-8 that was `misread` as Windows-1252 or Latin-1, `MÃ¼ller`; and the
 * `control` characters that Windows-1252 read as Latin-1 has in the places of letters and signs.
 */
export type WrongHow = 'lost' | 'misread' | 'control';

export interface WrongLetters {
  readonly start: number;
  readonly end: number;
  readonly how: WrongHow;
}

/** What was misread, with the character that was meant. */
interface Mendable extends WrongLetters {
  readonly right?: string;
}

const lost = '[\\uFFFD\\p{Surrogate}]+';
/** NULs between characters: UTF-16, which the bytes of other files seldom look like. */
const wide = '(?:\\0[ -~]){2,}\\0?|(?:[ -~]\\0){2,}';
const utf16 = new RegExp(wide);
/** What switches between scripts in ISO-2022, the mail of Japan and Korea, with the letters between. */
const switched = '\\x1B(?:\\$[()]?[@-D]|\\([A-J])[^\\x00-\\x20",;|]*|\\x0E[^\\x00-\\x20",;|]+\\x0F?';
const controls = '[\\u0080-\\u009F]+';
const others = new RegExp([lost, wide, switched, controls].join('|'), 'gu');
const switches = '\\x0E\\x1B';
/** What any of them begins with, told quickly: few letters of other scripts do. */
const suspicious = new RegExp(`[\\0${switches}\\uFFFD\\uD800-\\uDFFF\\u0080-\\u009F\\u00C2-\\u00F4]`);

/** The letters of a text that are wrong, in order: of a line, a cell or a record. Capitals with a tilde, as in JOÃO, are not. */
export function* wrongLetters(text: string): Generator<WrongLetters, void> {
  for (const { start, end, how } of mendableIn(text, false)) yield { start, end, how };
}

export function hasWrongLetters(text: string): boolean {
  if (!suspicious.test(text)) return false;
  for (const { verdict } of misreadIn(text)) {
    if (verdict === 'wrong') return true;
  }
  return !otherWrongLetters(text, 0, text.length).next().done;
}

/** Whether NULs stand between its letters, as in UTF-16 without a byte order mark. */
export function looksLikeUtf16(text: string): boolean {
  return text.includes('\0') && utf16.test(text);
}

/**
 * The text as it was meant, as far as it was misread, perhaps several times: each line as often as it is still wrong.
 * What is lost stays so.
 */
export function withRightLetters(text: string): string {
  let before = text;
  for (let times = 0; times < mostTimes; times++) {
    if (!suspicious.test(before)) break;
    const isMisread = wasMisread(before, [...misreadIn(before)]);
    const after = before.replace(/[^\r\n]+/g, (line) => mended(line, isMisread));
    if (after === before) break;
    before = after;
  }
  return before;
}

const mostTimes = 4;

function mended(line: string, isMisread: boolean): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, how, right } of mendableIn(line, isMisread)) {
    if (how === 'lost') continue;
    const wrong = line.slice(start, end);
    const controlsAsSigns = () => Array.from(wrong, (one) => asWindows1252(one.charCodeAt(0))).join('');
    parts.push(line.slice(from, start), right ?? controlsAsSigns());
    from = end;
  }
  return parts.join('') + line.slice(from);
}

/** @param isMisread whether the text that it is from was, from end to end */
function* mendableIn(text: string, isMisread: boolean): Generator<Mendable, void> {
  if (!suspicious.test(text)) return;
  let from = 0;
  for (const { start, end, right } of told([...misreadIn(text)], text, isMisread)) {
    yield* otherWrongLetters(text, from, start);
    yield { start, end, how: 'misread', right };
    from = end;
  }
  yield* otherWrongLetters(text, from, text.length);
}

/** Those that are wrong by themselves, or by what stands beside them. */
function told(sequences: readonly Misread[], text: string, isMisread: boolean): readonly Misread[] {
  if (wasMisread(text, sequences)) return sequences;
  const wrong = sequences.map(
    ({ verdict }) => verdict === 'wrong' || (isMisread && verdict === 'besideWrong'),
  );
  const spread = (at: number, neighbour: number) => {
    const [left, right] = [sequences[Math.min(at, neighbour)], sequences[Math.max(at, neighbour)]];
    if (!wrong[neighbour] || left?.end !== right?.start) return;
    if (sequences[at]?.verdict !== 'right') wrong[at] = true;
  };
  for (let at = 1; at < sequences.length; at++) spread(at, at - 1);
  for (let at = sequences.length - 2; at >= 0; at--) spread(at, at + 1);
  return sequences.filter((_, at) => wrong[at]);
}

/** Whether a text was misread from end to end: something in it certainly was, and all that is no ASCII may have been. */
function wasMisread(text: string, sequences: readonly Misread[]): boolean {
  if (!sequences.some(({ verdict }) => verdict === 'wrong')) return false;
  if (sequences.some(({ verdict }) => verdict === 'right')) return false;
  const length = sequences.reduce((sum, { start, end }) => sum + end - start, 0);
  return text.replace(/[\0-\x7F\uFEFF]+/g, '').length === length;
}

function* otherWrongLetters(text: string, from: number, to: number): Generator<WrongLetters, void> {
  if (from === to) return;
  for (const { index, 0: found } of text.slice(from, to).matchAll(others)) {
    const [start, end] = [from + index, from + index + found.length];
    const isControl = /^[\u0080-\u009F]/.test(found) && !found.includes('\0');
    // One that stands alone is a control character; beside letters it is one of them, or their apostrophe.
    const isBesideLetter =
      /[\p{L}\p{N}]/u.test(text.charAt(start - 1)) || /[\p{L}\p{N}]/u.test(text.charAt(end));
    if (!isControl) yield { start, end, how: 'lost' };
    else if (isBesideLetter) yield { start, end, how: 'control' };
  }
}

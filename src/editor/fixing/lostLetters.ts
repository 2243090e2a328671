import { hasWrongLetters } from '../../core/contact';

/** What a decoder writes for bytes that mean nothing in its encoding. */
const replacement = '\uFFFD';

/** How many lines are looked at: enough to tell encodings apart, few enough to decode in each of them. */
const mostLines = 50;

/** The first lines of a text in which letters are wrong, counted from 0. */
export function linesWithWrongLetters(text: string): readonly number[] {
  const found: number[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (found.length === mostLines) break;
    if (hasWrongLetters(line)) found.push(index);
  }
  return found;
}

/** The first line with letters of no ASCII in which none are wrong: another encoding may make them so. */
export function lineWithRightLetters(text: string): number | undefined {
  const found = text
    .split(/\r\n|\r|\n/)
    .findIndex((line) => /[^\0-\x7F\uFEFF]/.test(line) && !hasWrongLetters(line));
  return found < 0 ? undefined : found;
}

/**
 * The bytes of those lines, joined by line feeds.
 * @param wanted lines counted from 0, in order
 */
export function bytesOfLines(bytes: Uint8Array, wanted: readonly number[]): Uint8Array {
  const parts: number[] = [];
  const lines = new Set(wanted);
  const last = wanted.at(-1) ?? -1;
  let line = 0;
  for (let at = 0; at < bytes.length && line <= last; at++) {
    const byte = bytes[at] ?? 0;
    const breaks = byte === 0x0a || (byte === 0x0d && bytes[at + 1] !== 0x0a);
    if (breaks) {
      if (lines.has(line)) parts.push(0x0a);
      line++;
    } else if (lines.has(line) && byte !== 0x0d) {
      parts.push(byte);
    }
  }
  return Uint8Array.from(parts);
}

/** Whether the bytes are good UTF-8 that holds the replacement character itself: no encoding brings its letters back. */
export function isLostForGood(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes(replacement);
  } catch {
    return false;
  }
}
